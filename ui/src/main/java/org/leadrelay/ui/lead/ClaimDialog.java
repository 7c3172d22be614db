package org.leadrelay.ui.lead;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;
import org.leadrelay.ui.component.FormDialog;

/** Asks in which words somebody consented, and where these came from. */
class ClaimDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param deed takes wording and source; what it refuses is shown beside the fields
     */
    ClaimDialog(String lead, BiConsumer<String, String> deed) {
        super("32rem");
        var wording = new TextArea(getTranslation("consent.wording"));
        wording.setMaxLength(5_000);
        wording.setMinRows(2);
        wording.setWidthFull();
        wording.setManualValidation(true);
        wording.setRequiredIndicatorVisible(true);
        var source = new TextField(getTranslation("consent.source"));
        source.setHelperText(getTranslation("consent.source.hint"));
        source.setMaxLength(200);
        source.setWidthFull();
        source.setManualValidation(true);
        source.setRequiredIndicatorVisible(true);
        refusals().field("wording", wording).field("source", source);
        setHeaderTitle(getTranslation("consent.title", lead));
        form(new Paragraph(getTranslation("claim.confirm.why")), wording, source);
        saves(getTranslation("claim.confirm"), () -> deed.accept(wording.getValue(), source.getValue()));
    }
}
