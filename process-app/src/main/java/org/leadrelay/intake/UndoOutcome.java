package org.leadrelay.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the undo of an import does, or did, about a row. */
public enum UndoOutcome {
    /** The lead is withdrawn, or the journey that the row had begun. */
    WITHDRAWN,
    /** All facts that the row changed go back. */
    REVERTED,
    /** Some of it goes back. */
    PARTLY,
    /** Nothing goes back, for the reason in the notes. */
    KEPT,
    /** There is nothing to take back. */
    NOTHING;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static UndoOutcome ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
