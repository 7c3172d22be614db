package org.leadrelay.lead;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Unverified claim: a value that an anonymous form says of a known person, and that differs from what is known. It
 * waits for a person to take it over or to dismiss it, see {@link LeadClaims}.
 *
 * @param name of the fact
 * @param known what is known now, null when nothing is
 * @param knownThen what was known when it was typed
 * @param origin the form
 */
public record LeadClaim(
        UUID id,
        String name,
        String label,
        String typed,
        @Nullable String known,
        @Nullable String knownThen,
        String origin,
        Instant at) {

    LeadClaim called(String newLabel) {
        return new LeadClaim(id, name, newLabel, typed, known, knownThen, origin, at);
    }
}
