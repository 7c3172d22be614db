package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.leadrelay.ui.component.FieldErrors;

/** A rep's question to marketing. */
class AskDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param ask asks it; what it refuses is shown beside the field
     */
    AskDialog(Consumer<String> ask) {
        setHeaderTitle(getTranslation("ask.title"));
        setWidth("30rem");
        var question = new TextArea(getTranslation("ask.question"));
        question.setMinRows(3);
        question.setWidthFull();
        question.setRequiredIndicatorVisible(true);
        question.setManualValidation(true);
        question.focus();
        add(new Paragraph(getTranslation("ask.consequence")), question);
        var refusals = new FieldErrors().field("question", question);
        Button send = new Button(getTranslation("ask.do"), click -> {
            if (refusals.tried(() -> ask.accept(question.getValue()))) {
                close();
            }
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), send);
    }
}
