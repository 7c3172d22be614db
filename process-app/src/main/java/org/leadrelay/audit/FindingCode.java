package org.leadrelay.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Finding codes of a verification: what is wrong with a hash chain. */
public enum FindingCode {
    /** What the line says is not what was sealed. */
    LINE_CHANGED,
    /** There is no line of this number, but there are later ones. */
    LINE_MISSING,
    /** The line follows another line than the one before it: that one was put in its place. */
    LINK_BROKEN,
    /** The line fits, but not the copy of the hash before it that stands in its row. */
    PREVIOUS_HASH_CHANGED,
    /** The line has a format that this version does not know. */
    FORMAT_UNKNOWN,
    /** The last lines are gone. */
    CHAIN_SHORTENED,
    /** All lines are gone. */
    CHAIN_MISSING,
    /** The head names another last line than there is. */
    HEAD_DIFFERS,
    /** There are lines, but no head. */
    HEAD_MISSING,
    /**
     * The product's clock and the database's were further apart than {@link ChainWalk#TOLERANCE} when the line was
     * written. No line was changed; told once a chain, of its first such line.
     */
    CLOCK_DIFFERS;

    /** The code as it is told: {@code line-changed}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
