package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import org.leadrelay.ui.component.FormDialog;

/** Dialog that says what will be so afterwards, and asks for the words that the others read. */
final class WhyDialog extends FormDialog {

    private static final int LONGEST = 2000;

    private final TextArea why = new TextArea();

    WhyDialog(String title, String consequence) {
        super("34em");
        setHeaderTitle(title);
        Paragraph what = new Paragraph(consequence);
        what.addClassName("secondary");
        why.setLabel(getTranslation("redesign.why"));
        why.setHelperText(getTranslation("redesign.why.what"));
        why.setMaxLength(LONGEST);
        why.setWidthFull();
        why.setManualValidation(true);
        refusals().field("why", why);
        form(what, why);
    }

    /** Marks the deed: something ends with it. */
    WhyDialog ending() {
        dangerous();
        keeping();
        return this;
    }

    void ask(String action, SerializableConsumer<String> doing) {
        saves(action, () -> doing.accept(why.getValue()));
        open();
    }
}
