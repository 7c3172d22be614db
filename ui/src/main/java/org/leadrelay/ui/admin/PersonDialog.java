package org.leadrelay.ui.admin;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.io.Serializable;
import java.util.Set;
import org.leadrelay.access.Person;
import org.leadrelay.access.PersonChange;
import org.leadrelay.platform.Language;
import org.leadrelay.ui.component.FormDialog;
import org.leadrelay.ui.component.RoleWords;

/** Dialog of a person: name, login, roles and teams. */
final class PersonDialog extends FormDialog {

    /** Takes a new person. */
    interface Adding extends Serializable {
        void add(String login, PersonChange change, String password);
    }

    private final TextField login = new TextField();
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final Select<String> locale = new Select<>();
    private final CheckboxGroup<String> roles = new CheckboxGroup<>();
    private final PasswordField password = new PasswordField();

    PersonDialog(RoleWords words) {
        super("46em");
        refusals()
                .field("login", login)
                .field("displayName", name)
                .field("email", email)
                .field("locale", locale)
                .field("roles", roles)
                .field("password", password);
        login.setLabel(getTranslation("people.login"));
        login.setHelperText(getTranslation("people.login.what"));
        login.setRequiredIndicatorVisible(true);
        name.setLabel(getTranslation("people.name"));
        name.setRequiredIndicatorVisible(true);
        email.setLabel(getTranslation("people.email"));
        locale.setLabel(getTranslation("people.locale"));
        locale.setItems(Language.codes());
        locale.setEmptySelectionAllowed(true);
        locale.setEmptySelectionCaption(getTranslation("people.locale.browser"));
        locale.setItemLabelGenerator(each -> getTranslation("people.locale." + (each == null ? "browser" : each)));
        roles.setLabel(getTranslation("people.roles"));
        roles.setItems(words.names());
        roles.setItemLabelGenerator(words::label);
        roles.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        password.setLabel(getTranslation("people.password"));
        password.setHelperText(getTranslation("people.password.what"));
        password.setRequiredIndicatorVisible(true);
        FormLayout form = new FormLayout(login, name, email, locale, roles, password);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("30em", 2));
        form(form);
    }

    void forNew(Adding adding) {
        setHeaderTitle(getTranslation("people.add"));
        saves(getTranslation("people.add"), () -> adding.add(login.getValue(), change(), password.getValue()));
        open();
    }

    void forExisting(Person person, SerializableConsumer<PersonChange> changed) {
        String known = person.email();
        setHeaderTitle(person.displayName());
        login.setValue(person.login());
        login.setReadOnly(true);
        name.setValue(person.displayName());
        email.setValue(known == null ? "" : known);
        locale.setValue(person.locale());
        roles.setValue(person.roles());
        password.setVisible(false);
        saves(getTranslation("common.save"), () -> changed.accept(change()));
        open();
    }

    private PersonChange change() {
        String language = locale.getValue();
        return new PersonChange(
                name.getValue(), email.getValue(), language == null ? "" : language, Set.copyOf(roles.getValue()));
    }
}
