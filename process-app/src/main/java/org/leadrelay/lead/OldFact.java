package org.leadrelay.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Former value of a fact, corrected or overtaken.
 *
 * @param wasCurrent false for a value that did not replace what was known: a person's correction,
 *     or something newer
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
        boolean wasCurrent) {

    /** The same in the words of a reader. */
    OldFact localized(String newLabel, @Nullable String said, String from, String by) {
        return new OldFact(name, newLabel, said, from, person, at, replacedAt, by, wasCurrent);
    }
}
