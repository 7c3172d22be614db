package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.ProductException;
import org.leadrelay.ui.component.DueTime;
import org.leadrelay.ui.component.RowNames;
import org.leadrelay.worklist.InboxChange;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.TaskRow;

/**
 * Lazy list of tasks, updated in place by push. What changes is shown in its place; new ones come at once while
 * the beginning is in view, and are announced otherwise, so that nothing moves that is being read.
 */
@com.vaadin.flow.component.dependency.Uses(DueTime.class)
class TaskList extends Div {

    private static final long serialVersionUID = 1L;

    private final InboxServices desk;
    private final Grid<TaskRow> grid = new Grid<>();
    private final TaskColumns columns;
    private final ListedTasks rows;
    private final Button arrived = new Button();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> came = new LinkedHashSet<>();
    private InboxQuery query = InboxState.START.query();
    private @Nullable String open;
    private boolean atTop = true;

    TaskList(InboxServices desk, Consumer<TaskRow> choose, Consumer<InboxQuery> list, Consumer<Set<TaskRow>> selected) {
        this.desk = desk;
        addClassName("task-list");
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_COMPACT);
        columns = new TaskColumns(grid, new TaskWords(this, getLocale(), desk), desk, row -> gone.contains(row.id()));
        rows = new ListedTasks(desk.worklist(), columns::fit);
        RowNames.label(grid, row -> getTranslation("inbox.row.select", row.lead(), row.name()));
        grid.setPartNameGenerator(this::parts);
        grid.setDataProvider(rows);
        columns.onSort((sort, descending) -> list.accept(query.sort(sort, descending)));
        grid.addItemClickListener(event -> choose.accept(event.getItem()));
        grid.asMultiSelect().addSelectionListener(event -> selected.accept(event.getAllSelectedItems()));
        grid.getElement().setAttribute("aria-label", getTranslation("inbox.list"));
        arrived.setIcon(VaadinIcon.ARROW_UP.create());
        arrived.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        arrived.addClassName("arrived");
        arrived.setVisible(false);
        arrived.addClickListener(event -> {
            grid.scrollToStart();
            again();
        });
        add(arrived, grid);
        followScrolling();
    }

    /** Lists something else. */
    void show(InboxState state) {
        boolean other = !state.query().equals(query);
        query = state.query();
        columns.show(state.columns());
        columns.sorted(query);
        mark(state.task());
        if (other) {
            grid.asMultiSelect().clear();
            again();
        }
    }

    /** Reads everything anew, from where the list stands. */
    final void again() {
        came.clear();
        gone.clear();
        arrived.setVisible(false);
        rows.read(query);
    }

    /** Marks the row of the open task. */
    final void mark(@Nullable String task) {
        String before = open;
        open = task;
        redraw(before);
        redraw(task);
    }

    Set<TaskRow> selected() {
        return grid.getSelectedItems();
    }

    void select(@Nullable String taskId) {
        rows.known(taskId).ifPresent(row -> {
            if (grid.asMultiSelect().isSelected(row)) {
                grid.asMultiSelect().deselect(row);
            } else {
                grid.asMultiSelect().select(row);
            }
        });
    }

    void clearSelection() {
        grid.asMultiSelect().clear();
    }

    /**
     * The task so many rows after another one, or before it, as they are shown and without those that are done; the
     * first where that one is not known.
     */
    Optional<TaskRow> beside(@Nullable String task, int steps) {
        OptionalInt place = rows.place(task);
        if (place.isEmpty() || steps == 0) {
            return rows.shown(place.orElse(0));
        }
        int at = place.getAsInt() + steps;
        Optional<TaskRow> next = rows.shown(Math.max(0, at));
        while (at > 0 && next.filter(row -> gone.contains(row.id())).isPresent()) {
            at += steps;
            next = rows.shown(Math.max(0, at));
        }
        return next.filter(row -> !gone.contains(row.id()));
    }

    /** Whether a task that was listed still is, after something was done with it. */
    boolean lists(String task) {
        return rows.known(task)
                .map(row -> desk.worklist().rows(query.lead(row.leadId())).stream()
                        .anyMatch(each -> each.id().equals(task)))
                .orElse(true);
    }

    /** The task after a completed one, as the list shows it already; where it shows none, what has moved up. */
    Optional<TaskRow> afterCompleted(String task) {
        Optional<TaskRow> below =
                rows.listed(rows.place(task).orElse(0) + 1).filter(row -> !gone.contains(row.id()) && !isTaken(row));
        if (below.isEmpty()) {
            return inPlaceOf(task);
        }
        again();
        return below;
    }

    /** The task that has moved up to where one stood that is listed no longer; others may have gone with it. */
    Optional<TaskRow> inPlaceOf(String task) {
        int place = rows.place(task).orElse(0);
        again();
        return rows.at(place)
                .or(() -> place == 0 ? Optional.empty() : rows.at(place - 1))
                .or(() -> place == 0 ? Optional.empty() : rows.at(0));
    }

    /** How many tasks the list holds, where they have been counted since it was read. */
    void counted(long found) {
        rows.counted(found);
    }

    /** Brings the row into view, where it is not; in the browser, which asks for the rows that it lacks. */
    void scrollTo(String task) {
        rows.place(task).ifPresent(place -> grid.getElement().executeJs("""
            const first = this._firstVisibleIndex;
            const last = this._lastVisibleIndex;
            if (first === undefined || last === undefined || $0 <= first || $0 >= last) {
                this.scrollToIndex(Math.max(0, $0 - 2));
            }
            """, place));
    }

    /** Shows what changed, without moving what is in view. */
    void changed(List<InboxChange> changes) {
        for (InboxChange change : changes) {
            String id = change.taskId();
            if (id == null) {
                came.add("");
            } else if (rows.known(id).isEmpty()) {
                if (change.what() != InboxChange.What.CLOSED && change.what() != InboxChange.What.ANSWERED) {
                    came.add(id);
                }
            } else if (change.what() == InboxChange.What.CLOSED) {
                gone.add(id);
                redraw(id);
            } else {
                lookAt(id);
            }
        }
        if (came.isEmpty()) {
            return;
        }
        if (atTop) {
            again();
        } else {
            arrived.setText(getTranslation("inbox.arrived"));
            arrived.setVisible(true);
        }
    }

    private void lookAt(String id) {
        try {
            rows.replace(desk.worklist().row(id));
        } catch (ProductException e) {
            gone.add(id);
        }
        redraw(id);
    }

    private void redraw(@Nullable String id) {
        rows.known(id).ifPresent(rows::refreshItem);
    }

    private @Nullable String parts(TaskRow row) {
        StringBuilder parts = new StringBuilder();
        if (row.id().equals(open)) {
            parts.append("open ");
        }
        if (isTaken(row) || gone.contains(row.id())) {
            parts.append("taken");
        }
        return parts.isEmpty() ? null : parts.toString().strip();
    }

    /** Whether somebody was quicker with a task that nobody else had when it was listed, or has answered it. */
    private boolean isTaken(TaskRow row) {
        return row.answeredAt() != null
                || (row.assignee() != null
                        && !row.assignee().equals(desk.me())
                        && (query.scope() == InboxQuery.Scope.ROLE || query.scope() == InboxQuery.Scope.MINE));
    }

    private void followScrolling() {
        ComponentUtil.addListener(grid, TopChanged.class, event -> {
            atTop = event.top();
            if (atTop && !came.isEmpty()) {
                again();
            }
        });
        grid.addAttachListener(event -> grid.getElement().executeJs("""
            const table = this.$.table; let top = true;
            table.addEventListener('scroll', () => {
                const now = table.scrollTop < 8;
                if (now !== top) {
                    top = now;
                    this.dispatchEvent(new CustomEvent('top-changed',
                        { detail: { top } }));
                }
            });
            """));
    }

    /** What a test looks at. */
    Grid<TaskRow> grid() {
        return grid;
    }
}
