package org.leadrelay.ui.admin;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadrelay.access.Person;
import org.leadrelay.access.Teams.Team;
import org.leadrelay.ui.component.FormDialog;

/** Dialog of a team: name and members. */
final class TeamDialog extends FormDialog {

    /** Takes what was said of a team. */
    interface Saving extends Serializable {
        void save(String name, Set<String> members);
    }

    private final TextField name = new TextField();
    private final MultiSelectComboBox<Person> members = new MultiSelectComboBox<>();
    private final List<Person> people;

    TeamDialog(List<Person> people) {
        super("34em");
        this.people = people;
        name.setLabel(getTranslation("teams.name"));
        name.setRequiredIndicatorVisible(true);
        name.setWidthFull();
        members.setLabel(getTranslation("teams.members"));
        members.setItems(people);
        members.setItemLabelGenerator(Person::displayName);
        members.setHelperText(getTranslation("teams.members.what"));
        members.setWidthFull();
        refusals().field("name", name).field("members", members);
        form(name, members);
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
        saves(
                getTranslation("common.save"),
                () -> saving.save(
                        name.getValue(),
                        members.getValue().stream().map(Person::login).collect(Collectors.toSet())));
        open();
    }
}
