package org.leadrelay.promise;

import java.time.Instant;
import java.util.UUID;

/**
 * A promise that runs, as it was before what is done with it now.
 *
 * @param calendarVersion the hours it is counted in
 * @param broken whether it was known to be broken
 * @param missed whether its due instant has passed, which nobody had noted
 * @param explained whether somebody has said why it was not kept
 */
record RunningPromise(
        UUID id,
        UUID leadId,
        String clause,
        Instant due,
        int calendarVersion,
        boolean broken,
        boolean missed,
        boolean explained) {

    /** @param running whether its step goes on */
    PromiseBroken isBroken(boolean running) {
        return new PromiseBroken(id, leadId, clause, due, calendarVersion, running);
    }

    PromiseReminded isReminded() {
        return new PromiseReminded(id, leadId, clause, due);
    }
}
