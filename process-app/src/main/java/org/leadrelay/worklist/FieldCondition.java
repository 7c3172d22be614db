package org.leadrelay.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code outcome=reject|dispute} on a form field: met when the other field has one of the values.
 *
 * @param field the other field's id
 */
record FieldCondition(String field, List<String> values) {

    /** Null when nothing is written. A condition without values is never met. */
    static @Nullable FieldCondition of(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        String[] parts = written.split("=", 2);
        return new FieldCondition(
                parts[0].strip(),
                parts.length < 2
                        ? List.of()
                        : Arrays.stream(parts[1].split("\\|"))
                                .map(String::strip)
                                .toList());
    }

    boolean met(Map<String, ?> answers) {
        Object answer = answers.get(field);
        return answer != null && values.contains(answer.toString());
    }
}
