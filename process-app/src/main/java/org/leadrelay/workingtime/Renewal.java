package org.leadrelay.workingtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rendering of a renewed promise: "renewed Mon 10:00 to the buyer's day, Tue 24 Mar: due Tue 24 Mar 17:00".
 *
 * @param day when work begins on the day asked for, or on the first working day after it
 * @param due when it ends on that day
 * @param remind when to remind on that day, or null for no reminder
 */
public record Renewal(
        BusinessCalendar calendar,
        Instant renewed,
        Instant day,
        Instant due,
        @Nullable Instant remind) {

    /**
     * @param until an instant of the day asked for; one in the past means now
     * @param reminderShare part of that day's working time after which to remind, or null
     */
    public static Renewal of(BusinessCalendar calendar, Instant now, Instant until, @Nullable Double reminderShare) {
        Instant opens = calendar.nextOpening(until.isBefore(now) ? now : until);
        Instant midnight = opens.atZone(calendar.zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(calendar.zone())
                .toInstant();
        Duration work = calendar.between(opens, midnight);
        Instant remind = reminderShare == null
                ? null
                : calendar.reminder(opens, Duration.ofSeconds(Math.round(work.toSeconds() * reminderShare)));
        return new Renewal(calendar, now, opens, calendar.add(opens, work), remind);
    }

    public String words(Locale locale) {
        return WorkingTime.WORDING.text(
                locale,
                "renewed",
                WorkingTime.moment(renewed, renewed, calendar.zone(), locale),
                WorkingTime.moment(day, renewed, calendar.zone(), locale),
                WorkingTime.moment(due, renewed, calendar.zone(), locale));
    }
}
