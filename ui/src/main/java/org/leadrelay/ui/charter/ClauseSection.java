package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterWords;
import org.leadrelay.charter.Clause;
import org.leadrelay.charter.Finding;
import org.leadrelay.charter.Rung;
import org.leadrelay.ui.component.DataTable;

/** Section of the charter's clauses: who, which step, how long, when to remind, and who is told. */
final class ClauseSection extends Section {

    private static final List<Finding.Kind> OF_CLAUSES =
            List.of(Finding.Kind.ELEMENT_MISSING, Finding.Kind.ELEMENT_UNTIMED, Finding.Kind.OTHER_ROLE);

    private final CharterWords words;
    private final Map<String, String> steps;
    private final CharterContent said;
    private final SideNotes margin;

    ClauseSection(CharterReader reader, CharterContent said, SideNotes margin) {
        this.words = reader.words();
        this.steps = reader.choices().steps();
        this.said = said;
        this.margin = margin;
        add(
                new H2(getTranslation("charter.part.clauses")),
                margin.titled(
                        new Paragraph(getTranslation("charter.clauses.what", words.calendar(said.calendar()))),
                        EditButtons::calendar),
                clauses());
        add(margin.adding(EditButtons::newClause));
        add(margin.titled(new H3(words.clause(Rung.ANY)), each -> each.ladder(Rung.ANY)), ladder(Rung.ANY));
    }

    private DataTable clauses() {
        DataTable table = CharterDocument.table(
                getTranslation("charter.part.clauses"),
                List.of(
                        getTranslation("charter.clause"),
                        getTranslation("charter.who"),
                        getTranslation("charter.work.high"),
                        getTranslation("charter.work.normal"),
                        getTranslation("charter.work.low"),
                        getTranslation("charter.reminder"),
                        getTranslation("charter.told")));
        said.clauses().forEach(each -> clause(each, table));
        return table;
    }

    private void clause(Clause clause, DataTable table) {
        Span step = new Span(steps.getOrDefault(clause.element(), clause.element()));
        step.setTitle(clause.element());
        step.addClassName("second-line");
        Div name = new Div(margin.titled(new Span(clause.words().in(getLocale())), each -> each.clause(clause)), step);
        name.addClassName("charter-clause");
        name.add(margin.marks(clause.name(), OF_CLAUSES));
        boolean own = said.ladder().stream().anyMatch(each -> each.clause().equals(clause.name()));
        table.row(
                        name,
                        new Span(words.role(clause.who())),
                        new Span(words.work(clause.high())),
                        new Span(words.work(clause.normal())),
                        new Span(words.work(clause.low())),
                        new Span(reminder(clause)),
                        margin.titled(
                                own ? ladder(clause.name()) : new Span(getTranslation("charter.told.any")),
                                each -> each.ladder(clause.name())))
                .setClassName("charter-broken", margin.isBroken(clause));
    }

    private String reminder(Clause clause) {
        Double share = clause.reminderShare();
        return share == null
                ? getTranslation("charter.reminder.none")
                : getTranslation("charter.reminder.after", words.percent(BigDecimal.valueOf(share)));
    }

    private Component ladder(String clause) {
        UnorderedList rungs = new UnorderedList();
        said.ladder().stream()
                .filter(each -> each.clause().equals(clause))
                .forEach(each -> rungs.add(new ListItem(words.rung(each))));
        return rungs;
    }
}
