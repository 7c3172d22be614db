package org.leadrelay.charter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Difference in one place between two versions of the charter.
 *
 * @param section where it stands in the charter: {@code clauses}, {@code lists}
 * @param subject what it is about, as machines call it: {@code answerHandOff.normal}
 * @param before what stood there, in the reader's words; null when it is new
 * @param after what stands there now; null when it is gone
 * @param words the whole of it in one sentence
 */
public record Change(
        String section,
        String subject,
        Kind kind,
        @Nullable String before,
        @Nullable String after,
        String words) {

    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
