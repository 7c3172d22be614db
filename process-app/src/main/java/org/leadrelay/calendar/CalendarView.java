package org.leadrelay.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version as REST answers it: what {@code PUT} takes, with who made it and when.
 *
 * @param usedBy only where one calendar is asked for
 */
record CalendarView(
        String id,
        String name,
        String zone,
        Map<String, List<CalendarForm.Range>> week,
        @Nullable String country,
        List<String> regions,
        List<CalendarForm.Special> specialDays,
        int version,
        String madeBy,
        Instant madeAt,
        @Nullable CalendarUse usedBy) {

    static CalendarView of(CalendarVersion version, @Nullable CalendarUse usedBy) {
        CalendarForm form = CalendarForm.of(version);
        CalendarContent content = version.content();
        return new CalendarView(
                version.id(),
                content.name(),
                content.zone().getId(),
                form.week() == null ? Map.of() : form.week(),
                content.country(),
                content.regions(),
                form.specialDays() == null ? List.of() : form.specialDays(),
                version.version(),
                version.madeBy(),
                version.madeAt(),
                usedBy);
    }
}
