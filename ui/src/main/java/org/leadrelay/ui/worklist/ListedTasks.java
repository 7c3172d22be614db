package org.leadrelay.ui.worklist;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.TaskQueries;
import org.leadrelay.worklist.TaskRow;

/** Data provider of the list of tasks, page by page. */
final class ListedTasks extends AbstractBackEndDataProvider<TaskRow, Void> {

    private static final long serialVersionUID = 1L;

    private final TaskQueries worklist;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, TaskRow> known = new HashMap<>();
    private final Map<Integer, TaskRow> shown = new HashMap<>();
    private final Consumer<List<TaskRow>> began;
    private InboxQuery query = InboxState.START.query();
    private OptionalLong counted = OptionalLong.empty();

    /**
     * @param began is told the first rows whenever they were read
     */
    ListedTasks(TaskQueries worklist, Consumer<List<TaskRow>> began) {
        this.worklist = worklist;
        this.began = began;
    }

    /** Forgets what was read, and reads what this query finds. */
    void read(InboxQuery asked) {
        query = asked;
        places.clear();
        known.clear();
        shown.clear();
        counted = OptionalLong.empty();
        refreshAll();
    }

    /** How many tasks the query finds, where somebody has just counted them. */
    void counted(long found) {
        counted = OptionalLong.of(found);
    }

    /** The task as it was read last, if it was read at all. */
    Optional<TaskRow> known(@Nullable String taskId) {
        return Optional.ofNullable(taskId).map(known::get);
    }

    /** Where in the list the task stood, from 0. */
    OptionalInt place(@Nullable String taskId) {
        Integer place = taskId == null ? null : places.get(taskId);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** The task that is shown at this place, as it was read last; nothing is read for it. */
    Optional<TaskRow> listed(int place) {
        return Optional.ofNullable(shown.get(place)).map(row -> known.getOrDefault(row.id(), row));
    }

    /** The task that is shown at this place; where none is, the one that stands there now. */
    Optional<TaskRow> shown(int place) {
        TaskRow row = shown.get(place);
        return row == null ? at(place) : Optional.of(row);
    }

    /** The task that stands at this place now. */
    Optional<TaskRow> at(int place) {
        List<TaskRow> found = worklist.rows(query.page(place, 1));
        found.forEach(row -> know(row, place));
        return found.stream().findFirst();
    }

    /** A task that has changed, in its place. */
    void replace(TaskRow row) {
        known.put(row.id(), row);
    }

    private void know(TaskRow row, int place) {
        shown.put(place, row);
        places.put(row.id(), place);
        known.put(row.id(), row);
    }

    @Override
    protected Stream<TaskRow> fetchFromBackEnd(Query<TaskRow, Void> asked) {
        int offset = asked.getOffset();
        List<TaskRow> found = new ArrayList<>();
        boolean more = true;
        while (more && found.size() < asked.getLimit()) {
            int part = Math.min(asked.getLimit() - found.size(), InboxQuery.LARGEST_PAGE);
            List<TaskRow> next = worklist.rows(query.page(offset + found.size(), part));
            found.addAll(next);
            more = next.size() == part;
        }
        for (int i = 0; i < found.size(); i++) {
            know(found.get(i), offset + i);
        }
        if (offset == 0) {
            began.accept(found);
        }
        return found.stream();
    }

    @Override
    protected int sizeInBackEnd(Query<TaskRow, Void> asked) {
        long found = counted.isPresent() ? counted.getAsLong() : worklist.count(query);
        counted = OptionalLong.empty();
        return Math.toIntExact(found);
    }

    @Override
    public Object getId(TaskRow row) {
        return row.id();
    }
}
