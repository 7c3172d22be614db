package org.leadrelay.audit;

import java.time.Instant;
import java.util.List;
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
 * @param typed what people typed when it happened; not part of the sealed line, read where it is kept
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
        String sentence,
        List<Typed> typed) {

    /**
     * One text.
     *
     * @param field the form field's id, {@code question}, {@code comment} or {@code reason}
     * @param label what to call it, in the reader's language where the product knows the field
     */
    public record Typed(String field, String label, String text) {}
}
