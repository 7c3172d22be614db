package org.leadrelay.nurture.text;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reader in the preview of a text: a lead with the values of its fields as they were read, or somebody of whom nothing is known.
 *
 * @param lead null for a stranger
 * @param name null for a stranger
 * @param language that mails to the reader are written in
 */
public record TextReader(@Nullable UUID lead, @Nullable String name, String language, Map<MergeField, String> values) {

    public TextReader {
        values = Map.copyOf(values);
    }
}
