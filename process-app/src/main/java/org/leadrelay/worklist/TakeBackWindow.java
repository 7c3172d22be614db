package org.leadrelay.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.leadrelay.workingtime.BusinessCalendar;

/** Rule for how long a won deal can be taken back: to the end of the rep's working day on which it was won. */
final class TakeBackWindow {

    private TakeBackWindow() {}

    /**
     * Midnight after the day of the win in the product's zone; of a win on a day on which the rep's calendar stays closed,
     * midnight after the next one on which it opens.
     */
    static Instant endOf(Instant won, BusinessCalendar calendar, ZoneId zone) {
        LocalDate day = won.atZone(zone).toLocalDate();
        LocalDate working = calendar.day(day, Locale.ROOT).openings().isEmpty()
                ? calendar.nextOpening(day.atStartOfDay(zone).toInstant())
                        .atZone(zone)
                        .toLocalDate()
                : day;
        return working.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
