package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.leadrelay.ui.component.FieldErrors;

/** Asks under which name what is listed now shall be found again. */
class SaveViewDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param save keeps it; what it refuses is shown beside the field
     */
    SaveViewDialog(Consumer<String> save) {
        setHeaderTitle(getTranslation("inbox.save"));
        var name = new TextField(getTranslation("inbox.save.name"));
        name.setHelperText(getTranslation("inbox.save.hint"));
        name.setWidthFull();
        name.setManualValidation(true);
        name.focus();
        add(name);
        var refusals = new FieldErrors().field("name", name);
        Button keep = new Button(getTranslation("inbox.save.do"), click -> {
            if (refusals.tried(() -> save.accept(name.getValue()))) {
                close();
            }
        });
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        keep.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), keep);
    }
}
