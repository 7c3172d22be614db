package org.leadrelay.ui.charter;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Limits;
import org.leadrelay.ui.component.Refusals;

/** Asks how much and how often. */
final class LimitsDialog extends Dialog {

    private final IntegerField capacity = new IntegerField();
    private final IntegerField tries = new IntegerField();
    private final IntegerField maximumLaps = new IntegerField();
    private final IntegerField attempts = new IntegerField();
    private final TextField attemptSpacing = new TextField();
    private final IntegerField questions = new IntegerField();
    private final Refusals refusals = new Refusals();
    private final CharterWords words;

    LimitsDialog(Limits limits, CharterWords words) {
        this.words = words;
        setHeaderTitle(getTranslation("charter.limits.change"));
        number(capacity, "capacity", limits.capacity());
        number(tries, "tries", limits.tries());
        number(maximumLaps, "maximumLaps", limits.maximumLaps());
        number(attempts, "attempts", limits.attempts());
        attemptSpacing.setLabel(words.part("attemptSpacing"));
        attemptSpacing.setHelperText(getTranslation("charter.work.what"));
        attemptSpacing.setValue(Entries.text(limits.attemptSpacing()));
        attemptSpacing.setWidthFull();
        refusals.field("limits.attemptSpacing", attemptSpacing);
        add(attemptSpacing);
        number(questions, "questions", limits.questions());
        setWidth("min(28em, 100vw)");
        setCloseOnOutsideClick(false);
    }

    private void number(IntegerField field, String name, int now) {
        field.setLabel(words.part(name));
        field.setStepButtonsVisible(true);
        field.setManualValidation(true);
        field.setValue(now);
        field.setWidthFull();
        refusals.field("limits." + name, field);
        add(field);
    }

    void ask(SerializableConsumer<Limits> saving) {
        Button save =
                new Button(
                        getTranslation("common.save"),
                        click -> {
                            if (refusals.tried(() -> saving.accept(written()))) {
                                close();
                            }
                        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("common.cancel"), click -> close()), save);
        open();
        capacity.focus();
    }

    private Limits written() {
        Entries entries = new Entries(this);
        Limits written =
                new Limits(
                        Entries.number(capacity),
                        Entries.number(tries),
                        Entries.number(maximumLaps),
                        Entries.number(attempts),
                        entries.work("limits.attemptSpacing", attemptSpacing),
                        Entries.number(questions));
        entries.mustBeRead();
        return written;
    }
}
