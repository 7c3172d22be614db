package org.leadrelay.ui.text;

import org.leadrelay.ui.component.WordsDialog;

/** Dialog for the answer to a text, with the words that its author reads. */
final class AnswerDialog extends WordsDialog {

    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 1_000;

    AnswerDialog(String title, String consequence) {
        super(title, consequence, "words", LONGEST);
        words().setLabel(getTranslation("texts.words"));
    }
}
