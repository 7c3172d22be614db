package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.leadrelay.charter.AgreedTables.DecisionTable;
import org.leadrelay.charter.AgreedTables.Rule;

/** Decision table in one version, to be opened and read. */
public final class AgreedTable extends Details {

    private static final long serialVersionUID = 1L;

    private final List<Long> hits;

    /**
     * @param title what it is called, and in which version
     */
    public AgreedTable(String title, DecisionTable table) {
        this(title, table, List.of());
    }

    /**
     * @param hits how often each row fired lately; empty where that is not told
     */
    public AgreedTable(String title, DecisionTable table, List<Long> hits) {
        this.hits = List.copyOf(hits);
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

    /** Opens it and brings it into sight. */
    public void open() {
        setOpened(true);
        getElement().executeJs("this.scrollIntoView()");
    }

    private DataTable rules(String title, DecisionTable table) {
        List<String> columns = new ArrayList<>();
        columns.add(getTranslation("charter.rule"));
        columns.addAll(table.inputs());
        columns.addAll(table.outputs());
        if (!hits.isEmpty()) {
            columns.add(getTranslation("charter.rule.hits"));
        }
        columns.add(getTranslation("charter.rule.why"));
        DataTable rules = new DataTable(title, columns).linesOnPhones();
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
        if (!hits.isEmpty()) {
            cells.add(hits(hits.get(number - 1)));
        }
        cells.add(new Span(rule.why()));
        return cells;
    }

    /** A row that never fires is worth a look: it is told apart by its weight, too. */
    private Span hits(long times) {
        Span told = new Span(NumberFormat.getIntegerInstance(getLocale()).format(times));
        told.addClassNames("agreed-hits", "figures");
        if (times == 0) {
            told.addClassName("secondary");
        }
        return told;
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
