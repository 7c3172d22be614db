package org.leadrelay.export;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Context of a CSV export of the boards: for which address, and in which words.
 *
 * @param address under which the rows stood, for the record
 * @param words language of what stands in words
 * @param person whether headings are words too: a program finds its columns by their codes
 */
public record CsvContext(String address, Locale words, boolean person) {

    /** Language of the headings; null for codes. */
    @Nullable
    Locale headings() {
        return person ? words : null;
    }
}
