package org.leadrelay.promise.proof;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consistency check between the ledger and the engine's timers. Implemented in {@code process}. */
public interface LedgerComparison {

    /**
     * Compares all there is, as of one moment. Takes its time on a large ledger, and holds up
     * nobody.
     *
     * @param now a promise due before it may have had its timer fired
     * @param most how many differences to name
     * @return nothing when all agree
     */
    List<Difference> differences(Instant now, int most);

    /**
     * Where the two do not agree.
     *
     * @param what in words, as the administrator reads it
     * @param promised when the ledger says it is due
     * @param alarm what the engine or the inbox has instead
     */
    record Difference(
            UUID leadId,
            String clause,
            String what,
            @Nullable Instant promised,
            @Nullable Instant alarm) {}
}
