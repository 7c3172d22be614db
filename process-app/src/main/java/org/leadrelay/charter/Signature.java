package org.leadrelay.charter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Mandate;

/**
 * Approval record of one side under a version.
 *
 * @param deputy whether the person signed in place of the head
 * @param contentHash SHA-256 of what was signed
 * @param recompute what the signer chose for running promises; the last signer's choice counts
 * @param voidedAt when the version was edited or withdrawn after this signature, or null
 */
public record Signature(
        Mandate mandate,
        String person,
        boolean deputy,
        Instant at,
        String contentHash,
        boolean recompute,
        @Nullable Instant voidedAt) {

    public boolean holds() {
        return voidedAt == null;
    }
}
