package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.leadrelay.ui.component.FormDialog;

/** Dialog of a rep's question to marketing. */
class AskDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param ask asks it; what it refuses is shown beside the field
     */
    AskDialog(Consumer<String> ask) {
        super("30rem");
        setHeaderTitle(getTranslation("ask.title"));
        TextArea question = new TextArea(getTranslation("ask.question"));
        question.setMinRows(3);
        question.setWidthFull();
        question.setRequiredIndicatorVisible(true);
        question.setManualValidation(true);
        form(new Paragraph(getTranslation("ask.consequence")), question);
        refusals().field("question", question);
        saves(getTranslation("ask.do"), () -> ask.accept(question.getValue()));
    }
}
