package org.leadrelay.assignment;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leadrelay.access.People;
import org.leadrelay.access.Person;
import org.leadrelay.access.Roles;
import org.leadrelay.access.Teams;
import org.springframework.stereotype.Component;

/** Directory of the active reps with teams, load, limits, skills and absences, whoever asks. */
@Component
class RepDirectory {

    private final People people;
    private final Teams teams;
    private final Pool pool;
    private final Presence presence;
    private final AbsenceReader absences;
    private final Clock clock;

    RepDirectory(People people, Teams teams, Pool pool, Presence presence, AbsenceReader absences, Clock clock) {
        this.people = people;
        this.teams = teams;
        this.pool = pool;
        this.presence = presence;
        this.absences = absences;
        this.clock = clock;
    }

    /** By name. */
    List<RepChoice> everybody() {
        Map<String, Person> reps =
                people.byRole(Roles.SALES_REP).stream().collect(Collectors.toMap(Person::login, each -> each));
        Map<String, List<Absence>> away = absences.notOver(clock.instant());
        List<Teams.Team> all = teams.all();
        return pool.candidates(HandOff.ANY).stream()
                .flatMap(load ->
                        Optional.ofNullable(reps.get(load.login())).map(rep -> rep(rep, load, all, away)).stream())
                .sorted(Comparator.comparing(RepChoice::name))
                .toList();
    }

    Optional<RepChoice> one(String login) {
        return everybody().stream().filter(rep -> rep.login().equals(login)).findFirst();
    }

    private static List<String> teamsOf(String login, List<Teams.Team> all) {
        return all.stream()
                .filter(team -> team.members().contains(login))
                .map(Teams.Team::name)
                .toList();
    }

    private RepChoice rep(Person person, Candidate load, List<Teams.Team> all, Map<String, List<Absence>> away) {
        ZoneId zone = presence.hoursOf(person.login()).zone();
        return new RepChoice(
                person.login(),
                person.displayName(),
                teamsOf(person.login(), all),
                load.open(),
                load.capacity(),
                load.period().code(),
                load.perPeriod(),
                load.inPeriod(),
                load.period().next(clock.instant(), zone),
                load.skills().stream().sorted().toList(),
                zone.getId(),
                load.absent(),
                load.lastLeadAt(),
                away.getOrDefault(person.login(), List.of()));
    }
}
