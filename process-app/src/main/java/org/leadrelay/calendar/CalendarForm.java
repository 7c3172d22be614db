package org.leadrelay.calendar;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadrelay.workingtime.Opening;

/**
 * A calendar as people fill it in and as it is sent: nothing in it is checked yet.
 *
 * @param week ranges by English weekday, {@code monday}; a day that is not named stays closed
 * @param version the version that was read and is changed; null for a new calendar
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CalendarForm(
        @Schema(example = "Monday to Friday, 9 to 17") @Nullable
        String name,

        @Schema(example = "Europe/Berlin") @Nullable String zone,
        @Nullable Map<String, List<Range>> week,

        @Schema(description = "ISO 3166-1; none for no public holidays", example = "DE") @Nullable
        String country,

        @Schema(description = "From the largest to the smallest", example = "[\"by\"]") @Nullable
        List<String> regions,

        @Nullable List<Special> specialDays,

        @Schema(description = "The version that was read; none for a new calendar") @Nullable
        Integer version) {

    /**
     * One range of a day by the clock on the wall; one that ends at or before its beginning runs
     * past midnight.
     */
    public record Range(
            @Schema(example = "09:00") @Nullable String from,
            @Schema(example = "17:00") @Nullable String to) {}

    /** Days with other hours than the week and the holidays say; without ranges they are closed. */
    public record Special(
            @Nullable String name,
            @Schema(example = "2026-12-24") @Nullable String first,

            @Schema(description = "The first day if left out", example = "2027-01-03") @Nullable
            String last,

            @Nullable List<Range> ranges) {}

    /** The form of what is on record, ready to be changed. */
    public static CalendarForm of(CalendarVersion version) {
        CalendarContent content = version.content();
        Map<String, List<Range>> week = new TreeMap<>();
        content.week().forEach((day, openings) -> week.put(day.name().toLowerCase(Locale.ROOT), ranges(openings)));
        return new CalendarForm(
                content.name(),
                content.zone().getId(),
                week,
                content.country(),
                content.regions(),
                content.special().stream()
                        .map(days -> new Special(
                                days.name(),
                                days.first().toString(),
                                days.last().toString(),
                                ranges(days.openings())))
                        .toList(),
                version.version());
    }

    private static List<Range> ranges(List<Opening> openings) {
        return openings.stream()
                .map(each -> new Range(each.opens().toString(), each.closes().toString()))
                .toList();
    }
}
