package org.leadrelay.workingtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leadrelay.calendar.CalendarForm;
import org.leadrelay.calendar.CalendarForm.Range;

/** Calendars that tests fill in as people do. */
public final class WorkedExamples {

    private WorkedExamples() {}

    /** Monday to Friday, 9 to 17. */
    public static CalendarForm office(String zone, String country, String... regions) {
        return weekdays("Office", zone, new Range("09:00", "17:00"), country, List.of(regions));
    }

    /** Monday to Friday in this one range, without holidays. */
    public static CalendarForm weekdays(String name, String zone, String from, String to) {
        return weekdays(name, zone, new Range(from, to), null, List.of());
    }

    /** The same as the next version of what was read. */
    public static CalendarForm after(int version, CalendarForm form) {
        return new CalendarForm(
                form.name(), form.zone(), form.week(), form.country(), form.regions(), form.specialDays(), version);
    }

    private static CalendarForm weekdays(String name, String zone, Range range, String country, List<String> regions) {
        Map<String, List<Range>> week = new HashMap<>();
        for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
            week.put(day, List.of(range));
        }
        return new CalendarForm(name, zone, week, country, regions, null, null);
    }
}
