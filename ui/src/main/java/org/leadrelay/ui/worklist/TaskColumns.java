package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.leadrelay.ui.component.ScreenWidth;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.TaskRow;

/** Columns of the list of tasks; on a phone what is due and of whom, with the step below. */
final class TaskColumns {

    private static final String DUE_WIDTH = "8.5rem";

    /** What a column's width grows by: the characters of its longest line, within these bounds. */
    private static final int FEWEST = 12;

    private static final int MOST = 44;

    private static final String LEAST_WIDTH = "3rem";

    private static final Map<InboxColumn, InboxQuery.Sort> SORTS = Map.of(
            InboxColumn.DUE, InboxQuery.Sort.DUE,
            InboxColumn.STEP, InboxQuery.Sort.STEP,
            InboxColumn.WHO, InboxQuery.Sort.PRIORITY,
            InboxColumn.ARRIVED, InboxQuery.Sort.CREATED);

    private final Grid<TaskRow> grid;
    private final Map<InboxColumn, Grid.Column<TaskRow>> columns = new EnumMap<>(InboxColumn.class);
    private List<InboxColumn> chosen = InboxColumn.byDefault();
    private boolean narrow;

    /**
     * @param gone whether a row's task is not there any more
     */
    TaskColumns(Grid<TaskRow> grid, TaskWords words, InboxServices desk, ValueProvider<TaskRow, Boolean> gone) {
        this.grid = grid;
        column(InboxColumn.DUE, TaskRows.due(desk.due(), grid), 0, DUE_WIDTH);
        column(InboxColumn.LEAD, TaskRows.lead(grid, this::belowLead), FEWEST, LEAST_WIDTH);
        column(InboxColumn.STEP, TaskRows.two(TaskRow::name, this::source), FEWEST, LEAST_WIDTH);
        column(InboxColumn.WHO, TaskRows.who(grid, desk.me(), gone), FEWEST, LEAST_WIDTH);
        column(InboxColumn.ROLE, TaskRows.two(words::role, row -> ""), FEWEST, LEAST_WIDTH);
        column(InboxColumn.ARRIVED, TaskRows.two(row -> words.time(row.createdAt()), row -> ""), FEWEST, LEAST_WIDTH);
        of(InboxColumn.WHO).setHeader(grid.getTranslation("inbox.column.priority-who"));
        SORTS.forEach((which, sort) -> of(which).setSortable(true).setKey(which.key()));
        arrange();
        ScreenWidth.follow(grid, this::narrow);
    }

    void show(List<InboxColumn> these) {
        if (!these.equals(chosen)) {
            chosen = these;
            arrange();
        }
    }

    /** Tells in which order a click on a heading asks for. */
    void onSort(BiConsumer<InboxQuery.Sort, Boolean> asked) {
        grid.addSortListener(event -> {
            if (event.isFromClient()) {
                GridSortOrder<TaskRow> order = event.getSortOrder().stream()
                        .findFirst()
                        .orElseGet(() -> new GridSortOrder<>(of(InboxColumn.DUE), SortDirection.ASCENDING));
                asked.accept(
                        SORTS.getOrDefault(
                                InboxColumn.named(order.getSorted().getKey()).orElse(InboxColumn.DUE),
                                InboxQuery.Sort.DUE),
                        order.getDirection() == SortDirection.DESCENDING);
            }
        });
    }

    /** Shows in the headings how the list is sorted. */
    void sorted(InboxQuery query) {
        List<GridSortOrder<TaskRow>> order = SORTS.entrySet().stream()
                .filter(each -> each.getValue() == query.sort())
                .map(each -> new GridSortOrder<>(
                        of(each.getKey()), query.descending() ? SortDirection.DESCENDING : SortDirection.ASCENDING))
                .toList();
        if (!same(order, grid.getSortOrder())) {
            grid.sort(order);
        }
    }

    private static boolean same(List<GridSortOrder<TaskRow>> one, List<GridSortOrder<TaskRow>> other) {
        return told(one).equals(told(other));
    }

    private static List<String> told(List<GridSortOrder<TaskRow>> order) {
        return order.stream()
                .map(each -> each.getSorted().getKey() + each.getDirection())
                .toList();
    }

    /** Divides the width by what the columns hold: each grows by its longest line. */
    void fit(Collection<TaskRow> rows) {
        grow(InboxColumn.LEAD, rows, row -> longer(row.lead(), belowLead(row)));
        grow(InboxColumn.STEP, rows, row -> longer(row.name(), source(row)));
        grow(
                InboxColumn.WHO,
                rows,
                row -> longer(grid.getTranslation("inbox.column.priority-who"), row.assigneeName()));
    }

    private static int longer(String line, @Nullable String below) {
        return Math.max(line.length(), below == null ? 0 : below.length());
    }

    private void grow(InboxColumn which, Collection<TaskRow> rows, ToIntFunction<TaskRow> length) {
        int longest = rows.stream().mapToInt(length).max().orElse(0);
        Grid.Column<TaskRow> column = of(which);
        int grow = Math.max(FEWEST, Math.min(MOST, longest));
        if (column.getFlexGrow() != grow) {
            column.setFlexGrow(grow);
        }
    }

    private Grid.Column<TaskRow> of(InboxColumn which) {
        return Objects.requireNonNull(columns.get(which));
    }

    private void column(InboxColumn which, Renderer<TaskRow> look, int grow, String width) {
        columns.put(
                which,
                grid.addColumn(look)
                        .setHeader(grid.getTranslation("inbox.column." + which.key()))
                        .setFlexGrow(grow)
                        .setWidth(width));
    }

    private void narrow(boolean now) {
        if (now != narrow) {
            narrow = now;
            arrange();
            grid.getDataProvider().refreshAll();
        }
    }

    private void arrange() {
        columns.forEach((which, column) -> {
            column.setVisible(narrow ? which == InboxColumn.DUE || which == InboxColumn.LEAD : chosen.contains(which));
        });
    }

    private String belowLead(TaskRow row) {
        String company = row.company() == null ? "" : row.company();
        if (!narrow) {
            return company;
        }
        return company.isEmpty() ? row.name() : row.name() + " · " + company;
    }

    private String source(TaskRow row) {
        return row.source() == null ? "" : row.source();
    }
}
