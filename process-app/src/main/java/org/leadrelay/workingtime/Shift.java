package org.leadrelay.workingtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Interval on the time line during which a calendar is open.
 *
 * @param begins first instant inside
 * @param ends first instant outside
 */
record Shift(Instant begins, Instant ends) {

    /**
     * The instants at which a clock on the wall shows a time from {@code from} to before {@code
     * to}. Where clocks go forward in between, the time that never was is missing; where they go
     * back, the hour that comes twice counts twice, and a range that ends or begins within it falls
     * apart into two.
     */
    static List<Shift> between(LocalDateTime from, LocalDateTime to, ZoneRules rules) {
        if (rules.getTransition(from) == null && rules.getTransition(to) == null) {
            Shift shift = new Shift(from.toInstant(rules.getOffset(from)), to.toInstant(rules.getOffset(to)));
            return shift.empty() ? List.of() : List.of(shift);
        }
        return aroundTransitions(from, to, rules);
    }

    private static List<Shift> aroundTransitions(LocalDateTime from, LocalDateTime to, ZoneRules rules) {
        ArrayList<Shift> shifts = new ArrayList<>();
        Instant last = to.plusDays(1).toInstant(rules.getOffset(to));
        Instant piece = from.minusDays(1).toInstant(rules.getOffset(from));
        while (piece.isBefore(last)) {
            ZoneOffset offset = rules.getOffset(piece);
            ZoneOffsetTransition transition = rules.nextTransition(piece);
            Instant pieceEnds = transition == null ? last : earlier(transition.getInstant(), last);
            Shift shift = new Shift(later(piece, from.toInstant(offset)), earlier(pieceEnds, to.toInstant(offset)));
            if (!shift.empty()) {
                shifts.add(shift);
            }
            piece = pieceEnds;
        }
        return shifts;
    }

    boolean empty() {
        return !begins.isBefore(ends);
    }

    Duration length() {
        return Duration.between(begins, ends);
    }

    /** What of this lies at or after an instant; may be empty. */
    Shift from(Instant start) {
        return begins.isBefore(start) ? new Shift(start, ends) : this;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
