package org.leadrelay.ui.charter;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Limits;

/** Dialog of the charter's limits. */
final class CharterLimitsDialog extends PartDialog {

    private final IntegerField capacity = new IntegerField();
    private final IntegerField tries = new IntegerField();
    private final IntegerField maximumLaps = new IntegerField();
    private final IntegerField attempts = new IntegerField();
    private final TextField attemptSpacing = new TextField();
    private final IntegerField questions = new IntegerField();
    private final CharterContent said;
    private final CharterWords words;

    CharterLimitsDialog(CharterContent said, CharterWords words, String title) {
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
        attemptSpacing.setValue(FieldParser.text(limits.attemptSpacing()));
        attemptSpacing.setWidthFull();
        refusals().field("limits.attemptSpacing", attemptSpacing);
        form(attemptSpacing);
        number(questions, "questions", limits.questions());
    }

    private void number(IntegerField field, String name, int now) {
        field.setLabel(words.part(name));
        field.setStepButtonsVisible(true);
        field.setManualValidation(true);
        field.setValue(now);
        field.setWidthFull();
        refusals().field("limits." + name, field);
        form(field);
    }

    @Override
    CharterContent written(FieldParser entries) {
        return said.rewriting()
                .limits(new Limits(
                        FieldParser.number(capacity),
                        FieldParser.number(tries),
                        FieldParser.number(maximumLaps),
                        FieldParser.number(attempts),
                        entries.amount("limits.attemptSpacing", attemptSpacing),
                        FieldParser.number(questions)))
                .text();
    }
}
