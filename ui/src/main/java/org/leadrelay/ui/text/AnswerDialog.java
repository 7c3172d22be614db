package org.leadrelay.ui.text;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import org.leadrelay.ui.component.FormDialog;

/** Dialog for the answer to a text, with the words that its author reads. */
final class AnswerDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    private final TextArea words = new TextArea();

    AnswerDialog(String title, String consequence) {
        super("34em");
        setHeaderTitle(title);
        Paragraph what = new Paragraph(consequence);
        what.addClassName("secondary");
        words.setLabel(getTranslation("texts.words"));
        words.setMaxLength(1_000);
        words.setWidthFull();
        words.setManualValidation(true);
        refusals().field("words", words);
        form(what, words);
    }

    void ask(String action, SerializableConsumer<String> doing) {
        saves(action, () -> doing.accept(words.getValue()));
        open();
    }
}
