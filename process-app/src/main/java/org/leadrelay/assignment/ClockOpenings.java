package org.leadrelay.assignment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Schedule of the moments at which a rep becomes able to take leads by the clock alone: the return from an
 * absence, the next period of somebody whose period is full, and the moment from which an answer can be given in
 * time.
 */
@Component
class ClockOpenings {

    private final Pool pool;
    private final Absences absences;
    private final Presence presence;
    private final Clock clock;

    ClockOpenings(Pool pool, Absences absences, Presence presence, Clock clock) {
        this.pool = pool;
        this.absences = absences;
        this.presence = presence;
        this.clock = clock;
    }

    Optional<Instant> next(Instant after) {
        List<AbsenceEntity> away = absences.notOverAt(clock.instant());
        List<Instant> all = new ArrayList<>();
        away.forEach(each -> all.addAll(endings(each)));
        for (Candidate rep : pool.candidates(HandOff.ANY)) {
            Integer limit = rep.perPeriod();
            if (limit != null && rep.inPeriod() >= limit) {
                all.add(rep.period().next(after, presence.hoursOf(rep.login()).zone()));
            }
        }
        return all.stream().filter(each -> each.isAfter(after)).min(Comparator.naturalOrder());
    }

    private List<Instant> endings(AbsenceEntity each) {
        Absence absence = each.absence(List.of());
        Instant until = absence.until();
        if (until == null) {
            return List.of();
        }
        Presence.Leave leave = new Presence.Leave(absence.from(), until);
        return Stream.concat(Stream.of(until), presence.duePast(each.login(), leave).stream())
                .toList();
    }
}
