package org.leadrelay.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.RetryOnCollision;
import org.leadrelay.platform.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Teams of people, and their members. A rep sees their team's leads, a manager the team's work. */
@Service
@RetryOnCollision
public class Teams {

    private static final Wording WORDING = Wording.of(Teams.class);

    private final TeamRepository teams;
    private final PersonRepository persons;
    private final CurrentPerson currentPerson;
    private final Actors actors;
    private final OperationLog log;
    private final ApplicationEventPublisher events;

    Teams(
            TeamRepository teams,
            PersonRepository persons,
            CurrentPerson currentPerson,
            Actors actors,
            OperationLog log,
            ApplicationEventPublisher events) {
        this.teams = teams;
        this.persons = persons;
        this.currentPerson = currentPerson;
        this.actors = actors;
        this.log = log;
        this.events = events;
    }

    /** A team and the logins of its members. */
    public record Team(UUID id, String name, Set<String> members) {

        public Team {
            members = Set.copyOf(members);
        }
    }

    @Transactional(readOnly = true)
    public List<Team> all() {
        return teams.allByName().stream().map(TeamEntity::team).toList();
    }

    /** Adds a team. For whoever administers people. */
    @Transactional
    public Team create(String name, Set<String> members) {
        currentPerson.get().mustHave(Permission.ADMINISTER_PEOPLE);
        Team added = store(new TeamEntity(UUID.randomUUID(), checked(name)), members);
        note(
                Kind.TEAM_ADDED,
                added.id(),
                LineDetails.of("members", added.members()).map());
        return added;
    }

    /** Renames a team and says anew who belongs to it. For whoever administers people. */
    @Transactional
    public Team update(UUID id, String name, Set<String> members) {
        currentPerson.get().mustHave(Permission.ADMINISTER_PEOPLE);
        String newName = checked(name);
        TeamEntity team = find(id);
        Team before = team.team();
        team.rename(newName);
        Team after = store(team, members);
        LineDetails changed = LineDetails.ofChange("members", before.members(), after.members())
                .and("fields", before.name().equals(newName) ? null : List.of("name"));
        if (!changed.isEmpty()) {
            note(Kind.TEAM_CHANGED, id, changed.map());
        }
        return after;
    }

    /** Dissolves a team; its people stay. For whoever administers people. */
    @Transactional
    public void delete(UUID id) {
        currentPerson.get().mustHave(Permission.ADMINISTER_PEOPLE);
        TeamEntity team = find(id);
        note(
                Kind.TEAM_DISSOLVED,
                id,
                LineDetails.of("membersBefore", team.team().members()).map());
        teams.delete(team);
        changed();
    }

    private void note(Kind kind, UUID team, Map<String, ?> details) {
        log.add(StreamKind.ACCESS, kind, team.toString(), details);
    }

    private TeamEntity find(UUID id) {
        return teams.lock(id).orElseThrow(() -> new NotFound(WORDING.text("noTeam")));
    }

    private Team store(TeamEntity team, Set<String> members) {
        try {
            teams.saveAndFlush(team);
        } catch (DataIntegrityViolationException e) {
            throw new Conflict(WORDING.text("teamTaken", team.name()));
        }
        for (String each : members) {
            if (!persons.existsById(each)) {
                throw Invalid.field("members", WORDING.text("noMember", each));
            }
        }
        team.takeMembers(members);
        changed();
        return team.team();
    }

    private void changed() {
        teams.flush();
        actors.forgetAll();
        events.publishEvent(new TeamsChanged());
    }

    private static String checked(String name) {
        return AdministrationInput.text("name", name, 80);
    }
}
