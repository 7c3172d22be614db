package org.leadrelay.notification;

import java.time.Instant;
import java.time.LocalDate;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.workingtime.BusinessCalendar;
import org.springframework.stereotype.Component;

/** Quiet hours: mail leaves within the opening hours of the recipient's own calendar. */
@Component
class QuietHours {

    private final BusinessCalendars calendars;

    QuietHours(BusinessCalendars calendars) {
        this.calendars = calendars;
    }

    /** The hours this person works in. */
    BusinessCalendar of(String login) {
        return calendars.forRep(login);
    }

    /** At once while open, otherwise when it opens next. */
    Instant next(String login, Instant now) {
        return opening(of(login), now, now);
    }

    /** When the next day of work begins, after now. */
    Instant nextDay(String login, Instant now) {
        BusinessCalendar calendar = of(login);
        LocalDate today = now.atZone(calendar.zone()).toLocalDate();
        Instant thisMorning =
                opening(calendar, today.atStartOfDay(calendar.zone()).toInstant(), now);
        return thisMorning.isAfter(now)
                ? thisMorning
                : opening(
                        calendar,
                        today.plusDays(1).atStartOfDay(calendar.zone()).toInstant(),
                        now);
    }

    /** A calendar that never opens again keeps nothing back. */
    private static Instant opening(BusinessCalendar calendar, Instant from, Instant otherwise) {
        try {
            return calendar.nextOpening(from);
        } catch (IllegalStateException neverAgain) {
            return otherwise;
        }
    }
}
