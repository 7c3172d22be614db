package org.leadrelay.ui.charter;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.leadrelay.platform.Words;
import org.leadrelay.ui.component.FieldErrors;

/** Form fields for a label in every language: what pages, mail and log call a clause or a list. */
final class WordsFields extends Div {

    private final TextField english = new TextField();
    private final TextField german = new TextField();

    WordsFields(Words now) {
        addClassName("line-fields");
        english.setLabel(getTranslation("charter.called.english"));
        english.setValue(now.english());
        german.setLabel(getTranslation("charter.called.german"));
        german.setValue(now.german());
        english.addClassName("wide");
        german.addClassName("wide");
        add(english, german);
    }

    Words written() {
        return new Words(english.getValue(), german.getValue());
    }

    /** Shows what a service says of a label beside the language that it means. */
    void showErrors(FieldErrors refusals, String field) {
        refusals.field(field + ".english", english).field(field + ".german", german);
    }
}
