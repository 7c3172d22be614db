package org.leadrelay.audit.evidence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.search.FoundLine;

/**
 * Log line joined with its evidence.
 *
 * @param decision of a line of kind {@code decision}
 * @param promise of a line about a promise
 */
public record Evidence(
        FoundLine line,
        @Nullable DecisionEvidence decision,
        @Nullable PromiseEvidence promise) {

    public Optional<DecisionEvidence> ifDecision() {
        return Optional.ofNullable(decision);
    }

    public Optional<PromiseEvidence> ifPromise() {
        return Optional.ofNullable(promise);
    }
}
