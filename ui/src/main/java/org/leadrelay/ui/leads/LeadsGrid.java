package org.leadrelay.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadRow;
import org.leadrelay.ui.component.GridLook;
import org.leadrelay.ui.component.PageLink;

/** Lazy grid of leads. On a phone each lead is one cell of two lines. */
final class LeadsGrid extends Grid<LeadRow> {

    private final Map<LeadColumn, Column<LeadRow>> columns = new EnumMap<>(LeadColumn.class);
    private final LeadWords words;
    private final Column<LeadRow> card;
    private LeadFilter filter = LeadFilter.none();
    private SerializableConsumer<String> sorted = sort -> {};
    private boolean narrow;
    private boolean setting;

    LeadsGrid(LeadCards cards, CurrentPerson person, LeadWords words) {
        this.words = words;
        setItems(
                query -> cards.page(filter.query(query.getPage(), query.getPageSize()), person.get()).items().stream(),
                query -> (int) cards.page(filter.query(), person.get()).total());
        addItemClickListener(
                click -> UI.getCurrent().navigate("lead/" + click.getItem().id()));
        addSortListener(event -> sortedBy(event.getSortOrder()));

        addClassName("leads-grid");
        GridLook.lines(this);
        setSizeFull();
        setColumnReorderingAllowed(false);
        card = addComponentColumn(this::card).setHeader(getTranslation("leads.title"));
        card.setVisible(false);
        for (LeadColumn each : LeadColumn.values()) {
            columns.put(each, column(each));
        }
    }

    private Column<LeadRow> column(LeadColumn each) {
        Column<LeadRow> column =
                each == LeadColumn.NAME ? addComponentColumn(this::link) : addColumn(row -> each.text(row, words));
        column.setHeader(getTranslation("leads.column." + each.key()));
        column.setKey(each.key());
        column.setResizable(true);
        column.setAutoWidth(true);
        column.setTooltipGenerator(row -> each.text(row, words));
        String sort = each.sort();
        if (sort != null) {
            column.setSortProperty(sort);
            column.setSortable(true);
        }
        return column;
    }

    private Component link(LeadRow row) {
        PageLink link = new PageLink("lead/" + row.id(), row.name());
        return link;
    }

    private Component card(LeadRow row) {
        String below = Stream.of(LeadColumn.COMPANY, LeadColumn.STEP, LeadColumn.END, LeadColumn.OWNER)
                .map(each -> each.text(row, words))
                .filter(each -> !each.isEmpty() && !each.equals(row.name()))
                .collect(Collectors.joining(" · "));
        Span second = new Span(below);
        second.addClassName("second-line");
        Div cell = new Div(link(row), second);
        cell.addClassName("two-lines");
        return cell;
    }

    void onSorted(SerializableConsumer<String> listener) {
        sorted = listener;
    }

    void narrow(boolean now) {
        narrow = now;
        arrange();
    }

    void show(LeadFilter now) {
        filter = now;
        arrange();
        setting = true;
        boolean down = now.sort().startsWith("-");
        String by = down ? now.sort().substring(1) : now.sort();
        sort(columns.entrySet().stream()
                .filter(each -> by.equals(each.getKey().sort()))
                .map(each ->
                        new GridSortOrder<>(each.getValue(), down ? SortDirection.DESCENDING : SortDirection.ASCENDING))
                .toList());
        setting = false;
        getDataProvider().refreshAll();
    }

    private void arrange() {
        card.setVisible(narrow);
        columns.forEach(
                (each, column) -> column.setVisible(!narrow && filter.columns().contains(each)));
        recalculateColumnWidths();
    }

    private void sortedBy(List<GridSortOrder<LeadRow>> order) {
        if (setting || order.isEmpty()) {
            return;
        }
        GridSortOrder<LeadRow> first = order.get(0);
        columns.forEach((each, column) -> {
            if (column.equals(first.getSorted())) {
                boolean down = first.getDirection() == SortDirection.DESCENDING;
                sorted.accept(down ? "-" + each.sort() : each.sort());
            }
        });
    }
}
