package org.leadrelay.platform.csv;

import java.util.regex.Pattern;

/**
 * Guard against CSV formula injection: an apostrophe before what a spreadsheet would run, at the
 * beginning of a cell and behind what a spreadsheet with other settings takes for a separator, with
 * nothing but blanks, quotes and what cannot be seen before the sign. The import takes it off
 * again, so that every cell comes back as it was: one that had apostrophes there already gets one
 * more.
 */
public final class Formulas {

    /** With the other forms that Unicode has of them, which some spreadsheets read alike. */
    private static final String SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−˗➕➖﬩";

    /** Where a spreadsheet may begin a new cell or row. */
    private static final String SEPARATORS = ";|\\t\\r\\n\\x0B\\f\\x1C-\\x1F\\u0085\\u2028\\u2029";

    /** What a spreadsheet may strip: blanks, quotes, zero-width and other unseen characters. */
    private static final String UNSEEN = "'\"\\p{Zs}\\p{Cf}\\p{Mn}\\x01-\\x08\\x0E-\\x1B\\x7F-\\x84\\x86-\\x9F";

    /** Once and for all: each run is read once, however long a hostile one is. */
    private static final String BEGINNING = "(?:(?<=^)(?=%1$s["
            + UNSEEN
            + "]*+["
            + SIGNS
            + "\\t\\r\\n])"
            + "|(?<=["
            + SEPARATORS
            + "])(?=%1$s["
            + UNSEEN
            + "]*+["
            + SIGNS
            + "]))%1$s";

    private static final Pattern UNGUARDED = Pattern.compile(BEGINNING.formatted(""));
    private static final Pattern GUARDED = Pattern.compile(BEGINNING.formatted("'"));

    private Formulas() {}

    /** What no spreadsheet runs. */
    public static String harmless(String cell) {
        return UNGUARDED.matcher(cell.replace("\u0000", "")).replaceAll("'");
    }

    /** What was written as {@code harmless(cell)}. */
    public static String original(String cell) {
        return cell.indexOf('\'') < 0 ? cell : GUARDED.matcher(cell).replaceAll("");
    }
}
