package org.leadrelay.intake;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.UndoPlan;
import org.leadrelay.platform.Wording;

/**
 * A remark on what the undo of an import does about a row, kept as a code.
 *
 * @param about the fact's label, where it is about one
 */
record UndoNote(String code, @Nullable String about) {

    private static final Wording WORDING = Wording.of(UndoNote.class);

    static UndoNote of(UndoPlan.Obstacle obstacle) {
        return new UndoNote(obstacle.name().toLowerCase(Locale.ROOT), null);
    }

    static UndoNote changedSince(String label) {
        return new UndoNote("changed_since", label);
    }

    static UndoNote of(String code) {
        return new UndoNote(code, null);
    }

    /** In the language of whoever reads it. */
    String words() {
        return WORDING.text("undo.note." + code, about == null ? "" : about);
    }
}
