package org.leadrelay.intake;

import java.util.regex.Pattern;

/**
 * Guard against CSV formula injection: an apostrophe before what a spreadsheet would run, at the
 * beginning of a cell and behind what a spreadsheet with other settings takes for a separator. The
 * import takes it off again, so that every cell comes back as it was: one that had apostrophes
 * there already gets one more.
 */
final class Formulas {

    private static final String SIGNS = "=+\\-@＝＋－＠";
    private static final Pattern UNGUARDED =
            Pattern.compile(
                    "(?:(?<=^)(?='*["
                            + SIGNS
                            + "\\t\\r\\n])|(?<=[;\\t\\r\\n|])(?='*["
                            + SIGNS
                            + "]))");
    private static final Pattern GUARDED =
            Pattern.compile(
                    "(?:(?<=^)'(?='*["
                            + SIGNS
                            + "\\t\\r\\n])|(?<=[;\\t\\r\\n|])'(?='*["
                            + SIGNS
                            + "]))");

    private Formulas() {}

    /** What no spreadsheet runs. */
    static String harmless(String cell) {
        return UNGUARDED.matcher(cell.replace("\u0000", "")).replaceAll("'");
    }

    /** What was written as {@code harmless(cell)}. */
    static String original(String cell) {
        return cell.indexOf('\'') < 0 ? cell : GUARDED.matcher(cell).replaceAll("");
    }
}
