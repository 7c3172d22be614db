package org.leadrelay.ui.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.server.Command;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.lead.DuplicateDecisions;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.ui.component.ConfirmDialogs;
import org.leadrelay.ui.component.FactLabels;
import org.leadrelay.ui.component.FieldErrors;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.component.Toasts;
import org.leadrelay.ui.intake.DuplicatesView.Pair;

/** Comparison of two leads side by side, and the decision. */
final class PairPanel extends Div {

    private final Pair pair;
    private final DuplicateDecisions decisions;
    private final CurrentPerson person;
    private final Times times;
    private final Command decided;
    private final RadioButtonGroup<LeadCard> recordTo = new RadioButtonGroup<>();
    private final FieldErrors refusals = new FieldErrors();

    PairPanel(
            Pair pair,
            DuplicateDecisions decisions,
            CurrentPerson person,
            Times times,
            boolean onlyReads,
            Command decided) {
        this.pair = pair;
        this.decisions = decisions;
        this.person = person;
        this.times = times;
        this.decided = decided;
        refusals.field("recordTo", recordTo);

        addClassName("pair");
        add(new Paragraph(getTranslation("duplicates.why." + pair.found().reason())), table());
        if (!onlyReads) {
            add(decision());
        }
    }

    private NativeTable table() {
        NativeTable table = new NativeTable();
        table.addClassName("compared");
        table.add(new NativeTableHeader(header()));
        NativeTableBody body = new NativeTableBody();
        Map<String, String> ofA = values(pair.a());
        Map<String, String> ofB = values(pair.b());
        Map<String, String> all = new LinkedHashMap<>(ofA);
        ofB.forEach(all::putIfAbsent);
        all.keySet().forEach(name -> body.add(line(name, ofA.get(name), ofB.get(name))));
        table.add(body);
        return table;
    }

    /** The lead's name; where both have the same one, with what tells them apart. */
    private String called(LeadCard card) {
        LeadCard other = card.equals(pair.a()) ? pair.b() : pair.a();
        String apart = card.company() == null || card.company().equals(other.company()) ? card.email() : card.company();
        return apart == null || !card.name().equals(other.name())
                ? card.name()
                : getTranslation("duplicates.called", card.name(), apart);
    }

    private NativeTableRow header() {
        NativeTableRow row = new NativeTableRow();
        row.add(new NativeTableHeaderCell(getTranslation("duplicates.field")));
        row.add(new NativeTableHeaderCell(link(pair.a())));
        row.add(new NativeTableHeaderCell(link(pair.b())));
        return row;
    }

    private Anchor link(LeadCard card) {
        PageLink link = new PageLink("lead/" + card.id(), called(card));
        return link;
    }

    private static NativeTableRow line(String name, @Nullable String first, @Nullable String second) {
        NativeTableRow row = new NativeTableRow();
        NativeTableHeaderCell heading = new NativeTableHeaderCell(name);
        heading.getElement().setAttribute("scope", "row");
        row.add(heading);
        row.add(new NativeTableCell(first == null ? "" : first));
        row.add(new NativeTableCell(second == null ? "" : second));
        if (first != null && second != null && !Objects.equals(first, second)) {
            row.addClassName("differs");
        }
        return row;
    }

    private Map<String, String> values(LeadCard card) {
        Map<String, String> values = new LinkedHashMap<>();
        FactLabels labels = new FactLabels(this);
        for (FactView fact : card.facts()) {
            values.put(labels.of(fact), fact.words());
        }
        values.put(getTranslation("lead.state"), state(card));
        values.put(getTranslation("leads.column.createdAt"), times.text(card.createdAt(), getLocale()));
        return values;
    }

    private String state(LeadCard card) {
        String end = card.end();
        return end == null ? getTranslation("lead.state.running") : getTranslation("lead.end." + end);
    }

    private Div decision() {
        Div decision = new Div();
        decision.addClassName("decision");
        decision.add(merge(pair.a()), merge(pair.b()));
        Button apart = new Button(getTranslation("duplicates.apart"), click -> keepApart());
        if (pair.found().recordWaiting()) {
            recordTo.setLabel(getTranslation("duplicates.record-to"));
            recordTo.setItems(pair.a(), pair.b());
            recordTo.setItemLabelGenerator(this::called);
            Div waiting = new Div(recordTo, apart);
            waiting.addClassName("record-waits");
            decision.add(waiting);
        } else {
            decision.add(apart);
        }
        return decision;
    }

    private Button merge(LeadCard survivor) {
        Button merge = new Button(getTranslation("duplicates.merge", called(survivor)), click -> askToMerge(survivor));
        merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return merge;
    }

    private void askToMerge(LeadCard survivor) {
        LeadCard other = survivor.equals(pair.a()) ? pair.b() : pair.a();
        ConfirmDialogs.before(
                getTranslation("duplicates.merge.ask"),
                getTranslation("duplicates.merge.consequence", called(other), called(survivor)),
                getTranslation("duplicates.merge.do"),
                () -> {
                    decisions.merge(pair.found().id(), survivor.id(), person.get());
                    Toasts.done(getTranslation("duplicates.merged", survivor.name()));
                    decided.execute();
                });
    }

    private void keepApart() {
        LeadCard to = recordTo.getValue();
        boolean done =
                refusals.tried(() -> decisions.keepApart(pair.found().id(), to == null ? null : to.id(), person.get()));
        if (done) {
            Toasts.done(getTranslation("duplicates.kept-apart"));
            decided.execute();
        }
    }
}
