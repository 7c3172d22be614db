package org.leadrelay.lead;

import java.time.Instant;
import java.util.UUID;

/**
 * Candidate pair of duplicates awaiting a decision.
 *
 * @param reason identities: one record matches both; phone: same number and name
 * @param recordWaiting whether a captured record waits for the decision
 */
public record DuplicateCase(
        UUID id, UUID leadA, UUID leadB, String reason, String state, boolean recordWaiting, Instant openedAt) {

    /** The one that PostgreSQL sorts first. */
    static UUID first(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0 ? one : other;
    }
}
