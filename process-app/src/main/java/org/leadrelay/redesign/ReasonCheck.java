package org.leadrelay.redesign;

import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;

/** Validation of what a person writes about a release: needed, and not endless. */
final class ReasonCheck {

    private static final Wording WORDING = Wording.of(ReasonCheck.class);
    private static final int LONGEST = 1_000;
    private static final int LONGEST_TITLE = 120;

    private ReasonCheck() {}

    static String needed(String field, String text) {
        return needed(field, text, LONGEST);
    }

    /** In one line. */
    static String title(String text) {
        return needed("title", text, LONGEST_TITLE).replaceAll("\\s+", " ");
    }

    private static String needed(String field, String text, int longest) {
        String said = text.strip();
        if (said.isEmpty()) {
            throw Invalid.field(field, WORDING.text("missing"));
        }
        if (said.length() > longest) {
            throw Invalid.field(field, WORDING.text("tooLong", longest));
        }
        return said;
    }
}
