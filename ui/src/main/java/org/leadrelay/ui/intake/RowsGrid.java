package org.leadrelay.ui.intake;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import java.util.List;
import java.util.UUID;
import org.leadrelay.intake.ImportResults;
import org.leadrelay.intake.ImportRow;
import org.leadrelay.ui.component.GridLook;
import org.leadrelay.ui.component.PageLink;

/** Lazy grid of row results. On a phone each row is one cell. */
final class RowsGrid extends Grid<ImportRow> {

    private final ImportResults results;
    private final UUID id;
    private final List<Column<ImportRow>> wide;
    private final Column<ImportRow> card;
    private final ChangeWords words = new ChangeWords(this);
    private String outcome = "";

    RowsGrid(ImportResults results, UUID id) {
        this.results = results;
        this.id = id;
        setItems(query -> page(query).stream(), query ->
                (int) results.page(id, outcome, "line", 0, 1).total());

        addClassName("rows-grid");
        GridLook.paragraphs(this);
        setWidthFull();
        card = addComponentColumn(this::card).setHeader(getTranslation("rows.title"));
        card.setVisible(false);
        wide = List.of(
                addColumn(ImportRow::line)
                        .setHeader(getTranslation("rows.column.line"))
                        .setKey("line")
                        .setSortProperty("line")
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                addComponentColumn(this::outcome)
                        .setHeader(getTranslation("rows.column.outcome"))
                        .setKey("outcome")
                        .setSortProperty("outcome")
                        .setAutoWidth(true)
                        .setFlexGrow(0),
                addComponentColumn(RowsGrid::lead)
                        .setHeader(getTranslation("rows.column.lead"))
                        .setKey("lead")
                        .setSortProperty("lead")
                        .setFlexGrow(1),
                addComponentColumn(this::details)
                        .setHeader(getTranslation("rows.column.details"))
                        .setKey("details")
                        .setSortProperty("changes")
                        .setFlexGrow(3));
        wide.forEach(each -> each.setSortable(true));
    }

    private List<ImportRow> page(Query<ImportRow, Void> query) {
        String sort =
                query.getSortOrders().stream().findFirst().map(RowsGrid::code).orElse("line");
        return results.page(id, outcome, sort, query.getPage(), query.getPageSize())
                .items();
    }

    private static String code(QuerySortOrder order) {
        return order.getDirection() == SortDirection.DESCENDING ? "-" + order.getSorted() : order.getSorted();
    }

    /**
     * @param code of the one outcome that is shown; empty shows every row
     */
    void show(String code) {
        outcome = code;
        getDataProvider().refreshAll();
    }

    void narrow(boolean now) {
        card.setVisible(now);
        wide.forEach(each -> each.setVisible(!now));
        recalculateColumnWidths();
    }

    private Component card(ImportRow row) {
        Div cell = new Div(
                new Div(new Span(getTranslation("rows.line", row.line())), outcome(row)), lead(row), details(row));
        cell.addClassName("row-card");
        return cell;
    }

    private Component outcome(ImportRow row) {
        Span badge = new Span(getTranslation("rows.outcome." + row.outcome().code()));
        badge.getElement().getThemeList().add("badge");
        switch (row.outcome()) {
            case CREATED -> badge.getElement().getThemeList().add("success");
            case REFUSED -> badge.getElement().getThemeList().add("error");
            case UNCHANGED -> badge.getElement().getThemeList().add("contrast");
            default -> {}
        }
        return badge;
    }

    private static Component lead(ImportRow row) {
        if (row.leadId() == null) {
            return new Span();
        }
        String name = row.leadName();
        PageLink link =
                new PageLink("lead/" + row.leadId(), name == null ? row.leadId().toString() : name);
        return link;
    }

    private Component details(ImportRow row) {
        Div lines = new Div();
        lines.addClassName("row-details");
        String reason = row.reason();
        if (reason != null) {
            lines.add(new Div(reason));
        }
        row.changes().forEach(each -> lines.add(new Div(words.change(each))));
        if (row.undo() != null) {
            Span undone = new Span(getTranslation("undo.did." + row.undo().code()));
            undone.addClassName("row-undone");
            lines.add(new Div(undone));
            row.undoNotes().forEach(each -> lines.add(new Div(each)));
        }
        return lines;
    }
}
