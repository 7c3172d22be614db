package org.leadrelay.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.WorkingTime;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST endpoints that calculate in a calendar and change nothing: when is it due, how much is that in working
 * time.
 */
@RestController
@RequestMapping("/api/calendars/{id}")
@Tag(name = "Calendars")
class CalendarArithmeticApi {

    private final CalendarArithmetic counting;

    CalendarArithmeticApi(CalendarArithmetic counting) {
        this.counting = counting;
    }

    /**
     * @param local the same as {@code due} by the calendar's own clock
     * @param arithmetic in words, in the language asked for
     */
    record Due(
            String calendar,
            int version,
            String zone,
            Instant from,
            Duration work,
            Instant due,
            OffsetDateTime local,
            String arithmetic) {}

    record Worked(String calendar, int version, Instant from, Instant to, Duration worked, String words) {}

    record NextOpening(String calendar, int version, Instant from, Instant opening, OffsetDateTime local) {}

    @GetMapping("/due")
    @Operation(summary = "When a working time that begins now has passed, with the arithmetic")
    Due due(
            @PathVariable String id,
            @Parameter(example = "2026-03-27T16:30:00Z") @RequestParam Instant from,
            @Parameter(description = "PT4H for four hours, P1D for a working day", example = "PT2H") @RequestParam
                    String work,
            Locale locale) {
        BusinessCalendar calendar = counting.calendar(id);
        WorkingTime counted = counting.due(calendar, from, work);
        return new Due(
                id,
                calendar.version(),
                calendar.zone().getId(),
                from,
                counted.work(),
                counted.due(),
                counted.due().atZone(calendar.zone()).toOffsetDateTime(),
                counted.words(locale));
    }

    @GetMapping("/worked")
    @Operation(summary = "The working time between two instants; negative when they are exchanged")
    Worked worked(@PathVariable String id, @RequestParam Instant from, @RequestParam Instant to) {
        BusinessCalendar calendar = counting.calendar(id);
        Duration worked = counting.worked(calendar, from, to);
        return new Worked(id, calendar.version(), from, to, worked, WorkingTime.amount(worked));
    }

    @GetMapping("/opening")
    @Operation(summary = "The instant itself while open, otherwise the next opening")
    NextOpening opening(@PathVariable String id, @RequestParam Instant from) {
        BusinessCalendar calendar = counting.calendar(id);
        Instant opening = counting.opening(calendar, from);
        return new NextOpening(
                id,
                calendar.version(),
                from,
                opening,
                opening.atZone(calendar.zone()).toOffsetDateTime());
    }
}
