package org.leadrelay.ui.lead;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.leadrelay.platform.Invalid;
import org.leadrelay.ui.component.FormDialog;

/** Confirmation dialog with a reason. */
class ReasonDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param key of the words: key itself, {@code .title}
     * @param what will happen
     * @param dangerous whether something ends with it
     * @param action does it for the reason given; what it refuses is shown beside the field
     */
    ReasonDialog(String key, String lead, String what, boolean dangerous, Consumer<String> action) {
        super("30rem");
        setHeaderTitle(getTranslation(key + ".title", lead));
        TextArea reason = new TextArea(getTranslation("lead.reason"));
        reason.setWidthFull();
        reason.setMinRows(2);
        reason.setMaxLength(1_000);
        reason.setManualValidation(true);
        reason.setRequiredIndicatorVisible(true);
        form(new Paragraph(what), reason);
        refusals().field("reason", reason);
        saves(getTranslation(key), () -> {
            if (reason.getValue().isBlank()) {
                throw Invalid.field("reason", getTranslation("lead.reason.missing"));
            }
            action.accept(reason.getValue());
        });
        if (dangerous) {
            dangerous();
        }
    }
}
