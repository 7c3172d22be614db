package org.leadrelay.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.evidence.DecisionEvidence;
import org.leadrelay.charter.AgreedTables.DecisionTable;
import org.leadrelay.charter.AgreedTables.Rule;
import org.leadrelay.ui.component.DataTable;

/** Panel of a decision: what went in, what came out, and the table of that day with the fired row lit. */
final class DecisionPanel extends Div {

    DecisionPanel(DecisionEvidence decision) {
        addClassName("decision-panel");
        DecisionTable table = decision.table();
        String title =
                getTranslation("audit.decision", table == null ? decision.key() : table.name(), decision.version());
        add(new H3(title));
        add(said("audit.decision.in", called(decision.inputs(), table), "audit.decision.in.none"));
        add(said("audit.decision.out", decision.outputs(), "audit.decision.out.none"));
        if (table == null) {
            add(new Paragraph(getTranslation("audit.decision.gone")));
            return;
        }
        Paragraph policy = new Paragraph(getTranslation("charter.hit."
                + table.hitPolicy().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-')));
        policy.addClassName("secondary");
        Div scrolls = new Div(rules(title, table, decision.rows()));
        scrolls.addClassName("agreed-rules");
        scrolls.getElement().setAttribute("tabindex", "0");
        scrolls.getElement().setAttribute("role", "region");
        scrolls.getElement().setAttribute("aria-label", title);
        add(policy, scrolls);
    }

    /** By what the columns are called, where the table of that day is known. */
    private static Map<String, String> called(Map<String, String> inputs, @Nullable DecisionTable table) {
        Map<String, String> called = new TreeMap<>();
        inputs.forEach((id, value) ->
                called.merge(table == null ? id : table.inputOf(id), value, (one, other) -> one + ", " + other));
        return called;
    }

    private Paragraph said(String key, Map<String, String> values, String none) {
        return new Paragraph(
                values.isEmpty()
                        ? getTranslation(none)
                        : getTranslation(
                                key,
                                values.entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .map(each -> each.getKey() + " " + each.getValue())
                                        .collect(Collectors.joining(", "))));
    }

    private DataTable rules(String title, DecisionTable table, List<Integer> fired) {
        List<String> columns = new ArrayList<>();
        columns.add(getTranslation("charter.rule"));
        columns.addAll(table.inputs());
        columns.addAll(table.outputs());
        columns.add(getTranslation("charter.rule.why"));
        DataTable rules = new DataTable(title, columns);
        int number = 0;
        for (Rule each : table.rules()) {
            number++;
            boolean lit = fired.contains(number);
            NativeTableRow row = rules.row(cells(number, each, lit));
            if (lit) {
                row.addClassName("fired");
                row.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
            }
        }
        return rules;
    }

    private List<Component> cells(int number, Rule rule, boolean lit) {
        List<Component> cells = new ArrayList<>();
        cells.add(new Span(lit ? getTranslation("audit.decision.fired", number) : String.valueOf(number)));
        rule.inputs().forEach(each -> cells.add(new Span(each.isEmpty() ? getTranslation("charter.rule.any") : each)));
        rule.outputs().forEach(each -> cells.add(new Span(each.isEmpty() ? "–" : each)));
        cells.add(new Span(rule.why()));
        return cells;
    }
}
