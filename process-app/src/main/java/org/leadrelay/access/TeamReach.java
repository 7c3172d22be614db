package org.leadrelay.access;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Authorization by team: whose work a person sees and whom a sales manager manages. The one place
 * that says what "within the teams" means.
 *
 * <p>A rep sees their own work and that of whoever shares a team with them. A sales manager manages
 * whoever shares a team with them, and whoever belongs to no team: a firm without teams is managed
 * by each of its managers, and nobody is left without one.
 */
@Service
@Transactional(readOnly = true, noRollbackFor = ProductException.class)
public class TeamReach {

    private static final Wording WORDING = Wording.of(TeamReach.class);

    private final TeamRepository teams;
    private final CurrentPerson currentPerson;

    TeamReach(TeamRepository teams, CurrentPerson currentPerson) {
        this.teams = teams;
        this.currentPerson = currentPerson;
    }

    /** The rule: a team in common, or none at all on the side of whoever is managed. */
    static boolean reaches(Set<UUID> teamsOfManager, Set<UUID> teamsOfPerson) {
        return teamsOfPerson.isEmpty() || !Collections.disjoint(teamsOfManager, teamsOfPerson);
    }

    /**
     * The logins whose work this person sees: their own and their teams'; for whoever manages reps of
     * those in no team as well. Of systems nobody's.
     */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Set<String> of(Actor actor) {
        if (actor.system()) {
            return Set.of();
        }
        Set<String> logins = new HashSet<>(teams.matesOf(actor.login()));
        logins.add(actor.login());
        if (actor.may(Permission.MANAGE_REPS)) {
            logins.addAll(teams.peopleWithoutTeam());
        }
        return logins;
    }

    /** Whether the current person is a sales manager and manages this one; the product everyone. */
    public boolean manages(String login) {
        Actor actor = currentPerson.get();
        return actor.isProduct()
                || (actor.may(Permission.MANAGE_REPS)
                        && (actor.login().equals(login) || reaches(teams.idsOf(actor.login()), teams.idsOf(login))));
    }

    /** Whether the current person manages reps, whomever. */
    public boolean managesReps() {
        return currentPerson.get().may(Permission.MANAGE_REPS);
    }

    /** Whether the current person is a sales manager of this team; the product of every one. */
    public boolean managesTeam(UUID team) {
        Actor actor = currentPerson.get();
        return actor.isProduct()
                || (actor.may(Permission.MANAGE_REPS)
                        && teams.idsOf(actor.login()).contains(team));
    }

    /**
     * Asks for the sales manager of this person.
     *
     * @throws Forbidden when the current person is no sales manager, or one of other teams
     */
    public void mustManage(String login) {
        currentPerson.get().mustHave(Permission.MANAGE_REPS);
        if (!manages(login)) {
            throw new Forbidden(refusal());
        }
    }

    /** Why somebody of another team is not this manager's: the same words wherever it is asked. */
    public String refusal() {
        return WORDING.text("outOfReach");
    }
}
