package org.leadrelay.redesign;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * History entry of a release.
 *
 * @param words what the person wrote (why it was rejected, what it is for), or the names of files; empty when nothing
 */
public record ReleaseEvent(Instant at, String person, Kind kind, String words) {

    /** Kind of event. */
    public enum Kind {
        BEGUN,
        UPLOADED,
        FILE_REVERTED,
        /** Brought up to the release that took effect meanwhile. */
        REBASED,
        /** Goes with a draft of the charter again. */
        PAIRED,
        SEALED,
        APPROVED,
        REJECTED,
        WITHDRAWN,
        IN_FORCE,
        ROLL_BACK_ASKED;

        /** As the database and REST write it. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
