package org.leadrelay.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * View of one fact of a lead, with its provenance.
 *
 * @param value as it is stored: of an agreed list the line's code
 * @param words the value as the reader says it
 * @param fact whether the rules may read it
 * @param step name of the task in which it was answered; null where it came otherwise
 * @param person who said so, null when a system did
 * @param until when it stops counting; null for what does not grow old
 * @param outdated whether it counts no more
 */
public record FactView(
        String name,
        String label,
        String value,
        String words,
        boolean fact,
        boolean known,
        String source,
        @Nullable String step,
        @Nullable String person,
        Instant at,
        @Nullable Instant until,
        boolean outdated) {}
