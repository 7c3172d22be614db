package org.leadrelay.ui.board;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.leadrelay.cost.CostEntry;
import org.leadrelay.platform.Page;
import org.leadrelay.ui.component.DataTable;

/** Everything that was entered for a month, and by whom. */
final class CostHistory extends Section {

    /** What is shown; REST has all. */
    static final int MOST = 50;

    CostHistory(CostTexts texts, Page<CostEntry> changes) {
        addClassName("costs-history");
        if (changes.items().isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                        texts.text("history"),
                        Stream.of("at", "person", "source", "amount")
                                .map(each -> texts.text("column." + each))
                                .toList())
                .linesOnPhones();
        changes.items()
                .forEach(each -> table.row(
                        texts.times().shown(each.at(), texts.locale()),
                        new Span(texts.people().displayName(each.by())),
                        new Span(texts.source(each.source())),
                        new Span(amount(texts, each))));
        add(new H2(texts.text("history")), table);
        if (changes.total() > changes.items().size()) {
            add(new Paragraph(
                    texts.text("history.more", changes.total() - changes.items().size())));
        }
    }

    private static String amount(CostTexts texts, CostEntry entry) {
        BigDecimal amount = entry.amount();
        return amount == null ? texts.text("removed") : texts.amount(amount, entry.currency());
    }
}
