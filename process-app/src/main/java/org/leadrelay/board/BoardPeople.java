package org.leadrelay.board;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Mandates;
import org.leadrelay.access.People;
import org.leadrelay.access.Permission;
import org.leadrelay.access.Person;
import org.leadrelay.access.Roles;
import org.leadrelay.access.TeamReach;
import org.leadrelay.access.Teams;
import org.leadrelay.access.Teams.Team;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Protection of persons on the boards: who reads them, of which teams, and whether single people may be told apart. Without the
 * permission {@code boards-people} nobody but oneself, and no teams by which one would tell a person ({@link TeamAnonymity}).
 */
@Component
class BoardPeople {

    private static final Wording WORDING = Wording.of(BoardPeople.class);

    private final CurrentPerson current;
    private final Mandates mandates;
    private final People people;
    private final Teams teams;
    private final TeamReach reach;

    BoardPeople(CurrentPerson current, Mandates mandates, People people, Teams teams, TeamReach reach) {
        this.current = current;
        this.mandates = mandates;
        this.people = people;
        this.teams = teams;
        this.reach = reach;
    }

    /**
     * @throws Forbidden when the current person reads no boards
     */
    void mustRead() {
        Actor actor = current.get();
        if (!holdsMandate(actor)) {
            actor.mustHave(Permission.READ_BOARDS);
        }
    }

    /**
     * @param apart the teams that the current person may ask for alone
     * @throws Forbidden when the filter asks for a team or person that is not shown to them
     */
    void check(BoardFilter filter, List<UUID> apart) {
        Actor actor = current.get();
        if (filter.rep() != null && !mayTell(actor, filter.rep())) {
            throw new Forbidden(WORDING.text("people"));
        }
        if (filter.team() != null && !apart.contains(filter.team())) {
            throw new Forbidden(
                    seesTeam(actor, filter.team()) ? WORDING.text("smallTeam", TeamAnonymity.FEWEST) : reach.refusal());
        }
    }

    /** Whether the rows of this person may carry their login. */
    boolean mayTell(String login) {
        return mayTell(current.get(), login);
    }

    private static boolean mayTell(Actor actor, String login) {
        return actor.may(Permission.BOARDS_PEOPLE) || actor.login().equals(login);
    }

    /**
     * Teams that the current person may ask for alone; all others are shown as one. Which teams can be told apart is the same for
     * everybody: else two readers together would tell what neither may.
     *
     * @param counted whoever has rows in the numbers
     */
    List<UUID> teamsApart(Set<String> counted) {
        Actor actor = current.get();
        List<Team> all = teams.all();
        List<Team> apart =
                actor.may(Permission.BOARDS_PEOPLE) ? all : new TeamAnonymity(reps(all, counted), counted).apart(all);
        return apart.stream()
                .map(Team::id)
                .filter(team -> seesTeam(actor, team))
                .toList();
    }

    /** The active people whom leads were given to, and of the teams those to whom they may be: nobody takes a rep without either for one. */
    private Set<String> reps(List<Team> teams, Set<String> counted) {
        Set<String> reps = new HashSet<>();
        teams.forEach(team -> reps.addAll(team.members()));
        reps.retainAll(people.loginsByRole(Roles.SALES_REP));
        people.all().stream()
                .filter(Person::active)
                .map(Person::login)
                .filter(counted::contains)
                .forEach(reps::add);
        return reps;
    }

    /** As with promises: a sales manager asks for single teams only where they manage them. */
    private boolean seesTeam(Actor actor, UUID team) {
        return actor.may(Permission.READ_EVERY_PROMISE) || holdsMandate(actor) || reach.managesTeam(team);
    }

    private boolean holdsMandate(Actor actor) {
        return !mandates.heldBy(actor.login()).isEmpty();
    }
}
