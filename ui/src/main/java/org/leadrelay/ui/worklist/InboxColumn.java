package org.leadrelay.ui.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.leadrelay.worklist.TaskRow;

/** Columns of the inbox. On the screen some hold two lines; in a file each line is a column. */
enum InboxColumn {
    DUE(true, cell("due", (row, words) -> words.due(row))),
    LEAD(true, cell("lead", (row, words) -> row.lead()), cell("company", (row, words) -> row.company())),
    STEP(true, cell("step", (row, words) -> row.name()), cell("source", (row, words) -> row.source())),
    WHO(true, cell("priority", (row, words) -> words.priority(row)), cell("who", (row, words) -> words.holder(row))),
    ROLE(false, cell("role", (row, words) -> words.role(row))),
    ARRIVED(false, cell("arrived", (row, words) -> words.time(row.createdAt())));

    private final boolean byDefault;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final List<Cell> cells;

    /**
     * One line of a task.
     *
     * @param name its heading is {@code inbox.column.<name>}
     */
    record Cell(String name, BiFunction<TaskRow, TaskWords, @Nullable String> text) {

        String text(TaskRow row, TaskWords words) {
            String found = text.apply(row, words);
            return found == null ? "" : found;
        }
    }

    InboxColumn(boolean byDefault, Cell... cells) {
        this.byDefault = byDefault;
        this.cells = List.of(cells);
    }

    private static Cell cell(String name, BiFunction<TaskRow, TaskWords, @Nullable String> text) {
        return new Cell(name, text);
    }

    static List<InboxColumn> all() {
        return List.of(values());
    }

    static List<InboxColumn> byDefault() {
        return Arrays.stream(values()).filter(each -> each.byDefault).toList();
    }

    static Optional<InboxColumn> named(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** Its name in the address and in texts. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Cell> cells() {
        return cells;
    }
}
