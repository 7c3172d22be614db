package org.leadrelay.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an import stands. The counts are exact at every moment: read = created + merged + refused.
 *
 * @param state draft, queued, running, done, cancelled or failed
 * @param merged joined a lead that was there: unchanged, returned and toDecide are among them
 * @param message why it failed
 */
public record ImportProgress(
        UUID id,
        String fileName,
        String state,
        @Nullable String mapping,
        @Nullable String origin,
        @Nullable String source,
        long estimatedRows,
        long read,
        long created,
        long merged,
        long unchanged,
        long returned,
        long toDecide,
        long refused,
        @Nullable String message,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** Nothing more will happen. */
    @JsonProperty
    public boolean finished() {
        return state.equals("done") || state.equals("cancelled") || state.equals("failed");
    }
}
