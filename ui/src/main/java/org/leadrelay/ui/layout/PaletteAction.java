package org.leadrelay.ui.layout;

import org.jspecify.annotations.Nullable;

/**
 * Action in the command palette.
 *
 * @param key what one would press for it without the palette, if anything
 */
public record PaletteAction(
        Group group, String label, @Nullable String key, Runnable action) {

    /** What belongs together, in the order in which it is shown. */
    public enum Group {
        TASK("palette.task"),
        PLACES("palette.places"),
        ACTIONS("palette.actions");

        private final String labelKey;

        Group(String labelKey) {
            this.labelKey = labelKey;
        }

        String labelKey() {
            return labelKey;
        }
    }

    /** A place, or a part of one. */
    public static PaletteAction place(String label, Runnable go) {
        return new PaletteAction(Group.PLACES, label, null, go);
    }

    /** Something to do with the task that is open. */
    public static PaletteAction ofTask(String label, String key, Runnable action) {
        return new PaletteAction(Group.TASK, label, key, action);
    }
}
