package org.leadrelay.journal;

/**
 * Detail of a line that stands on a list, whatever it looks like: an option of a form, an agreed spelling, a cell of a
 * table. Whoever makes one answers for it that nobody typed it about a person.
 */
public record ListedText(String text) {

    /** Texts of a value become listed ones, everything else stays. */
    public static Object orOther(Object value) {
        return value instanceof String text ? new ListedText(text) : value;
    }
}
