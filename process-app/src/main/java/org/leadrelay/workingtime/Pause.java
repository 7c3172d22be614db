package org.leadrelay.workingtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Rendering of a paused promise: "paused Tue 10:00 with 45 min left, resumed Tue 15:00: due Tue 15:45". */
public final class Pause {

    private Pause() {}

    public static String words(
            BusinessCalendar calendar, Instant paused, Duration left, Instant resumed, Instant due, Locale locale) {
        return WorkingTime.WORDING.text(
                locale,
                "paused",
                WorkingTime.moment(paused, paused, calendar.zone(), locale),
                WorkingTime.amount(left),
                WorkingTime.moment(resumed, paused, calendar.zone(), locale),
                WorkingTime.moment(due, paused, calendar.zone(), locale));
    }
}
