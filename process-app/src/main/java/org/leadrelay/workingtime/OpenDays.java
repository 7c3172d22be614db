package org.leadrelay.workingtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** Iterator over the open stretches of each day from an instant on, without ever counting twice. */
final class OpenDays {

    /** Days in a row without an opening after which a calendar counts as closed for good. */
    static final int LONGEST_PAUSE = 3660;

    /** How far a day and the night after it may reach from its noon, and more. */
    private static final Duration MARGIN = Duration.ofDays(3);

    private final ZoneId zone;
    private final OpeningHours hours;
    private final Instant from;
    private LocalDate day;
    private Instant counted;
    private final ZoneRules rules;
    private LocalDate steadyUntil = LocalDate.MIN;
    private ZoneOffset offset = ZoneOffset.UTC;
    private int closedDays;

    OpenDays(ZoneId zone, OpeningHours hours, Instant from) {
        this.zone = zone;
        this.hours = hours;
        this.rules = zone.getRules();
        this.from = from;
        // a night that began the day before may still run
        this.day = from.atZone(zone).toLocalDate().minusDays(1);
        this.counted = from;
    }

    LocalDate day() {
        return day;
    }

    List<Shift> shifts() {
        ArrayList<Shift> shifts = new ArrayList<>();
        for (Opening opening : hours.on(day)) {
            for (Shift shift : of(opening)) {
                Shift rest = shift.from(counted);
                if (!rest.empty()) {
                    shifts.add(rest);
                    counted = rest.ends();
                }
            }
        }
        closedDays = shifts.isEmpty() ? closedDays + 1 : 0;
        return shifts;
    }

    /** Far from any change of the clocks, which is nearly always, counting is enough. */
    private List<Shift> of(Opening opening) {
        if (!day.isBefore(steadyUntil)) {
            Instant noon = day.atTime(LocalTime.NOON).atZone(zone).toInstant();
            ZoneOffsetTransition change = rules.nextTransition(noon.minus(MARGIN));
            offset = rules.getOffset(noon);
            steadyUntil = change == null
                    ? LocalDate.MAX
                    : change.getInstant().minus(MARGIN).atZone(zone).toLocalDate();
        }
        return day.isBefore(steadyUntil)
                ? List.of(opening.shift(day, offset))
                : Shift.between(opening.begins(day), opening.ends(day), rules);
    }

    void next() {
        if (closedDays > LONGEST_PAUSE) {
            throw closedForGood(from.atZone(zone).toLocalDate());
        }
        forward();
    }

    /** The next day even when none will ever open again: for who knows where to stop. */
    void forward() {
        day = day.plusDays(1);
    }

    static IllegalStateException closedForGood(LocalDate day) {
        return new IllegalStateException(
                "the business calendar does not open in the ten years from " + day + ": give it an opening");
    }
}
