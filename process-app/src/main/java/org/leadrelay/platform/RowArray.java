package org.leadrelay.platform;

import org.jspecify.annotations.Nullable;

/**
 * Array literal of a composite type, as PostgreSQL reads it: many rows as one parameter that the server takes apart once, in place of an
 * array for each column. Of one dimension.
 */
public final class RowArray {

    private final StringBuilder text = new StringBuilder("{");
    private boolean inRow;
    private boolean first;

    /** Begins the next row. */
    public RowArray row() {
        endRow();
        text.append(text.length() == 1 ? "\"(" : ",\"(");
        inRow = true;
        first = true;
        return this;
    }

    /**
     * Adds the next value of the row.
     *
     * @param value whose text PostgreSQL reads as the field's type; null is null
     */
    public RowArray field(@Nullable Object value) {
        if (!first) {
            text.append(',');
        }
        first = false;
        if (value != null) {
            text.append("\\\"");
            quote(value.toString());
            text.append("\\\"");
        }
        return this;
    }

    /** A quote or backslash is doubled for the row, and each of the two escaped for the array. */
    private void quote(String value) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '"' || letter == '\\') {
                text.append('\\').append(letter).append('\\').append(letter);
            } else {
                text.append(letter);
            }
        }
    }

    private void endRow() {
        if (inRow) {
            text.append(")\"");
            inRow = false;
        }
    }

    /** All rows so far. */
    public String text() {
        endRow();
        return text + "}";
    }
}
