package org.leadrelay.lead;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Captured record as somebody sent it, sorted into known fields and the rest.
 *
 * @param fields values of known fields; an absent field says nothing about the lead
 * @param attributes what matched no field, in the order it came
 * @param statements consents and objections that the record carries
 * @param at when it happened; null means now
 */
public record Capture(
        Map<Field, String> fields,
        List<Attribute> attributes,
        List<Statement> statements,
        @Nullable Instant at) {

    public @Nullable String value(Field field) {
        return fields.get(field);
    }
}
