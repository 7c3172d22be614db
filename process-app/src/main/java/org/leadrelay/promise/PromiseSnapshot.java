package org.leadrelay.promise;

import java.time.Instant;
import java.util.UUID;

/**
 * Snapshot of a running promise, as it was just before an update of it ({@link PromiseUpdates}).
 *
 * @param calendarVersion the hours it is counted in
 * @param broken whether it was known to be broken
 * @param missed whether its due instant has passed, which nobody had noted
 * @param explained whether somebody has said why it was not kept
 */
record PromiseSnapshot(
        UUID id,
        UUID leadId,
        String clause,
        Instant due,
        int calendarVersion,
        boolean broken,
        boolean missed,
        boolean explained) {

    /** @param running whether its step goes on */
    PromiseBroken brokenEvent(boolean running) {
        return new PromiseBroken(id, leadId, clause, due, calendarVersion, running);
    }

    PromiseReminded remindedEvent() {
        return new PromiseReminded(id, leadId, clause, due);
    }
}
