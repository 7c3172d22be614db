package org.leadrelay.promise;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The hours in which promises run: opening ranges by weekday in one time zone. Working time is
 * counted on the time line, so a day on which the clocks change counts the hours that really passed
 * while it was open.
 *
 * <p>All durations taken and given are working time. A working day is what the calendar opens on
 * that day, not 24 hours.
 */
public final class BusinessCalendar {

    /** Longest working time that is counted; more is a mistake in a charter, not a promise. */
    static final Duration LONGEST = Duration.ofDays(3660);

    private final int version;
    private final ZoneId zone;
    private final Map<DayOfWeek, List<Opening>> week;

    /**
     * @param version the number under which these hours stand in the database; kept on every
     *     promise
     * @throws IllegalArgumentException when the calendar never opens, or ranges of one day overlap
     *     or end before they begin
     */
    public BusinessCalendar(int version, ZoneId zone, Map<DayOfWeek, List<Opening>> week) {
        this.version = version;
        this.zone = zone;
        this.week = new EnumMap<>(DayOfWeek.class);
        for (var day : week.entrySet()) {
            if (!day.getValue().isEmpty()) {
                this.week.put(day.getKey(), sorted(day.getKey(), day.getValue()));
            }
        }
        if (this.week.isEmpty()) {
            throw new IllegalArgumentException(
                    "business calendar "
                            + version
                            + " never opens: give it at least one opening range");
        }
    }

    public int version() {
        return version;
    }

    public ZoneId zone() {
        return zone;
    }

    /** The opening ranges of a weekday, earliest first; empty on a day that stays closed. */
    public List<Opening> openings(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /**
     * The instant at which the given working time has passed. A duration that ends exactly at
     * closing time ends there, not at the next opening; no time at all from a closed instant ends
     * at the next opening.
     *
     * @throws IllegalArgumentException when the duration is negative or longer than ten years
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
        for (var day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            for (var opening : openings(day.getDayOfWeek())) {
                var begins = later(from, opening.begins(day, zone));
                var ends = earlier(to, opening.ends(day, zone));
                if (begins.isBefore(ends)) {
                    worked = worked.plus(Duration.between(begins, ends));
                }
            }
        }
        return worked;
    }

    /** The instant itself while open, otherwise the next instant at which the calendar opens. */
    public Instant nextOpening(Instant from) {
        for (var day = from.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            for (var opening : openings(day.getDayOfWeek())) {
                var begins = later(from, opening.begins(day, zone));
                if (begins.isBefore(opening.ends(day, zone))) {
                    return begins;
                }
            }
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
            return new WorkingTime(zone, from, work, nextOpening(from), parts);
        }
        var left = work;
        for (var day = from.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            for (var opening : openings(day.getDayOfWeek())) {
                var begins = later(from, opening.begins(day, zone));
                var ends = opening.ends(day, zone);
                if (!begins.isBefore(ends)) {
                    continue;
                }
                var open = Duration.between(begins, ends);
                if (left.compareTo(open) <= 0) {
                    note(parts, day, left, false);
                    return new WorkingTime(zone, from, work, begins.plus(left), parts);
                }
                note(parts, day, open, begins.equals(opening.begins(day, zone)));
                left = left.minus(open);
            }
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

    private static List<Opening> sorted(DayOfWeek day, List<Opening> openings) {
        var sorted = new ArrayList<>(openings);
        sorted.sort(Comparator.comparing(Opening::opens));
        for (int i = 1; i < sorted.size(); i++) {
            var before = sorted.get(i - 1);
            if (before.toMidnight() || before.closes().isAfter(sorted.get(i).opens())) {
                throw new IllegalArgumentException(
                        "opening ranges of " + day + " overlap: " + sorted);
            }
        }
        return List.copyOf(sorted);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * One range of a day. It closes at midnight when {@code closes} is 00:00.
     *
     * @param opens first instant inside, local time
     * @param closes first instant outside, local time
     */
    public record Opening(LocalTime opens, LocalTime closes) {

        public Opening {
            if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
                throw new IllegalArgumentException(
                        "an opening must end after it begins: " + opens + " to " + closes);
            }
        }

        boolean toMidnight() {
            return closes.equals(LocalTime.MIDNIGHT);
        }

        Instant begins(LocalDate day, ZoneId zone) {
            return day.atTime(opens).atZone(zone).toInstant();
        }

        Instant ends(LocalDate day, ZoneId zone) {
            return toMidnight()
                    ? day.plusDays(1).atStartOfDay(zone).toInstant()
                    : day.atTime(closes).atZone(zone).toInstant();
        }
    }
}
