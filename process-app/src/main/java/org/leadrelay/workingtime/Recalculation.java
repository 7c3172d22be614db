package org.leadrelay.workingtime;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rendering of a recalculated promise: "version 2 of the charter from Mon 10:00: opened Fri 16:30, 30 min
 * Friday, weekend, 90 min Monday: due Mon 10:30".
 *
 * @param charter the version of the charter under which it was counted
 * @param from since when that holds
 * @param counted the whole working time from the opening; null when it was paused in between
 * @param left the working time left, when it was paused
 */
public record Recalculation(
        int charter, ZoneId zone, Instant from, @Nullable WorkingTime counted, Duration left, Instant due) {

    public String text(Locale locale) {
        String said =
                WorkingTime.WORDING.text(locale, "recounted", charter, WorkingTime.moment(from, due, zone, locale));
        String moment = WorkingTime.moment(due, from, zone, locale);
        if (counted == null) {
            return said + WorkingTime.WORDING.text(locale, "left", WorkingTime.amount(left), moment);
        }
        String sum = said + counted.words(locale);
        return due.equals(counted.due()) ? sum : sum + WorkingTime.WORDING.text(locale, "passed", moment);
    }
}
