package org.leadrelay.audit.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of a promise, and whether the ledger says the same.
 *
 * @param clause what both sides call it, in the reader's language
 * @param arithmetic how the due instant was counted, as it was sealed, as of the line; null when it was sealed without
 * @param due as of the last line about it
 * @param state open, kept, broken or void, as of the last line about it
 * @param late working time after the due instant, when the step was completed after all: {@code PT2H}
 * @param ledgerState what the ledger has instead; null when it says the same
 */
public record PromiseEvidence(
        UUID promise,
        String clause,
        @Nullable String arithmetic,
        @Nullable Instant due,
        String state,
        @Nullable Instant ended,
        @Nullable String late,
        @Nullable Integer charter,
        @Nullable Integer calendar,
        @Nullable String ledgerState,
        @Nullable Instant ledgerDue) {

    /** Whether log and ledger say the same. */
    public boolean ledgerAgrees() {
        return ledgerState == null;
    }
}
