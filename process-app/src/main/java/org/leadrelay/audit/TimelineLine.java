package org.leadrelay.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a lead's journey log, for reading.
 *
 * @param seq its number, without gaps from 1
 * @param kind {@code Kind#code()}
 * @param person the login of who did it, {@code system} for a timer
 * @param model the process id, with version and element, when it happened at an element
 * @param hash the line's seal in hexadecimal
 * @param sentence what happened, in words
 */
public record TimelineLine(
        long seq,
        Instant at,
        String kind,
        String person,
        @Nullable String model,
        @Nullable Integer version,
        @Nullable String element,
        @Nullable String elementName,
        Map<String, Object> details,
        String hash,
        String sentence) {}
