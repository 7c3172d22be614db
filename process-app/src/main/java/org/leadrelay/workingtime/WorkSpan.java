package org.leadrelay.workingtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Working time before or after a due instant, split into working days and the rest. A working day is what the
 * calendar opens on that day, however long: days are counted from the due instant, to the same time of day on the
 * next or the last day that opens at all, as a charter counts them.
 *
 * @param late whether the due instant has passed
 * @param work the working time in between, never negative
 * @param days working time of one, two and more whole working days next to the due instant, to the first that is
 *     longer than what lies between; of what is late, one or two more, for who counts on without the calendar
 */
public record WorkSpan(boolean late, Duration work, List<Duration> days) {

    private static final int DAYS_AHEAD = 1;

    /** Days without an opening after which nobody looks for the next. */
    private static final long LONGEST_LOOK = 30;

    public WorkSpan {
        days = List.copyOf(days);
    }

    /** What is left before a due instant, or has passed since. */
    public static WorkSpan of(BusinessCalendar hours, Instant now, Instant due) {
        return now.isBefore(due)
                ? new WorkSpan(false, hours.between(now, due), days(hours, due, now, -1, 0))
                : new WorkSpan(true, hours.between(due, now), days(hours, due, now, 1, DAYS_AHEAD));
    }

    /** Working time that was counted from an instant on, such as how late a step was completed. */
    public static WorkSpan after(BusinessCalendar hours, Instant from, Duration work) {
        return of(hours, hours.add(from, work), from);
    }

    /** Whole working days and what is more than these. */
    public WorkAmount amount() {
        int whole = 0;
        while (whole < days.size() && days.get(whole).compareTo(work) <= 0) {
            whole++;
        }
        return new WorkAmount(whole, whole == 0 ? work : work.minus(days.get(whole - 1)));
    }

    /**
     * @param step 1 to walk into the future, -1 into the past
     * @param beyond how many days to tell of that end after the other instant
     */
    private static List<Duration> days(BusinessCalendar hours, Instant due, Instant other, int step, int beyond) {
        Duration work = hours.between(due, other).abs();
        LocalDateTime local = due.atZone(hours.zone()).toLocalDateTime();
        LocalDate day = hours.hours().dayOf(local);
        Duration time = Duration.between(day.atStartOfDay(), local);
        LocalDate last = other.atZone(hours.zone()).toLocalDate().plusDays(step * LONGEST_LOOK);
        List<Duration> days = new ArrayList<>();
        Duration sum = Duration.ZERO;
        Instant mark = due;
        while (!day.equals(last) && (sum.compareTo(work) <= 0 || beyond-- > 0)) {
            day = day.plusDays(step);
            if (!hours.hours().on(day).isEmpty()) {
                Instant next =
                        day.atStartOfDay().plus(time).atZone(hours.zone()).toInstant();
                sum = sum.plus(hours.between(mark, next).abs());
                mark = next;
                days.add(sum);
            }
        }
        return days;
    }
}
