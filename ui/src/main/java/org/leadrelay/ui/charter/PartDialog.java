package org.leadrelay.ui.charter;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.FormDialog;

/** Asks for one part of the charter's text, and says beside each field what it cannot be. */
abstract class PartDialog extends FormDialog {

    PartDialog(String title, String width) {
        super(width);
        setHeaderTitle(title);
    }

    /** The whole text with this part as it stands in the fields. */
    abstract CharterContent written(FieldParser entries);

    /**
     * Offers to take the whole part out of the text.
     *
     * @param without the text without it
     */
    final void removable(String action, String question, CharterContent without, CharterDocument.Editing saving) {
        Button remove = new Button(
                action,
                click -> ConfirmDialogs.before(question, getTranslation("charter.remove.consequence"), action, () -> {
                    saving.accept(without);
                    close();
                }));
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        apart(remove);
    }

    void ask(CharterDocument.Editing saving) {
        saves(getTranslation("common.save"), () -> saving.accept(read()));
        open();
    }

    private CharterContent read() {
        FieldParser entries = new FieldParser(this);
        CharterContent written = written(entries);
        entries.mustBeRead();
        return written;
    }
}
