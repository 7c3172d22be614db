package org.leadrelay.charter;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** State of a version at a moment. */
public enum VersionStage {
    DRAFT,
    PROPOSED,
    /** Signed by both, its moment is yet to come. */
    SCHEDULED,
    IN_FORCE,
    /** A later version has taken effect. */
    PAST,
    /** Signed by both, and taken back before its moment. */
    WITHDRAWN,
    DISCARDED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
