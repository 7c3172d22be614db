package org.leadrelay.promise;

import java.util.UUID;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.WorkingTime;

/**
 * Parameters of a new promise.
 *
 * @param role who promises: marketing, sales-rep...
 */
record PromiseOpening(
        UUID id,
        Promise promise,
        String element,
        String role,
        String priority,
        int charterVersion,
        int calendarVersion,
        WorkingTime counted) {

    Words arithmetic() {
        return Words.each(counted::words);
    }
}
