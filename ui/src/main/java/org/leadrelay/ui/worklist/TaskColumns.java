package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.leadrelay.ui.component.ScreenWidth;
import org.leadrelay.worklist.TaskRow;

/** Columns of the list of tasks; on a phone what is due and of whom, with the step below. */
final class TaskColumns {

    private static final String WIDE = "9.5rem";
    private static final String NARROW = "7.5rem";

    private final Grid<TaskRow> grid;
    private final Map<InboxColumn, Grid.Column<TaskRow>> columns = new EnumMap<>(InboxColumn.class);
    private List<InboxColumn> chosen = InboxColumn.byDefault();
    private boolean narrow;

    /**
     * @param gone whether a row's task is not there any more
     */
    TaskColumns(Grid<TaskRow> grid, TaskWords words, InboxServices desk, ValueProvider<TaskRow, Boolean> gone) {
        this.grid = grid;
        column(InboxColumn.DUE, TaskRows.due(desk.due(), grid), 0, WIDE);
        column(InboxColumn.LEAD, TaskRows.lead(grid, this::belowLead), 3, "7rem");
        column(InboxColumn.STEP, TaskRows.two(TaskRow::name, this::source), 2, "7rem");
        column(InboxColumn.WHO, TaskRows.who(grid, desk.me(), gone), 1, "6rem");
        column(InboxColumn.ROLE, TaskRows.two(words::role, row -> ""), 1, "7rem");
        column(InboxColumn.ARRIVED, TaskRows.two(row -> words.time(row.createdAt()), row -> ""), 1, "9rem");
        arrange();
        ScreenWidth.follow(grid, this::narrow);
    }

    void show(List<InboxColumn> these) {
        if (!these.equals(chosen)) {
            chosen = these;
            arrange();
        }
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
            if (which == InboxColumn.DUE) {
                column.setWidth(narrow ? NARROW : WIDE);
            }
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
