package org.leadrelay.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.function.SerializableConsumer;
import org.leadrelay.ui.component.FieldErrors;

/** Asks for a password that somebody uses once. */
final class PasswordDialog extends Dialog {

    private final PasswordField password = new PasswordField();
    private final FieldErrors refusals = new FieldErrors().field("password", password);

    PasswordDialog(String name) {
        setHeaderTitle(getTranslation("people.reset.of", name));
        password.setLabel(getTranslation("people.password"));
        password.setHelperText(getTranslation("people.password.what"));
        password.setWidthFull();
        Paragraph what = new Paragraph(getTranslation("people.reset.what"));
        what.addClassName("secondary");
        add(what, password);
        setWidth("min(30em, 100vw)");
    }

    void ask(SerializableConsumer<String> given) {
        Button set = new Button(getTranslation("people.reset.do"), click -> {
            if (refusals.tried(() -> given.accept(password.getValue()))) {
                close();
            }
        });
        set.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), set);
        open();
        password.focus();
    }
}
