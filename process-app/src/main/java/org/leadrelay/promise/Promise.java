package org.leadrelay.promise;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running promise as the ledger holds it. */
record Promise(
        UUID id,
        UUID leadId,
        String clause,
        Instant due,
        @Nullable Instant remind,
        @Nullable Instant reminded,
        @Nullable Instant pausedAt,
        boolean broken) {

    boolean paused() {
        return pausedAt != null;
    }

    /** Broken = the due instant passed; time spent waiting for the other side does not count. */
    boolean missedAt(Instant now) {
        return !paused() && !now.isBefore(due);
    }
}
