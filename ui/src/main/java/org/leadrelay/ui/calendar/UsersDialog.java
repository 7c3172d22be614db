package org.leadrelay.ui.calendar;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.Teams;
import org.leadrelay.calendar.CalendarUse;
import org.leadrelay.calendar.CalendarUsers;
import org.leadrelay.ui.component.FormDialog;

/** Dialog of the teams and people who count in a calendar; each says which other one it has now. */
final class UsersDialog extends FormDialog {

    private final String calendar;
    private final CalendarUsers users;
    private final MultiSelectComboBox<Teams.Team> teams = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<Person> reps = new MultiSelectComboBox<>();
    private final CalendarUse before;

    UsersDialog(String calendar, String name, CalendarUsers users, Teams allTeams, People people) {
        super("34em");
        this.calendar = calendar;
        this.users = users;
        CalendarUse all = users.of(calendar);
        before = new CalendarUse(
                all.teams().stream()
                        .filter(each -> users.mayGiveTeam(each.id()))
                        .toList(),
                all.reps().stream()
                        .filter(each -> users.mayGiveRep(each.login()))
                        .toList());
        setHeaderTitle(getTranslation("calendar.users.of", name));
        Paragraph what = new Paragraph(getTranslation("calendar.users.what"));
        what.addClassName("secondary");
        List<Teams.Team> everyTeam = allTeams.all().stream()
                .filter(each -> users.mayGiveTeam(each.id()))
                .toList();
        teams.setLabel(getTranslation("calendar.users.teams"));
        teams.setItems(everyTeam);
        teams.setItemLabelGenerator(
                each -> having(each.name(), users.ofTeam(each.id()).orElse(calendar)));
        teams.setWidthFull();
        teams.setValue(everyTeam.stream()
                .filter(each -> before.teams().stream().anyMatch(had -> had.id().equals(each.id())))
                .collect(Collectors.toSet()));
        Set<String> had = before.reps().stream().map(CalendarUse.Rep::login).collect(Collectors.toSet());
        List<Person> everybody = people.all().stream()
                .filter(each -> each.active() || had.contains(each.login()))
                .filter(each -> users.mayGiveRep(each.login()))
                .sorted(Comparator.comparing(Person::displayName))
                .toList();
        reps.setLabel(getTranslation("calendar.users.reps"));
        reps.setItems(everybody);
        reps.setItemLabelGenerator(
                each -> having(each.displayName(), users.ofRep(each.login()).orElse(calendar)));
        reps.setWidthFull();
        reps.setValue(
                everybody.stream().filter(each -> had.contains(each.login())).collect(Collectors.toSet()));
        form(what, teams, reps);
    }

    private String having(String name, String now) {
        return now.equals(calendar) ? name : getTranslation("calendar.users.now", name, now);
    }

    void ask(Command given) {
        saves(getTranslation("common.save"), () -> {
            give();
            given.execute();
        });
        open();
    }

    private void give() {
        Set<UUID> chosenTeams = teams.getValue().stream().map(Teams.Team::id).collect(Collectors.toSet());
        for (CalendarUse.Team each : before.teams()) {
            if (!chosenTeams.remove(each.id())) {
                users.takeFromTeam(each.id());
            }
        }
        chosenTeams.forEach(each -> users.giveTeam(each, calendar));
        Set<String> chosenReps = reps.getValue().stream().map(Person::login).collect(Collectors.toSet());
        for (CalendarUse.Rep each : before.reps()) {
            if (!chosenReps.remove(each.login())) {
                users.takeFromRep(each.login());
            }
        }
        chosenReps.forEach(each -> users.giveRep(each, calendar));
    }
}
