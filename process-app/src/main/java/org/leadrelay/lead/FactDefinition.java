package org.leadrelay.lead;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Words;

/**
 * Definition of a fact: what the rules may know of one field.
 *
 * @param name as the tables call it: {@code facts.<name>}
 * @param label in English, and in every language that has none of its own
 * @param labelDe in German, null when it is called the same
 * @param fact false: kept and shown, but no rule sees it
 * @param minimum of a number; outside its range the value is kept as an attribute and is no fact
 * @param values of a listed field, in canonical spelling; any other value reaches the rules as
 *     "other"
 */
public record FactDefinition(
        String name,
        String label,
        @Nullable String labelDe,
        Type type,
        boolean fact,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        List<String> values) {

    /** What it is called in a reader's language. */
    public String label(Locale locale) {
        return labelDe == null ? label : new Words(label, labelDe).in(locale);
    }

    /** Text is never a fact: what people write freely may be about persons. */
    public enum Type {
        NUMBER,
        BOOLEAN,
        LISTED,
        TEXT
    }
}
