package org.leadrelay.ui.redesign;

import org.leadrelay.ui.component.WordsDialog;

/** Dialog that asks why a release is changed. */
final class WhyDialog extends WordsDialog {

    private static final int LONGEST = 2000;

    WhyDialog(String title, String consequence) {
        super(title, consequence, "why", LONGEST);
        words().setLabel(getTranslation("redesign.why"));
        words().setHelperText(getTranslation("redesign.why.what"));
    }

    /** Marks the deed: something ends with it. */
    WhyDialog ending() {
        dangerous();
        keeping();
        return this;
    }
}
