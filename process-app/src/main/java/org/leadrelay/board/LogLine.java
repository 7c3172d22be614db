package org.leadrelay.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;

/** Line of the journey log as the boards read it: its details parsed, and the stage of its element looked up. */
record LogLine(
        Instant at,
        Kind kind,
        String person,
        @Nullable String model,
        @Nullable Integer version,
        @Nullable Stage stage,
        Map<String, Object> details) {

    @Nullable
    String text(String key) {
        Object value = details.get(key);
        return value == null ? null : value.toString();
    }

    @Nullable
    Long number(String key) {
        return details.get(key) instanceof Number number ? Long.valueOf(number.longValue()) : null;
    }

    Map<?, ?> map(String key) {
        return details.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    /** What of ours the buyer took up, of a signal that is known to come from a person; null where nobody said. */
    @Nullable
    String content() {
        return Boolean.FALSE.equals(details.get("counts")) ? null : text("content");
    }

    /** The first row of a table that fired, from 1. */
    @Nullable
    Integer firstRow() {
        return details.get("rows") instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Number first
                ? Integer.valueOf(first.intValue())
                : null;
    }

    boolean isAt(Stage wanted) {
        return stage == wanted;
    }

    boolean isByPerson() {
        return !person.equals("system") && !person.startsWith("key:");
    }
}
