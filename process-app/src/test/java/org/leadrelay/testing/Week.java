package org.leadrelay.testing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Instants in words, for rules that are told in days and hours: {@code monday("12:45")} is that time on Monday, 2 March
 * 2026 in Berlin, with no change of the clocks near; {@code nextMonday("09:00")} is a week later.
 */
public final class Week {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private Week() {}

    public static Instant monday(String time) {
        return on(DayOfWeek.MONDAY, time);
    }

    public static Instant tuesday(String time) {
        return on(DayOfWeek.TUESDAY, time);
    }

    public static Instant wednesday(String time) {
        return on(DayOfWeek.WEDNESDAY, time);
    }

    public static Instant thursday(String time) {
        return on(DayOfWeek.THURSDAY, time);
    }

    public static Instant friday(String time) {
        return on(DayOfWeek.FRIDAY, time);
    }

    public static Instant saturday(String time) {
        return on(DayOfWeek.SATURDAY, time);
    }

    public static Instant sunday(String time) {
        return on(DayOfWeek.SUNDAY, time);
    }

    public static Instant nextMonday(String time) {
        return MONDAY.plusWeeks(1).atTime(LocalTime.parse(time)).atZone(BERLIN).toInstant();
    }

    /** Any other moment in Berlin: {@code berlin("2026-12-24T14:00")}. */
    public static Instant berlin(String dateTime) {
        return LocalDateTime.parse(dateTime).atZone(BERLIN).toInstant();
    }

    /** As a table writes it: {@code monday 12:45}, {@code next-monday 09:00}. */
    public static Instant at(String dayAndTime) {
        String[] parts = dayAndTime.strip().split("\\s+", -1);
        return parts[0].equals("next-monday")
                ? nextMonday(parts[1])
                : on(DayOfWeek.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
    }

    private static Instant on(DayOfWeek day, String time) {
        return MONDAY.plusDays(day.getValue() - 1L)
                .atTime(LocalTime.parse(time))
                .atZone(BERLIN)
                .toInstant();
    }
}
