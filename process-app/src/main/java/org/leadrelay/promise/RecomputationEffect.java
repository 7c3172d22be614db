package org.leadrelay.promise;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Effect of a new version of the charter on a running promise. */
public enum RecomputationEffect {
    LATER,
    EARLIER,
    /** Its new due instant has passed by then, so it is due as the version takes effect. */
    AT_ONCE,
    /** Counted anew, it is due when it was. */
    SAME,
    /** It was due before, so it was kept or broken under the version it was opened under. */
    OVER,
    /** Renewed to the day the buyer asked for, which no charter moves. */
    BUYERS_DAY,
    /** The new version has no such clause. */
    NO_CLAUSE;

    /** As it stands in answers: {@code at-once}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
