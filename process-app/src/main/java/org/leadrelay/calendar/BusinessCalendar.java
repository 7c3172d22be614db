package org.leadrelay.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The hours in which promises run, in one time zone. Working time is counted on the time line, so a
 * day on which the clocks change counts the hours that really passed while it was open. A range
 * that runs past midnight belongs to the day it began: it is not cut off by a holiday on the next.
 *
 * <p>All durations taken and given are working time. A working day is what the calendar opens on
 * that day, not 24 hours.
 */
public final class BusinessCalendar {

    /** Longest working time that is counted; more is a mistake in a charter, not a promise. */
    static final Duration LONGEST = Duration.ofDays(3660);

    /** Days in a row without an opening after which a calendar counts as closed for good. */
    private static final int LONGEST_PAUSE = 3660;

    /** How far a day and the night after it may reach from its noon, and more. */
    private static final Duration MARGIN = Duration.ofDays(3);

    private final int version;
    private final ZoneId zone;
    private final OpeningHours hours;

    /**
     * @param version the number under which these hours stand in the database; kept on every
     *     promise
     */
    public BusinessCalendar(int version, ZoneId zone, OpeningHours hours) {
        this.version = version;
        this.zone = zone;
        this.hours = hours;
    }

    /**
     * A calendar of weekdays only.
     *
     * @throws IllegalArgumentException when the calendar never opens, or ranges overlap
     */
    public BusinessCalendar(int version, ZoneId zone, Map<DayOfWeek, List<Opening>> week) {
        this(version, zone, OpeningHours.weekly(week));
    }

    public int version() {
        return version;
    }

    public ZoneId zone() {
        return zone;
    }

    public OpeningHours hours() {
        return hours;
    }

    /**
     * The instant at which the given working time has passed. A duration that ends exactly at
     * closing time ends there, not at the next opening; no time at all from a closed instant ends
     * at the next opening.
     *
     * @throws IllegalArgumentException when the duration is negative or longer than ten years
     * @throws IllegalStateException when the calendar does not open for so long any more
     */
    public Instant add(Instant from, Duration work) {
        return count(from, work).due();
    }

    /** Working time from one instant to another; negative when the second lies before the first. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        var worked = Duration.ZERO;
        var last = to.atZone(zone).toLocalDate();
        var days = new Days(from);
        while (!days.day().isAfter(last)) {
            for (var shift : days.shifts()) {
                var part = new Shift(shift.begins(), Shift.earlier(shift.ends(), to));
                if (!part.empty()) {
                    worked = worked.plus(part.length());
                }
            }
            days.next();
        }
        return worked;
    }

    /**
     * The instant itself while open, otherwise the next instant at which the calendar opens.
     *
     * @throws IllegalStateException when it never opens again
     */
    public Instant nextOpening(Instant from) {
        var days = new Days(from);
        while (true) {
            for (var shift : days.shifts()) {
                return shift.begins();
            }
            days.next();
        }
    }

    /** Counts as {@link #add} does and keeps how it was counted, day by day. */
    public WorkingTime count(Instant from, Duration work) {
        if (work.isNegative() || work.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "working time must be between nothing and ten years, not " + work);
        }
        var parts = new ArrayList<WorkingTime.Part>();
        if (work.isZero()) {
            return new WorkingTime(zone, from, work, nextOpening(from), parts, Map.of());
        }
        var closed = new HashMap<LocalDate, Function<Locale, String>>();
        var left = work;
        var days = new Days(from);
        while (true) {
            var shifts = days.shifts();
            for (var shift : shifts) {
                if (left.compareTo(shift.length()) <= 0) {
                    note(parts, days.day(), left, false);
                    var due = shift.begins().plus(left);
                    return new WorkingTime(zone, from, work, due, parts, closed);
                }
                note(parts, days.day(), shift.length(), !shift.begins().equals(from));
                left = left.minus(shift.length());
            }
            if (shifts.isEmpty()) {
                var reason = hours.reason(days.day());
                if (reason != null) {
                    closed.put(days.day(), reason);
                }
            }
            days.next();
        }
    }

    /** Several ranges of one day are one part of the sum: a lunch break is not worth a word. */
    private static void note(
            List<WorkingTime.Part> parts, LocalDate day, Duration worked, boolean full) {
        var last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last != null && last.day().equals(day)) {
            parts.set(
                    parts.size() - 1,
                    new WorkingTime.Part(day, last.worked().plus(worked), last.full() && full));
        } else {
            parts.add(new WorkingTime.Part(day, worked, full));
        }
    }

    /** Day after day, what is open of each from an instant on, without ever counting twice. */
    private final class Days {

        private final Instant from;
        private LocalDate day;
        private Instant counted;
        private final ZoneRules rules = zone.getRules();
        private LocalDate steadyUntil = LocalDate.MIN;
        private ZoneOffset offset = ZoneOffset.UTC;
        private int closedDays;

        Days(Instant from) {
            this.from = from;
            // a night that began the day before may still run
            this.day = from.atZone(zone).toLocalDate().minusDays(1);
            this.counted = from;
        }

        LocalDate day() {
            return day;
        }

        List<Shift> shifts() {
            var shifts = new ArrayList<Shift>();
            for (var opening : hours.on(day)) {
                for (var shift : of(opening)) {
                    var rest = shift.from(counted);
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
                var noon = day.atTime(LocalTime.NOON).atZone(zone).toInstant();
                var change = rules.nextTransition(noon.minus(MARGIN));
                offset = rules.getOffset(noon);
                steadyUntil =
                        change == null
                                ? LocalDate.MAX
                                : change.getInstant().minus(MARGIN).atZone(zone).toLocalDate();
            }
            return day.isBefore(steadyUntil)
                    ? List.of(opening.shift(day, offset))
                    : Shift.between(opening.begins(day), opening.ends(day), rules);
        }

        void next() {
            if (closedDays > LONGEST_PAUSE) {
                throw new IllegalStateException(
                        "the business calendar does not open in the ten years from "
                                + from.atZone(zone).toLocalDate()
                                + ": give it an opening");
            }
            day = day.plusDays(1);
        }
    }
}
