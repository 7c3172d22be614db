package org.leadrelay.board;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Office of the recomputation, open from nine to five on weekdays: working time by counting, without the product's calendars. */
record OfficeNineToFive(ZoneId zone) {

    /** Seconds from nine to five on weekdays since a Monday. */
    long worked(Instant at) {
        LocalDate monday = LocalDate.of(2020, 1, 6);
        LocalDate day = at.atZone(zone).toLocalDate();
        long days = day.toEpochDay() - monday.toEpochDay();
        long open = days / 7 * 5 + Math.min(5, days % 7);
        long today = weekend(day)
                ? 0
                : Duration.between(LocalTime.of(9, 0), at.atZone(zone).toLocalTime())
                        .toSeconds();
        return open * 8 * 3600 + Math.max(0, Math.min(8 * 3600, today));
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** The same time of day ten working days later, from when the office is open next. */
    Instant tenWorkingDaysAfter(Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        LocalTime time = at.atZone(zone).toLocalTime();
        if (!weekend(day) && !time.isBefore(LocalTime.of(17, 0))) {
            day = day.plusDays(1);
            time = LocalTime.of(9, 0);
        }
        while (weekend(day)) {
            day = day.plusDays(1);
            time = LocalTime.of(9, 0);
        }
        time = time.isBefore(LocalTime.of(9, 0)) ? LocalTime.of(9, 0) : time;
        for (int left = 10; left > 0; left -= weekend(day) ? 0 : 1) {
            day = day.plusDays(1);
        }
        return day.atTime(time).atZone(zone).toInstant();
    }
}
