package org.leadrelay.workingtime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Business calendar in one time zone: counts, adds and renders working time. Working time is counted on the time
 * line, so a day on which the clocks change counts the hours that really passed while it was open. A range that
 * runs past midnight belongs to the day it began: it is not cut off by a holiday on the next.
 *
 * <p>All durations taken and given are working time. A working day is what the calendar opens on
 * that day, not 24 hours.
 */
public final class BusinessCalendar {

    /** Longest working time that is counted; more is a mistake in a charter, not a promise. */
    static final Duration LONGEST = Duration.ofDays(3660);

    /** Days in which the next openings are looked for. */
    private static final int LOOKED_AHEAD = 30;

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

    /** A day with its opening hours, and the name of what makes it differ from its weekday. */
    public CalendarDay day(LocalDate day, Locale locale) {
        return hours.day(day, locale);
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

    /** The same for working days and time on top of them. */
    public Instant add(Instant from, WorkAmount work) {
        return count(from, work).due();
    }

    /**
     * When to tell somebody that this working time has passed: as {@link #add}, but what ends as
     * the calendar closes is told at the next opening, when somebody is there.
     */
    public Instant reminder(Instant from, Duration work) {
        return nextOpening(add(from, work));
    }

    /** Working time from one instant to another; negative when the second lies before the first. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        Duration worked = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        OpenDays days = new OpenDays(zone, hours, from);
        while (!days.day().isAfter(last)) {
            for (Shift shift : days.shifts()) {
                Shift part = new Shift(shift.begins(), Shift.earlier(shift.ends(), to));
                if (!part.empty()) {
                    worked = worked.plus(part.length());
                }
            }
            days.forward();
        }
        return worked;
    }

    /**
     * The instant itself while open, otherwise the next instant at which the calendar opens.
     *
     * @throws IllegalStateException when it never opens again
     */
    public Instant nextOpening(Instant from) {
        OpenDays days = new OpenDays(zone, hours, from);
        while (true) {
            for (Shift shift : days.shifts()) {
                return shift.begins();
            }
            days.next();
        }
    }

    /**
     * The instants at which it opens and closes by turns, from an instant on: the instant itself first while open.
     *
     * @param stretches how many open stretches at most; fewer when it does not open for a long while
     */
    public List<Instant> openings(Instant from, int stretches) {
        List<Instant> turns = new ArrayList<>();
        OpenDays days = new OpenDays(zone, hours, from);
        for (int i = 0; i < LOOKED_AHEAD && turns.size() < 2 * stretches; i++) {
            for (Shift shift : days.shifts()) {
                if (turns.size() < 2 * stretches) {
                    turns.add(shift.begins());
                    turns.add(shift.ends());
                }
            }
            days.forward();
        }
        return turns;
    }

    /** Counts as {@link #add} does and keeps how it was counted, day by day. */
    public WorkingTime count(Instant from, Duration work) {
        if (work.isNegative() || work.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("working time must be between nothing and ten years, not " + work);
        }
        ArrayList<WorkingTime.Part> parts = new ArrayList<>();
        if (work.isZero()) {
            return new WorkingTime(zone, from, work, nextOpening(from), parts, Map.of());
        }
        HashMap<LocalDate, Function<Locale, String>> closed = new HashMap<>();
        Duration left = work;
        OpenDays days = new OpenDays(zone, hours, from);
        while (true) {
            List<Shift> shifts = days.shifts();
            for (Shift shift : shifts) {
                if (left.compareTo(shift.length()) <= 0) {
                    note(parts, days.day(), left, false);
                    Instant due = shift.begins().plus(left);
                    return new WorkingTime(zone, from, work, due, parts, closed);
                }
                note(parts, days.day(), shift.length(), !shift.begins().equals(from));
                left = left.minus(shift.length());
            }
            if (shifts.isEmpty()) {
                Function<Locale, String> reason = hours.reason(days.day());
                if (reason != null) {
                    closed.put(days.day(), reason);
                }
            }
            days.next();
        }
    }

    /**
     * Counts working days, then the rest. A working day ends at the time of day at which counting
     * began, on the next day that opens at all: Friday 11:00 and a day is Monday 11:00.
     *
     * @throws IllegalStateException when the calendar does not open for so long any more
     */
    public WorkingTime count(Instant from, WorkAmount work) {
        if (work.days() == 0) {
            return count(from, work.rest());
        }
        Instant start = nextOpening(from);
        LocalDateTime local = start.atZone(zone).toLocalDateTime();
        LocalDate first = hours.dayOf(local);
        LocalDate day = first;
        for (int left = work.days(); left > 0; left--) {
            day = nextOpenDay(day);
        }
        LocalDateTime until = day.atStartOfDay().plus(Duration.between(first.atStartOfDay(), local));
        return count(from, between(start, until.atZone(zone).toInstant()).plus(work.rest()));
    }

    private LocalDate nextOpenDay(LocalDate day) {
        for (int closed = 1; closed <= OpenDays.LONGEST_PAUSE; closed++) {
            if (!hours.on(day.plusDays(closed)).isEmpty()) {
                return day.plusDays(closed);
            }
        }
        throw OpenDays.closedForGood(day);
    }

    /** Several ranges of one day are one part of the sum: a lunch break is not worth a word. */
    private static void note(List<WorkingTime.Part> parts, LocalDate day, Duration worked, boolean full) {
        WorkingTime.Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last != null && last.day().equals(day)) {
            parts.set(parts.size() - 1, new WorkingTime.Part(day, last.worked().plus(worked), last.full() && full));
        } else {
            parts.add(new WorkingTime.Part(day, worked, full));
        }
    }
}
