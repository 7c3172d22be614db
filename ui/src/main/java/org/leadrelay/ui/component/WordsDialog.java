package org.leadrelay.ui.component;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;

/** Base of confirmation dialogs with a text: says what will be so afterwards, and asks for the words that others read. */
public abstract class WordsDialog extends FormDialog {

    private final TextArea words = new TextArea();

    /**
     * @param field the words' name in refusals
     */
    protected WordsDialog(String title, String consequence, String field, int longest) {
        super("34em");
        setHeaderTitle(title);
        Paragraph what = new Paragraph(consequence);
        what.addClassName("secondary");
        words.setMaxLength(longest);
        words.setWidthFull();
        words.setManualValidation(true);
        refusals().field(field, words);
        form(what, words);
    }

    protected final TextArea words() {
        return words;
    }

    public final void ask(String action, SerializableConsumer<String> doing) {
        saves(action, () -> doing.accept(words.getValue()));
        open();
    }
}
