package org.leadrelay.promise;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the engine's timers ask of a running promise. */
record Promise(
        UUID leadId,
        String clause,
        Instant due,
        @Nullable Instant remind,
        @Nullable Instant pausedAt) {

    boolean paused() {
        return pausedAt != null;
    }
}
