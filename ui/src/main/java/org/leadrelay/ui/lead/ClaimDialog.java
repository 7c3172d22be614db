package org.leadrelay.ui.lead;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;
import org.leadrelay.ui.component.FieldErrors;

/** Asks in which words somebody consented, and where these came from. */
class ClaimDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param deed takes wording and source; what it refuses is shown beside the fields
     */
    ClaimDialog(String lead, BiConsumer<String, String> deed) {
        var wording = new TextArea(getTranslation("consent.wording"));
        wording.setMaxLength(5_000);
        wording.setMinRows(2);
        wording.setWidthFull();
        wording.setManualValidation(true);
        wording.setRequiredIndicatorVisible(true);
        wording.focus();
        var source = new TextField(getTranslation("consent.source"));
        source.setHelperText(getTranslation("consent.source.hint"));
        source.setMaxLength(200);
        source.setWidthFull();
        source.setManualValidation(true);
        source.setRequiredIndicatorVisible(true);
        var refusals = new FieldErrors().field("wording", wording).field("source", source);
        Button done = new Button(getTranslation("claim.confirm"), click -> {
            if (refusals.tried(() -> deed.accept(wording.getValue(), source.getValue()))) {
                close();
            }
        });
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        setHeaderTitle(getTranslation("consent.title", lead));
        setWidth("min(32rem, 100vw)");
        add(new Paragraph(getTranslation("claim.confirm.why")), wording, source);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), done);
    }
}
