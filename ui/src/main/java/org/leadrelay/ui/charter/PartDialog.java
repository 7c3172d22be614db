package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import org.leadrelay.charter.Provisions;
import org.leadrelay.ui.component.Ask;
import org.leadrelay.ui.component.Refusals;

/** Asks for one part of the charter's text, and says beside each field what it cannot be. */
abstract class PartDialog extends Dialog {

    private final Refusals refusals = new Refusals();

    PartDialog(String title, String width) {
        setHeaderTitle(title);
        setWidth("min(" + width + ", 100vw)");
        setCloseOnOutsideClick(false);
    }

    /** Where the service's words about a field go. */
    final Refusals refusals() {
        return refusals;
    }

    /** The whole text with this part as it stands in the fields. */
    abstract Provisions written(Entries entries);

    /**
     * Offers to take the whole part out of the text.
     *
     * @param without the text without it
     */
    final void removable(String deed, String question, Provisions without, CharterDocument.Editing saving) {
        Button remove = new Button(
                deed,
                click -> Ask.before(question, getTranslation("charter.remove.consequence"), deed, () -> {
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

    private Provisions read() {
        Entries entries = new Entries(this);
        Provisions written = written(entries);
        entries.mustBeRead();
        return written;
    }
}
