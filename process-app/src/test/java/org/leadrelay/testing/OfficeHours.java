package org.leadrelay.testing;

import static org.leadrelay.testing.Week.BERLIN;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.Opening;

/** Business calendars in words: {@code nineToFive()}, {@code weekdays(7, "08:00-12:00", "13:00-18:00")}. */
public final class OfficeHours {

    private OfficeHours() {}

    /** Monday to Friday from 9 to 17 in Berlin, without holidays, as version 1. */
    public static BusinessCalendar nineToFive() {
        return nineToFive(1);
    }

    public static BusinessCalendar nineToFive(int version) {
        return weekdays(version, "09:00-17:00");
    }

    /** Monday to Friday in Berlin. */
    public static BusinessCalendar weekdays(int version, String... ranges) {
        return weekdays(version, BERLIN, ranges);
    }

    public static BusinessCalendar weekdays(int version, ZoneId zone, String... ranges) {
        List<Opening> openings = Arrays.stream(ranges).map(OfficeHours::range).toList();
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), openings);
        }
        return new BusinessCalendar(version, zone, week);
    }

    /** {@code 09:00-17:00}; one that ends at or before its beginning ends on the next day. */
    public static Opening range(String fromTo) {
        String[] ends = fromTo.split("-", 2);
        return new Opening(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }
}
