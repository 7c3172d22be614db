package org.leadrelay.assignment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Clause;
import org.leadrelay.charter.KnownClause;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.WorkAmount;
import org.springframework.stereotype.Component;

/** Availability check: whether a rep will be there to keep the promise of answering a hand-off. */
@Component
class Presence {

    private static final List<String> PRIORITIES = List.of("high", "normal", "low");

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Charter charter;
    private final BusinessCalendars calendars;
    private final Clock clock;

    Presence(Charter charter, BusinessCalendars calendars, Clock clock) {
        this.charter = charter;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The hours that a rep's promises are counted in. */
    BusinessCalendar hoursOf(String login) {
        return calendars.forRep(login);
    }

    /** A time away that has not begun yet. */
    record Leave(Instant from, @Nullable Instant until) {

        private boolean covers(Instant instant) {
            return !from.isAfter(instant) && (until == null || until.isAfter(instant));
        }
    }

    /**
     * The priorities of which the answer would be due while the rep is away, or for which the rep
     * has no working time left before going.
     */
    Set<String> leavingFor(String login, List<Leave> ahead) {
        Clause clause = charter.current().clauses().get(KnownClause.ANSWER_HAND_OFF.id());
        if (ahead.isEmpty() || clause == null) {
            return Set.of();
        }
        BusinessCalendar hours = hoursOf(login);
        Instant now = clock.instant();
        Set<String> priorities = new HashSet<>();
        for (String priority : PRIORITIES) {
            Instant due = hours.count(now, clause.work(priority)).due();
            if (ahead.stream().anyMatch(leave -> prevents(leave, now, due, hours))) {
                priorities.add(priority);
            }
        }
        return priorities;
    }

    /**
     * From when on, before the rep goes, answers are due after the rep has come back: of each
     * priority, to the second.
     */
    List<Instant> duePast(String login, Leave leave) {
        Clause clause = charter.current().clauses().get(KnownClause.ANSWER_HAND_OFF.id());
        Instant until = leave.until();
        if (clause == null || until == null) {
            return List.of();
        }
        BusinessCalendar hours = hoursOf(login);
        return PRIORITIES.stream()
                .map(clause::work)
                .distinct()
                .flatMap(work -> first(clock.instant(), leave.from(), until, work, hours).stream())
                .toList();
    }

    /** The later an answer is asked for, the later it is due: halved until a second is left. */
    private static Optional<Instant> first(
            Instant now, Instant from, Instant until, WorkAmount work, BusinessCalendar hours) {
        Instant early = now;
        Instant late = from;
        if (!early.isBefore(late)
                || !hours.count(early, work).due().isBefore(until)
                || hours.count(late, work).due().isBefore(until)) {
            return Optional.empty();
        }
        while (Duration.between(early, late).compareTo(SECOND) > 0) {
            Instant middle = early.plus(Duration.between(early, late).dividedBy(2));
            if (hours.count(middle, work).due().isBefore(until)) {
                early = middle;
            } else {
                late = middle;
            }
        }
        return Optional.of(late);
    }

    private static boolean prevents(Leave leave, Instant now, Instant due, BusinessCalendar hours) {
        if (!leave.from().isBefore(due)) {
            return false;
        }
        return leave.covers(due)
                || (hours.between(now, leave.from()).isZero()
                        && hours.between(leaveEnd(leave, due), due).isZero());
    }

    private static Instant leaveEnd(Leave leave, Instant due) {
        Instant until = leave.until();
        return until == null || until.isAfter(due) ? due : until;
    }
}
