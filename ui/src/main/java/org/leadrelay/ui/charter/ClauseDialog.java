package org.leadrelay.ui.charter;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.Clause;
import org.leadrelay.platform.Words;
import org.leadrelay.workingtime.WorkAmount;

/** Dialog of a clause: who promises which step, how long it may take for each priority, and when to remind. */
final class ClauseDialog extends PartDialog {

    /** Stands for a clause that is yet to be named. */
    static final Clause NEW =
            new Clause("", Words.NONE, "", "", WorkAmount.NONE, WorkAmount.NONE, WorkAmount.NONE, null);

    private final CharterContent said;
    private final Clause clause;
    private final TextField name = new TextField();
    private final WordsFields called;
    private final ComboBox<String> who;
    private final ComboBox<String> step;
    private final TextField high = new TextField();
    private final TextField normal = new TextField();
    private final TextField low = new TextField();
    private final TextField share = new TextField();

    ClauseDialog(CharterContent said, Clause clause, CharterChoices choices, String title) {
        super(title, "34em");
        this.said = said;
        this.clause = clause;
        if (isNew()) {
            name.setLabel(getTranslation("charter.clause.name"));
            name.setHelperText(getTranslation("charter.clause.name.what"));
            name.setWidthFull();
            form(name);
        }
        called = new WordsFields(clause.words());
        form(called);
        who = choices.role();
        who.setLabel(getTranslation("charter.who"));
        who.setWidthFull();
        step = choices.step();
        step.setLabel(getTranslation("charter.step"));
        step.setHelperText(getTranslation("charter.step.what"));
        step.setWidthFull();
        form(who, step);
        Div times = new Div(high, normal, low);
        times.addClassName("line-fields");
        work(high, "high", clause.high());
        work(normal, "normal", clause.normal());
        work(low, "low", clause.low());
        share.setLabel(getTranslation("charter.share"));
        share.setHelperText(getTranslation("charter.share.what"));
        share.setValue(FieldParser.text(clause.reminderShare()));
        share.setWidthFull();
        if (!isNew()) {
            who.setValue(clause.who());
            step.setValue(clause.element());
        }
        Paragraph amount = new Paragraph(getTranslation("charter.amount.what"));
        amount.addClassNames("secondary", "below-fields");
        form(times, amount, share);
    }

    private boolean isNew() {
        return clause.name().isEmpty();
    }

    private void work(TextField field, String priority, WorkAmount now) {
        field.setLabel(getTranslation("charter.work." + priority));
        field.setValue(now.isZero() ? "" : FieldParser.text(now));
    }

    @Override
    void ask(CharterDocument.Editing saving) {
        if (!isNew()) {
            removable(
                    getTranslation("charter.clause.remove"),
                    getTranslation("charter.clause.remove.ask", clause.words().in(getLocale())),
                    said.rewriting().withoutClause(clause.name()).text(),
                    saving);
        }
        super.ask(saving);
    }

    @Override
    CharterContent written(FieldParser entries) {
        String named = isNew() ? name.getValue().strip() : clause.name();
        String field = "clauses." + named + ".";
        refusals()
                .field(field + "name", name)
                .field(field + "who", who)
                .field(field + "element", step)
                .field(field + "high", high)
                .field(field + "normal", normal)
                .field(field + "low", low)
                .field(field + "reminderShare", share);
        called.showErrors(refusals(), "clauses." + named);
        if (isNew() && said.clause(named).isPresent()) {
            entries.wrong(field + "name", "charter.clause.taken");
        }
        return said.rewriting()
                .clause(new Clause(
                        named,
                        called.written(),
                        FieldParser.chosen(who),
                        FieldParser.chosen(step),
                        entries.amount(field + "high", high),
                        entries.amount(field + "normal", normal),
                        entries.amount(field + "low", low),
                        entries.share(field + "reminderShare", share)))
                .text();
    }
}
