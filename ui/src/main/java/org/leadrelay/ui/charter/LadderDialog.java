package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.Rung;
import org.leadrelay.charter.Rung.Moment;
import org.leadrelay.ui.component.FieldLines;
import org.leadrelay.workingtime.WorkAmount;

/** Dialog of the escalation ladder: as a reminder, when a promise breaks, and a while after that. */
final class LadderDialog extends PartDialog {

    private final CharterContent said;
    private final String clause;
    private final FieldLines<RungLine> rungs;

    /** Whom to tell when; a time is asked for only where one counts. */
    private static final class RungLine extends FieldLines.Line {

        private final ComboBox<String> whom;
        private final Select<Moment> moment = new Select<>();
        private final TextField after = new TextField();

        RungLine(CharterChoices choices) {
            whom = choices.whom();
            whom.setLabel(getTranslation("charter.ladder.whom"));
            whom.addClassName("wide");
            moment.setLabel(getTranslation("charter.ladder.moment"));
            moment.addClassName("wide");
            moment.setItems(Moment.values());
            moment.setItemLabelGenerator(each -> getTranslation("charter.ladder.moment." + each));
            moment.addValueChangeListener(event -> after.setVisible(event.getValue() == Moment.AFTER));
            after.setLabel(getTranslation("charter.ladder.after"));
            after.setPlaceholder("8:00");
            after.setHelperText(getTranslation("charter.ladder.after.what"));
            after.setVisible(false);
            moment.setValue(Moment.OVERDUE);
            add(whom, moment, after);
        }

        RungLine(Rung rung, CharterChoices choices) {
            this(choices);
            whom.setValue(rung.whom());
            moment.setValue(rung.moment());
            if (rung.moment() == Moment.AFTER) {
                after.setValue(FieldParser.text(rung.after()));
            }
        }

        Rung written(String clause, String field, FieldParser entries) {
            return new Rung(
                    clause,
                    moment.getValue(),
                    moment.getValue() == Moment.AFTER ? entries.amount(field, after) : WorkAmount.NONE,
                    FieldParser.chosen(whom));
        }

        @Override
        public Focusable<?> first() {
            return whom;
        }
    }

    /**
     * @param clause whose ladder, or {@link Rung#ANY}
     */
    LadderDialog(CharterContent said, String clause, CharterChoices choices, String title) {
        super(title, "48em");
        this.said = said;
        this.clause = clause;
        rungs = new FieldLines<>(
                RungLine.class, getTranslation("charter.ladder.add"), false, () -> new RungLine(choices));
        said.ladder().stream()
                .filter(each -> each.clause().equals(clause))
                .forEach(each -> rungs.with(new RungLine(each, choices)));
        Paragraph what = new Paragraph(
                getTranslation(clause.equals(Rung.ANY) ? "charter.ladder.what.any" : "charter.ladder.what"));
        what.addClassName("secondary");
        form(what, rungs);
    }

    @Override
    CharterContent written(FieldParser entries) {
        List<Rung> written = new ArrayList<>();
        for (RungLine each : rungs.lines()) {
            String unread = "ladder." + clause + "." + written.size();
            refusals().field(unread, each.after);
            Rung rung = each.written(clause, unread, entries);
            refusals()
                    .field(
                            "ladder." + rung.code(),
                            rung.moment() == Moment.AFTER && !rung.whom().isEmpty() ? each.after : each.whom);
            written.add(rung);
        }
        return said.rewriting().ladder(clause, written).text();
    }
}
