package org.leadrelay.calendar;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.Opening;
import org.leadrelay.workingtime.OpeningHours;
import org.leadrelay.workingtime.PublicHolidays;
import org.leadrelay.workingtime.SpecialDays;

/**
 * Value object of one calendar version. Two that say the same are equal.
 *
 * @param week by weekday, earliest range first; a day that is not named stays closed
 * @param country whose public holidays are kept, ISO 3166-1; null for none
 * @param regions the country's region, from the largest to the smallest; empty for the whole
 *     country
 */
public record CalendarContent(
        String name,
        ZoneId zone,
        Map<DayOfWeek, List<Opening>> week,
        @Nullable String country,
        List<String> regions,
        List<SpecialDays> special) {

    public CalendarContent {
        week = Map.copyOf(week);
        regions = List.copyOf(regions);
        special = List.copyOf(special);
    }

    /**
     * @throws IllegalArgumentException when it never opens, ranges overlap, or the country or
     *     region is not known
     */
    BusinessCalendar counting(int version) {
        PublicHolidays holidays = country == null ? PublicHolidays.NONE : PublicHolidays.of(country, regions);
        return new BusinessCalendar(version, zone, new OpeningHours(week, holidays, special));
    }
}
