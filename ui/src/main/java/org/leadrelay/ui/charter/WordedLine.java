package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Words;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.FieldLines;

/** Fields of a code and its label in both languages. */
final class WordedLine extends FieldLines.Line {

    private final TextField code = new TextField();
    private final TextField english = new TextField();
    private final TextField german = new TextField();
    private @Nullable ComboBox<String> then;

    WordedLine(String codeLabel, String code, Words words) {
        this.code.setLabel(codeLabel);
        this.code.setValue(code);
        english.setLabel(getTranslation("charter.english"));
        english.setValue(words.english());
        english.addClassName("wide");
        german.setLabel(getTranslation("charter.german"));
        german.setValue(words.german());
        german.addClassName("wide");
        add(this.code, english, german);
    }

    /** One more choice at the end of the line. */
    WordedLine then(ComboBox<String> choice) {
        then = choice;
        add(choice);
        return this;
    }

    String code() {
        return code.getValue().strip();
    }

    Words words() {
        return new Words(english.getValue(), german.getValue());
    }

    /** What follows; null where the line asks for nothing more, or nothing was chosen. */
    @Nullable
    String then() {
        return then == null ? null : then.getValue();
    }

    /**
     * Shows what a service says of this line beside the field that it means.
     *
     * @param line the line's name there
     * @param codeName what the code is called there
     */
    void showErrors(FieldErrors refusals, String line, String codeName) {
        refusals.field(line + "." + codeName, code)
                .field(line + ".english", english)
                .field(line + ".german", german);
        if (then != null) {
            refusals.field(line + ".nextStep", then);
        }
    }

    @Override
    public Focusable<?> first() {
        return code;
    }
}
