package org.leadrelay.ui.lead;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;
import org.leadrelay.ui.component.FormDialog;

/** Dialog for a consent's wording and source. */
class ClaimDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param action takes wording and source; what it refuses is shown beside the fields
     */
    ClaimDialog(String lead, BiConsumer<String, String> action) {
        super("32rem");
        TextArea wording = new TextArea(getTranslation("consent.wording"));
        wording.setMaxLength(5_000);
        wording.setMinRows(2);
        wording.setWidthFull();
        wording.setManualValidation(true);
        wording.setRequiredIndicatorVisible(true);
        TextField source = new TextField(getTranslation("consent.source"));
        source.setHelperText(getTranslation("consent.source.hint"));
        source.setMaxLength(200);
        source.setWidthFull();
        source.setManualValidation(true);
        source.setRequiredIndicatorVisible(true);
        refusals().field("wording", wording).field("source", source);
        setHeaderTitle(getTranslation("consent.title", lead));
        form(new Paragraph(getTranslation("claim.confirm.why")), wording, source);
        saves(getTranslation("claim.confirm"), () -> action.accept(wording.getValue(), source.getValue()));
    }
}
