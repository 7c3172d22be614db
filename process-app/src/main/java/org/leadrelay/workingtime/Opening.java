package org.leadrelay.workingtime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * One range of a day, by the clock on the wall. One that closes at or before the time it opens runs
 * past midnight into the next day and still belongs to the day it began; 00:00 to 00:00 is the
 * whole day.
 *
 * @param opens first moment inside, local time, whole seconds
 * @param closes first moment outside, local time, whole seconds
 */
public record Opening(LocalTime opens, LocalTime closes) {

    private static final int DAY = 24 * 60 * 60;

    public Opening {
        if (!opens.truncatedTo(ChronoUnit.SECONDS).equals(opens)
                || !closes.truncatedTo(ChronoUnit.SECONDS).equals(closes)) {
            throw new IllegalArgumentException("opening hours are exact to the second, not " + opens + " to " + closes);
        }
        if (opens.equals(closes) && !opens.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException(
                    "an opening must end after it begins, not %s to %s; the whole day is 00:00 to 00:00"
                            .formatted(opens, closes));
        }
    }

    /** Whether the range ends on the day after it began; midnight itself counts as that day. */
    boolean toNextDay() {
        return !opens.isBefore(closes);
    }

    /** Whether a range of the same day that begins later begins before this one has ended. */
    public boolean meets(Opening later) {
        return toNextDay() || closes.isAfter(later.opens);
    }

    /** Whether a range of the next day begins before this one has ended. */
    public boolean runsInto(Opening nextDay) {
        return toNextDay() && nextDay.opens.isBefore(closes);
    }

    LocalDateTime begins(LocalDate day) {
        return day.atTime(opens);
    }

    /** The range on the time line, in a zone whose offset does not change around that day. */
    Shift shift(LocalDate day, ZoneOffset offset) {
        long midnight = day.toEpochDay() * DAY - offset.getTotalSeconds();
        return new Shift(
                Instant.ofEpochSecond(midnight + opens.toSecondOfDay()),
                Instant.ofEpochSecond(midnight + closes.toSecondOfDay() + (toNextDay() ? DAY : 0)));
    }

    LocalDateTime ends(LocalDate day) {
        return (toNextDay() ? day.plusDays(1) : day).atTime(closes);
    }
}
