package org.leadrelay.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The days on which a country, or a region of it, does not work. */
public final class PublicHolidays {

    /** A calendar that works on every day its week says. */
    public static final PublicHolidays NONE = new PublicHolidays(null, List.of());

    private final @Nullable String country;
    private final List<String> region;
    private final @Nullable HolidayManager manager;
    private final Map<Integer, Map<LocalDate, Holiday>> years = new ConcurrentHashMap<>();

    private PublicHolidays(@Nullable String country, List<String> region) {
        this.country = country;
        this.region = List.copyOf(region);
        this.manager =
                country == null
                        ? null
                        : HolidayManager.getInstance(
                                ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }

    /**
     * @param country ISO 3166-1 code of two letters
     * @param region its subdivision as in ISO 3166-2 without the country ("by" of "DE-BY"), then
     *     parts of that subdivision; empty for what holds in the whole country
     * @throws IllegalArgumentException when the country or the region is not known, naming those
     *     that are
     */
    public static PublicHolidays of(String country, List<String> region) {
        var code = country.toUpperCase(Locale.ROOT);
        if (!countries().contains(code)) {
            throw new IllegalArgumentException(
                    "no public holidays are known of the country \"%s\"; known are %s"
                            .formatted(country, String.join(", ", countries())));
        }
        var holidays =
                new PublicHolidays(
                        code, region.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList());
        holidays.hierarchy();
        return holidays;
    }

    /** Where the region stands among those of the country; refuses one that is not known. */
    private @Nullable CalendarHierarchy hierarchy() {
        if (manager == null) {
            return null;
        }
        var level = manager.getCalendarHierarchy();
        for (var part : region) {
            var children = level.getChildren();
            level = children.get(part);
            if (level == null) {
                throw new IllegalArgumentException(
                        "no region \"%s\" is known there; known are %s"
                                .formatted(part, children.keySet().stream().sorted().toList()));
            }
        }
        return level;
    }

    public @Nullable String country() {
        return country;
    }

    public List<String> region() {
        return region;
    }

    /** The holiday's name by language when this day is one, otherwise null. */
    @Nullable Function<Locale, String> on(LocalDate day) {
        if (manager == null) {
            return null;
        }
        var holiday = years.computeIfAbsent(day.getYear(), this::year).get(day);
        return holiday == null ? null : holiday::getDescription;
    }

    private Map<LocalDate, Holiday> year(int year) {
        if (manager == null) {
            return Map.of();
        }
        return manager
                .getHolidays(
                        Year.of(year), HolidayType.PUBLIC_HOLIDAY, region.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Holiday::getDate, each -> each, (one, other) -> one));
    }

    /**
     * The regions that are known within a country or within a region of it, in small letters, as
     * {@link #of} takes them; empty when nothing smaller is known.
     */
    static Set<String> regions(String country, List<String> within) {
        var level = of(country, within).hierarchy();
        return level == null ? Set.of() : Set.copyOf(level.getChildren().keySet());
    }

    /** Codes of all countries whose holidays are known, in capitals. */
    public static List<String> countries() {
        return HolidayManager.getSupportedCalendarCodes().stream()
                .filter(each -> each.length() == 2)
                .sorted()
                .toList();
    }
}
