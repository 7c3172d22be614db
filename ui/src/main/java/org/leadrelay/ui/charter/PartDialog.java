package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.FieldErrors;

/** Asks for one part of the charter's text, and says beside each field what it cannot be. */
abstract class PartDialog extends Dialog {

    private final FieldErrors refusals = new FieldErrors();

    PartDialog(String title, String width) {
        setHeaderTitle(title);
        setWidth("min(" + width + ", 100vw)");
        setCloseOnOutsideClick(false);
    }

    /** Where the service's words about a field go. */
    final FieldErrors refusals() {
        return refusals;
    }

    /** The whole text with this part as it stands in the fields. */
    abstract CharterContent written(FieldParser entries);

    /**
     * Offers to take the whole part out of the text.
     *
     * @param without the text without it
     */
    final void removable(String deed, String question, CharterContent without, CharterDocument.Editing saving) {
        Button remove = new Button(
                deed,
                click -> ConfirmDialogs.before(question, getTranslation("charter.remove.consequence"), deed, () -> {
                    saving.accept(without);
                    close();
                }));
        remove.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        remove.addClassName("apart");
        getFooter().add(remove);
    }

    final void ask(CharterDocument.Editing saving, Focusable<?> first) {
        Button save = new Button(getTranslation("common.save"), click -> {
            if (refusals.tried(() -> saving.accept(read()))) {
                close();
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
        open();
        first.focus();
    }

    private CharterContent read() {
        FieldParser entries = new FieldParser(this);
        CharterContent written = written(entries);
        entries.mustBeRead();
        return written;
    }
}
