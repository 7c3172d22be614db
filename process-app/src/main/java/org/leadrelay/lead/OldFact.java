package org.leadrelay.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value that was corrected or overtaken.
 *
 * @param wasCurrent false for a captured value that did not replace a person's correction
 */
public record OldFact(
        String name,
        String label,
        @Nullable String value,
        String source,
        @Nullable String person,
        Instant at,
        Instant replacedAt,
        String replacedBy,
        boolean wasCurrent) {}
