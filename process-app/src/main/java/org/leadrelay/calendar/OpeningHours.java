package org.leadrelay.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which ranges of which day are open: special days before public holidays before the week.
 *
 * @param week by weekday; a day that is not named stays closed
 */
public record OpeningHours(
        Map<DayOfWeek, List<Opening>> week, PublicHolidays holidays, List<SpecialDays> special) {

    /**
     * @throws IllegalArgumentException when they never open, or ranges of one day or of one night
     *     and the next day overlap
     */
    public OpeningHours {
        var sorted = new EnumMap<DayOfWeek, List<Opening>>(DayOfWeek.class);
        week.forEach(
                (day, openings) -> {
                    if (!openings.isEmpty()) {
                        sorted.put(day, checked(day.toString(), openings));
                    }
                });
        sorted.forEach((day, openings) -> nightMustEndBefore(day, openings, sorted));
        week = Map.copyOf(sorted);
        special = List.copyOf(special);
        if (week.isEmpty() && special.stream().allMatch(days -> days.openings().isEmpty())) {
            throw new IllegalArgumentException(
                    "it never opens: give it at least one opening range");
        }
    }

    static OpeningHours weekly(Map<DayOfWeek, List<Opening>> week) {
        return new OpeningHours(week, PublicHolidays.NONE, List.of());
    }

    /** The ranges that begin on this day, earliest first. */
    List<Opening> on(LocalDate day) {
        var exception = special(day);
        if (exception != null) {
            return exception.openings();
        }
        var usual = week.getOrDefault(day.getDayOfWeek(), List.of());
        return usual.isEmpty() || holidays.on(day) == null ? usual : List.of();
    }

    /** Why a day has other hours than its weekday, by language; null when it has not. */
    @Nullable Function<Locale, String> reason(LocalDate day) {
        var exception = special(day);
        return exception == null ? holidays.on(day) : locale -> exception.name();
    }

    private @Nullable SpecialDays special(LocalDate day) {
        SpecialDays shortest = null;
        for (var days : special) {
            if (days.cover(day) && (shortest == null || days.length() < shortest.length())) {
                shortest = days;
            }
        }
        return shortest;
    }

    static List<Opening> checked(String what, List<Opening> openings) {
        var sorted = new ArrayList<>(openings);
        sorted.sort(Comparator.comparing(Opening::opens));
        for (int i = 1; i < sorted.size(); i++) {
            var before = sorted.get(i - 1);
            if (before.toNextDay() || before.closes().isAfter(sorted.get(i).opens())) {
                throw new IllegalArgumentException(
                        "opening ranges of " + what + " overlap: " + sorted);
            }
        }
        return List.copyOf(sorted);
    }

    private static void nightMustEndBefore(
            DayOfWeek day, List<Opening> openings, Map<DayOfWeek, List<Opening>> week) {
        var last = openings.get(openings.size() - 1);
        var next = week.getOrDefault(day.plus(1), List.of());
        if (last.toNextDay() && !next.isEmpty() && next.get(0).opens().isBefore(last.closes())) {
            throw new IllegalArgumentException(
                    "the last range of %s and the first of the next day overlap: %s, %s"
                            .formatted(day, last, next.get(0)));
        }
    }
}
