package org.leadrelay.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Progress of an import. The counts are exact at every moment: read = created + merged + refused.
 *
 * @param state draft, queued, running, done, cancelled or failed
 * @param asOf the moment at which all that the file says was true; null when nobody said
 * @param merged joined a lead that was there: unchanged, returned and toDecide are among them
 * @param message why it failed
 * @param undo null when nobody asked to undo it
 */
public record ImportProgress(
        UUID id,
        String fileName,
        String state,
        @Nullable String mapping,
        @Nullable String origin,
        @Nullable String source,
        @Nullable Instant asOf,
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
        @Nullable Instant finishedAt,
        @Nullable Undo undo) {

    /**
     * An undo that was asked for.
     *
     * @param rows how many rows it is through with
     * @param finishedAt null while it runs
     */
    public record Undo(String by, Instant askedAt, @Nullable Instant finishedAt, long rows) {}

    /** Nothing more will happen. */
    @JsonProperty
    public boolean finished() {
        return state.equals("done") || state.equals("cancelled") || state.equals("failed");
    }

    /**
     * What came of the rows that were read: ok when none was refused, partly when some were,
     * refused when all were, empty when there was no row; null before the end.
     */
    @JsonProperty
    public @Nullable String result() {
        if (!finished()) {
            return null;
        }
        if (read == 0) {
            return "empty";
        }
        if (refused == 0) {
            return "ok";
        }
        return refused == read ? "refused" : "partly";
    }
}
