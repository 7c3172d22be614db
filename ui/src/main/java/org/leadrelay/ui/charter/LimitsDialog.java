package org.leadrelay.ui.charter;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Limits;
import org.leadrelay.charter.Provisions;

/** Asks how much and how often. */
final class LimitsDialog extends PartDialog {

    private final IntegerField capacity = new IntegerField();
    private final IntegerField tries = new IntegerField();
    private final IntegerField maximumLaps = new IntegerField();
    private final IntegerField attempts = new IntegerField();
    private final TextField attemptSpacing = new TextField();
    private final IntegerField questions = new IntegerField();
    private final Provisions said;
    private final CharterWords words;

    LimitsDialog(Provisions said, CharterWords words, String title) {
        super(title, "28em");
        this.said = said;
        this.words = words;
        Limits limits = said.limits();
        number(capacity, "capacity", limits.capacity());
        number(tries, "tries", limits.tries());
        number(maximumLaps, "maximumLaps", limits.maximumLaps());
        number(attempts, "attempts", limits.attempts());
        attemptSpacing.setLabel(words.part("attemptSpacing"));
        attemptSpacing.setHelperText(getTranslation("charter.amount.what"));
        attemptSpacing.setValue(Entries.text(limits.attemptSpacing()));
        attemptSpacing.setWidthFull();
        refusals().field("limits.attemptSpacing", attemptSpacing);
        add(attemptSpacing);
        number(questions, "questions", limits.questions());
    }

    private void number(IntegerField field, String name, int now) {
        field.setLabel(words.part(name));
        field.setStepButtonsVisible(true);
        field.setManualValidation(true);
        field.setValue(now);
        field.setWidthFull();
        refusals().field("limits." + name, field);
        add(field);
    }

    void ask(CharterDocument.Editing saving) {
        ask(saving, capacity);
    }

    @Override
    Provisions written(Entries entries) {
        return said.rewriting()
                .limits(new Limits(
                        Entries.number(capacity),
                        Entries.number(tries),
                        Entries.number(maximumLaps),
                        Entries.number(attempts),
                        entries.amount("limits.attemptSpacing", attemptSpacing),
                        Entries.number(questions)))
                .text();
    }
}
