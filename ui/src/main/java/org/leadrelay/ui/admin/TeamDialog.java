package org.leadrelay.ui.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadrelay.access.Person;
import org.leadrelay.access.Teams.Team;
import org.leadrelay.ui.component.FieldErrors;

/** Asks for a team's name and members. */
final class TeamDialog extends Dialog {

    /** Takes what was said of a team. */
    interface Saving extends Serializable {
        void save(String name, Set<String> members);
    }

    private final TextField name = new TextField();
    private final MultiSelectComboBox<Person> members = new MultiSelectComboBox<>();
    private final List<Person> people;
    private final FieldErrors refusals = new FieldErrors().field("name", name).field("members", members);

    TeamDialog(List<Person> people) {
        this.people = people;
        name.setLabel(getTranslation("teams.name"));
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        members.setLabel(getTranslation("teams.members"));
        members.setItems(people);
        members.setItemLabelGenerator(Person::displayName);
        members.setHelperText(getTranslation("teams.members.what"));
        members.setWidthFull();
        add(name, members);
        setWidth("min(34em, 100vw)");
        setCloseOnOutsideClick(false);
    }

    void forNew(Saving saving) {
        open(getTranslation("teams.add"), saving);
    }

    void forExisting(Team team, Saving saving) {
        name.setValue(team.name());
        members.setValue(people.stream()
                .filter(each -> team.members().contains(each.login()))
                .collect(Collectors.toSet()));
        open(getTranslation("teams.change", team.name()), saving);
    }

    private void open(String title, Saving saving) {
        setHeaderTitle(title);
        Button save = new Button(getTranslation("common.save"), click -> {
            Set<String> logins = members.getValue().stream().map(Person::login).collect(Collectors.toSet());
            if (refusals.tried(() -> saving.save(name.getValue(), logins))) {
                close();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
        open();
        name.focus();
    }
}
