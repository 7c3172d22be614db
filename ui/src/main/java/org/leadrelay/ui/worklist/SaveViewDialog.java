package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.leadrelay.ui.component.FormDialog;

/** Dialog to save a view under a name. */
class SaveViewDialog extends FormDialog {

    private static final long serialVersionUID = 1L;

    /**
     * @param save keeps it; what it refuses is shown beside the field
     */
    SaveViewDialog(Consumer<String> save) {
        super("24em");
        setHeaderTitle(getTranslation("inbox.save"));
        TextField name = new TextField(getTranslation("inbox.save.name"));
        name.setHelperText(getTranslation("inbox.save.hint"));
        name.setWidthFull();
        name.setManualValidation(true);
        refusals().field("name", name);
        form(name);
        saves(getTranslation("inbox.save.do"), () -> save.accept(name.getValue()));
    }
}
