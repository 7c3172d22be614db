package org.leadrelay.charter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * History entry of a charter version.
 *
 * @param details in the words of the moment: which mandate, which instant
 */
public record CharterEvent(Instant at, String person, Kind kind, String details) {

    /** What it was. */
    public enum Kind {
        DRAFTED,
        EDITED,
        PROPOSED,
        SIGNED,
        VOIDED,
        WITHDRAWN,
        DISCARDED,
        RECOMPUTED;

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
