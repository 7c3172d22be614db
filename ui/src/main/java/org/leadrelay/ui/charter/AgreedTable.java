package org.leadrelay.ui.charter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leadrelay.charter.AgreedTables.DecisionTable;
import org.leadrelay.charter.AgreedTables.Rule;
import org.leadrelay.ui.component.DataTable;

/** A decision table in the version that was agreed on, to be opened and read. */
final class AgreedTable extends Details {

    private static final long serialVersionUID = 1L;

    /**
     * @param title what it is called, and in which version
     */
    AgreedTable(String title, DecisionTable table) {
        setSummaryText(title);
        addClassName("agreed-table");
        Paragraph policy = new Paragraph(getTranslation("charter.hit."
                + table.hitPolicy().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-')));
        policy.addClassName("secondary");
        Div scrolls = new Div(rules(title, table));
        scrolls.addClassName("agreed-rules");
        // a region that scrolls is reached with the keyboard, too
        scrolls.getElement().setAttribute("tabindex", "0");
        scrolls.getElement().setAttribute("role", "region");
        scrolls.getElement().setAttribute("aria-label", title);
        add(policy, scrolls);
    }

    private DataTable rules(String title, DecisionTable table) {
        List<String> columns = new ArrayList<>();
        columns.add(getTranslation("charter.rule"));
        columns.addAll(table.inputs());
        columns.addAll(table.outputs());
        columns.add(getTranslation("charter.rule.why"));
        DataTable rules = CharterDocument.table(title, columns);
        int number = 0;
        for (Rule each : table.rules()) {
            number++;
            rules.row(row(number, each));
        }
        return rules;
    }

    private List<Component> row(int number, Rule rule) {
        List<Component> cells = new ArrayList<>();
        cells.add(new Span(String.valueOf(number)));
        rule.inputs()
                .forEach(each -> cells.add(new Span(each.isEmpty() ? getTranslation("charter.rule.any") : read(each))));
        rule.outputs().forEach(each -> {
            Span result = new Span(each.isEmpty() ? "–" : read(each));
            result.addClassName("agreed-result");
            cells.add(result);
        });
        cells.add(new Span(rule.why()));
        return cells;
    }

    /** As people read it: without the quotes around texts, and yes or no. */
    private String read(String entry) {
        return switch (entry) {
            case "true" -> getTranslation("charter.rule.yes");
            case "false" -> getTranslation("charter.rule.no");
            default -> entry.replace("\"", "");
        };
    }
}
