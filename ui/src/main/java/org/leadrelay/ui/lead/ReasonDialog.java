package org.leadrelay.ui.lead;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.leadrelay.ui.component.FieldErrors;

/** Asks back, with the consequence, and for a reason. */
class ReasonDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param key of the words: key itself, {@code .title}, {@code .why}
     * @param dangerous whether something ends with it
     * @param deed does it for the reason given; what it refuses is shown beside the field
     */
    ReasonDialog(String key, String lead, boolean dangerous, Consumer<String> deed) {
        setHeaderTitle(getTranslation(key + ".title", lead));
        setWidth("30rem");
        var reason = new TextArea(getTranslation("lead.reason"));
        reason.setWidthFull();
        reason.setMinRows(2);
        reason.setMaxLength(1_000);
        reason.setManualValidation(true);
        reason.setRequiredIndicatorVisible(true);
        reason.focus();
        add(new Paragraph(getTranslation(key + ".why")), reason);
        var refusals = new FieldErrors().field("reason", reason);
        Button done = new Button(getTranslation(key), click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(getTranslation("lead.reason.missing"));
                reason.setInvalid(true);
            } else if (refusals.tried(() -> deed.accept(reason.getValue()))) {
                close();
            }
        });
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (dangerous) {
            done.addThemeVariants(ButtonVariant.LUMO_ERROR);
        }
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), done);
    }
}
