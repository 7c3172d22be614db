package org.leadrelay.promise;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * View of a running promise for the engine's timers.
 *
 * @param waitsUntil the day the buyer asked for, while it is awaited
 */
record Promise(
        UUID leadId,
        String clause,
        Instant due,
        @Nullable Instant remind,
        @Nullable Instant pausedAt,
        @Nullable Instant waitsUntil) {

    boolean paused() {
        return pausedAt != null;
    }

    /** The same, and its wait for the buyer's day is over. */
    Promise back() {
        return new Promise(leadId, clause, due, remind, pausedAt, null);
    }
}
