package org.leadrelay.workingtime;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of a country, or of a region of it, on the days on which they are observed.
 *
 * <p>The library answers for the year to which a holiday belongs, which is not always the year in
 * which it is observed: the first of January 2028 is a Saturday, and in the United States the day
 * off is the last of December 2027. So the neighbours of a year are asked too.
 */
public final class PublicHolidays {

    /** A calendar that works on every day its week says. */
    public static final PublicHolidays NONE = new PublicHolidays(null, List.of());

    private final @Nullable String country;
    private final List<String> region;
    private final @Nullable HolidayManager manager;

    /** The way to the region as the library spells it, which is "2A" for the south of Corsica. */
    private final List<Place> places;

    private final Map<Integer, Map<LocalDate, Holiday>> years = new ConcurrentHashMap<>();

    private record Place(String key, CalendarHierarchy level) {}

    private PublicHolidays(@Nullable String country, List<String> region) {
        this.country = country;
        this.region = List.copyOf(region);
        this.manager = country == null
                ? null
                : HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        this.places = manager == null ? List.of() : places(manager.getCalendarHierarchy(), region);
    }

    /**
     * @param country ISO 3166-1 code of two letters
     * @param region its subdivision as in ISO 3166-2 without the country ("by" of "DE-BY"), then
     *     parts of that subdivision; empty for what holds in the whole country
     * @throws IllegalArgumentException when the country or the region is not known, naming those
     *     that are
     */
    public static PublicHolidays of(String country, List<String> region) {
        String code = country.toUpperCase(Locale.ROOT);
        if (!countries().contains(code)) {
            throw new IllegalArgumentException("no public holidays are known of the country \"%s\"; known are %s"
                    .formatted(country, String.join(", ", countries())));
        }
        return new PublicHolidays(
                code, region.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList());
    }

    /** Where the region stands among those of the country; refuses one that is not known. */
    private static List<Place> places(CalendarHierarchy country, List<String> region) {
        ArrayList<Place> places = new ArrayList<>();
        CalendarHierarchy level = country;
        for (String part : region) {
            Map<String, CalendarHierarchy> children = level.getChildren();
            Place place = children.entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(part))
                    .findFirst()
                    .map(each -> new Place(each.getKey(), each.getValue()))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no region \"%s\" is known there; known are %s".formatted(part, codes(children))));
            places.add(place);
            level = place.level();
        }
        return List.copyOf(places);
    }

    private static Set<String> codes(Map<String, CalendarHierarchy> regions) {
        return regions.keySet().stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private @Nullable CalendarHierarchy level() {
        return manager == null
                ? null
                : places.isEmpty()
                        ? manager.getCalendarHierarchy()
                        : places.get(places.size() - 1).level();
    }

    public @Nullable String country() {
        return country;
    }

    public List<String> region() {
        return region;
    }

    /** The holiday's name by language when this day is one, otherwise null. */
    @Nullable
    Function<Locale, String> on(LocalDate day) {
        if (manager == null) {
            return null;
        }
        Holiday holiday = years.computeIfAbsent(day.getYear(), this::year).get(day);
        return holiday == null ? null : holiday::getDescription;
    }

    /** What is observed in a year; of two on one day the one that belongs to the year. */
    private Map<LocalDate, Holiday> year(int year) {
        return Stream.of(year, year - 1, year + 1)
                .flatMap(this::belongingTo)
                .filter(each -> each.getDate().getYear() == year)
                .collect(Collectors.toMap(Holiday::getDate, each -> each, (one, other) -> one));
    }

    private Stream<Holiday> belongingTo(int year) {
        return manager == null
                ? Stream.empty()
                : manager
                        .getHolidays(
                                Year.of(year),
                                HolidayType.PUBLIC_HOLIDAY,
                                places.stream().map(Place::key).toArray(String[]::new))
                        .stream();
    }

    /**
     * The regions that are known within a country or within a region of it, in small letters, as
     * {@link #of} takes them; empty when nothing smaller is known.
     */
    public static Set<String> regions(String country, List<String> within) {
        CalendarHierarchy level = of(country, within).level();
        return level == null ? Set.of() : codes(level.getChildren());
    }

    /**
     * What people call a region: "Bayern" for {@code by} of Germany.
     *
     * @param region from the largest to the smallest
     */
    public static String regionName(String country, List<String> region, Locale locale) {
        CalendarHierarchy level = of(country, region).level();
        return level == null ? "" : level.getDescription(locale);
    }

    /** Codes of all countries whose holidays are known, in capitals. */
    public static List<String> countries() {
        return HolidayManager.getSupportedCalendarCodes().stream()
                .filter(each -> each.length() == 2)
                .sorted()
                .toList();
    }
}
