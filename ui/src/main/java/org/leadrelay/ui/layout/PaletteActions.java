package org.leadrelay.ui.layout;

import java.util.List;

/** Implemented by a view whose actions the command palette offers while it is shown. */
public interface PaletteActions {

    /** Those that can be done now. */
    List<PaletteAction> paletteActions();
}
