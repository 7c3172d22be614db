package org.leadrelay.calendar;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Person;
import org.leadrelay.access.TeamReach;
import org.leadrelay.access.Teams;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assignment of calendars to teams and reps. What is given here counts for promises from then on. */
@Service
public class CalendarUsers {

    private static final Wording WORDING = Wording.of(CalendarUsers.class);

    private final CalendarUseTable rows;
    private final CalendarIndex index;
    private final CalendarAdministration keeping;
    private final Teams teams;
    private final People people;
    private final CurrentPerson person;
    private final TeamReach reach;
    private final Clock clock;

    CalendarUsers(
            CalendarUseTable rows,
            CalendarIndex index,
            CalendarAdministration keeping,
            Teams teams,
            People people,
            CurrentPerson person,
            TeamReach reach,
            Clock clock) {
        this.rows = rows;
        this.index = index;
        this.keeping = keeping;
        this.teams = teams;
        this.people = people;
        this.person = person;
        this.reach = reach;
        this.clock = clock;
    }

    /** Who was given this calendar. */
    @Transactional(readOnly = true)
    public CalendarUse of(String calendar) {
        person.get();
        CalendarIndex.Known known = index.known();
        return new CalendarUse(
                teams.all().stream()
                        .filter(each -> calendar.equals(known.ofTeams().get(each.id())))
                        .map(each -> new CalendarUse.Team(each.id(), each.name()))
                        .toList(),
                known.ofReps().entrySet().stream()
                        .filter(each -> each.getValue().equals(calendar))
                        .map(each -> each.getKey())
                        .sorted()
                        .map(login -> new CalendarUse.Rep(login, people.displayName(login)))
                        .toList());
    }

    /** What a team was given. */
    public Optional<String> ofTeam(UUID team) {
        person.get();
        return Optional.ofNullable(index.known().ofTeams().get(team));
    }

    /** What a rep was given, not counting their teams. */
    public Optional<String> ofRep(String login) {
        person.get();
        return Optional.ofNullable(index.known().ofReps().get(login));
    }

    /** Whether the current person may say in which calendar this team counts. */
    @Transactional(readOnly = true)
    public boolean mayGiveTeam(UUID team) {
        return keepsAll() || reach.managesTeam(team);
    }

    /** Whether the current person may say in which calendar this rep counts. */
    @Transactional(readOnly = true)
    public boolean mayGiveRep(String login) {
        return keepsAll() || reach.manages(login);
    }

    /**
     * Process owners, administrators and the team's sales managers only.
     *
     * @throws NotFound when there is no such team or calendar
     * @throws Forbidden when the team is another manager's
     */
    @Transactional
    public void giveTeam(UUID team, String calendar) {
        mustManage();
        mustKnow(team);
        mustReach(mayGiveTeam(team));
        rows.giveTeam(team, keeping.newest(calendar).id(), person.get().login(), now());
        index.forgetEverywhere();
    }

    /** The team counts in the charter's hours again. Those who may give may take. */
    @Transactional
    public void takeFromTeam(UUID team) {
        mustManage();
        mustKnow(team);
        mustReach(mayGiveTeam(team));
        rows.takeFromTeam(team);
        index.forgetEverywhere();
    }

    /**
     * Goes before what the rep's teams have. Process owners, administrators and sales managers who
     * manage the rep only.
     *
     * @throws NotFound when there is no such person or calendar
     * @throws Forbidden when the rep is another manager's
     */
    @Transactional
    public void giveRep(String login, String calendar) {
        mustManage();
        mustReach(mayGiveRep(login));
        if (people.find(login).filter(Person::active).isEmpty()) {
            throw new NotFound(WORDING.text("noRep", login));
        }
        rows.giveRep(login, keeping.newest(calendar).id(), person.get().login(), now());
        index.forgetEverywhere();
    }

    /** The rep counts in their team's hours again, or in the charter's. */
    @Transactional
    public void takeFromRep(String login) {
        mustManage();
        mustReach(mayGiveRep(login));
        if (people.find(login).isEmpty()) {
            throw new NotFound(WORDING.text("noRep", login));
        }
        rows.takeFromRep(login);
        index.forgetEverywhere();
    }

    private void mustManage() {
        person.get().mustHave(Permission.MANAGE_REPS, Permission.KEEP_CALENDARS);
    }

    private void mustReach(boolean reached) {
        if (!reached) {
            throw new Forbidden(reach.refusal());
        }
    }

    private boolean keepsAll() {
        Actor who = person.get();
        return who.may(Permission.KEEP_CALENDARS);
    }

    private void mustKnow(UUID team) {
        if (teams.all().stream().noneMatch(each -> each.id().equals(team))) {
            throw new NotFound(WORDING.text("noTeam"));
        }
    }

    private OffsetDateTime now() {
        return Sql.time(clock.instant());
    }
}
