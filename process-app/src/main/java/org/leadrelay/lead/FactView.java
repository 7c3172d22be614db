package org.leadrelay.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing known about a lead, with where it came from.
 *
 * @param fact whether the rules may read it
 * @param person who said so, null when a system did
 */
public record FactView(
        String name,
        String label,
        String value,
        boolean fact,
        boolean known,
        String source,
        @Nullable String person,
        Instant at) {}
