package org.leadrelay.workingtime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opening hours of each day: special days before public holidays before the week. */
public final class OpeningHours {

    private final Map<DayOfWeek, List<Opening>> week;
    private final PublicHolidays holidays;
    private final SpecialDayIndex special;

    /**
     * @param week by weekday; a day that is not named stays closed
     * @throws IllegalArgumentException when they never open, or ranges of one day or of one night
     *     and the next day overlap
     */
    public OpeningHours(Map<DayOfWeek, List<Opening>> week, PublicHolidays holidays, List<SpecialDays> special) {
        EnumMap<DayOfWeek, List<Opening>> sorted = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, openings) -> {
            if (!openings.isEmpty()) {
                sorted.put(day, checked(day.toString(), openings));
            }
        });
        sorted.forEach((day, openings) -> nightMustEndBefore(day, openings, sorted));
        this.week = Map.copyOf(sorted);
        this.holidays = holidays;
        this.special = new SpecialDayIndex(special);
        if (sorted.isEmpty()
                && special.stream().allMatch(days -> days.openings().isEmpty())) {
            throw new IllegalArgumentException("it never opens: give it at least one opening range");
        }
    }

    static OpeningHours weekly(Map<DayOfWeek, List<Opening>> week) {
        return new OpeningHours(week, PublicHolidays.NONE, List.of());
    }

    /** The ranges that begin on this day, earliest first. */
    List<Opening> on(LocalDate day) {
        SpecialDays exception = special.on(day);
        if (exception != null) {
            return exception.openings();
        }
        List<Opening> usual = week.getOrDefault(day.getDayOfWeek(), List.of());
        return usual.isEmpty() || holidays.on(day) == null ? usual : List.of();
    }

    /** The day to which a moment belongs that is open: after midnight, it may be the day before. */
    LocalDate dayOf(LocalDateTime open) {
        LocalDate before = open.toLocalDate().minusDays(1);
        return on(before).stream().anyMatch(range -> range.ends(before).isAfter(open)) ? before : open.toLocalDate();
    }

    /** Why a day has other hours than its weekday, by language; null when it has not. */
    @Nullable
    Function<Locale, String> reason(LocalDate day) {
        SpecialDays exception = special.on(day);
        return exception == null ? holidays.on(day) : locale -> exception.name();
    }

    /** The day as a calendar on the wall shows it. */
    CalendarDay day(LocalDate day, Locale locale) {
        SpecialDays exception = special.on(day);
        if (exception != null) {
            return new CalendarDay(day, CalendarDay.Kind.SPECIAL, exception.name(), on(day));
        }
        Function<Locale, String> holiday = holidays.on(day);
        return holiday == null
                ? new CalendarDay(day, CalendarDay.Kind.USUAL, null, on(day))
                : new CalendarDay(day, CalendarDay.Kind.HOLIDAY, holiday.apply(locale), on(day));
    }

    static List<Opening> checked(String what, List<Opening> openings) {
        ArrayList<Opening> sorted = new ArrayList<>(openings);
        sorted.sort(Comparator.comparing(Opening::opens));
        for (int i = 1; i < sorted.size(); i++) {
            Opening before = sorted.get(i - 1);
            if (before.meets(sorted.get(i))) {
                throw new IllegalArgumentException("opening ranges of " + what + " overlap: " + sorted);
            }
        }
        return List.copyOf(sorted);
    }

    private static void nightMustEndBefore(DayOfWeek day, List<Opening> openings, Map<DayOfWeek, List<Opening>> week) {
        Opening last = openings.get(openings.size() - 1);
        List<Opening> next = week.getOrDefault(day.plus(1), List.of());
        if (!next.isEmpty() && last.runsInto(next.get(0))) {
            throw new IllegalArgumentException("the last range of %s and the first of the next day overlap: %s, %s"
                    .formatted(day, last, next.get(0)));
        }
    }

    @Override
    public String toString() {
        return "week %s, holidays of %s %s, %s".formatted(week, holidays.country(), holidays.region(), special);
    }
}
