package org.leadrelay.board;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rebuild of the boards' rows from the journey log, as a job.
 *
 * @param askedBy login
 * @param endedAt null while it runs
 * @param leads that there were when it was asked for
 * @param done of them, so far
 */
public record BoardRebuild(
        UUID id, String askedBy, Instant askedAt, @Nullable Instant endedAt, long leads, long done) {

    /** Whether rows are still to come. */
    public boolean open() {
        return endedAt == null;
    }
}
