package org.leadrelay.ui.component;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.leadrelay.charter.Option;

/** Dialog that asks for one of the agreed reasons, and for words where it is another one. */
public final class BreachDialog extends FormDialog {

    /** Keeps what was said; what it throws is shown, and the dialog stays. */
    @FunctionalInterface
    public interface Saying {

        void text(String reason, String words);
    }

    private final Select<Option> reason = new Select<>();
    private final TextArea words = new TextArea();

    public BreachDialog(String title, List<Option> reasons, Saying saying) {
        super("28em");
        setHeaderTitle(title);
        reason.setItems(reasons);
        reason.setItemLabelGenerator(Option::label);
        reason.setLabel(getTranslation("reason.why"));
        reason.setWidthFull();
        words.setLabel(getTranslation("reason.words"));
        words.setHelperText(getTranslation("reason.words.help"));
        words.setWidthFull();
        refusals().field("reason", reason).field("words", words);
        form(reason, words);
        saves(getTranslation("common.save"), () -> {
            Option chosen = reason.getValue();
            saying.text(chosen == null ? "" : chosen.value(), words.getValue());
        });
    }
}
