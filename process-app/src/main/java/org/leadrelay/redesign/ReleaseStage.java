package org.leadrelay.redesign;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Stage of a release in its life. */
public enum ReleaseStage {
    /** The open candidate; there is at most one. */
    DRAFT,
    /** Fixed by its hash and deployed, waiting for a second person. */
    SEALED,
    /** Approved, and takes effect when the charter that goes with it is signed. */
    AWAITING_CHARTER,
    /** Approved, its moment is yet to come. */
    SCHEDULED,
    IN_FORCE,
    /** Was in force. */
    PAST,
    REJECTED,
    WITHDRAWN;

    /** As REST writes it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
