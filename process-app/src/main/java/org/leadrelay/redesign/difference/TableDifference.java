package org.leadrelay.redesign.difference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a decision table laid over one another, row by row, for a view.
 *
 * @param decision its id
 * @param name of the table now
 * @param columns of both; what went stands behind the others
 * @param rows as they stand now; what went stands where it stood
 */
public record TableDifference(String file, String decision, String name, List<Column> columns, List<Row> rows) {

    public TableDifference {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What happened to a row or column. */
    public enum Mark {
        SAME,
        ADDED,
        REMOVED,
        CHANGED,
        /** Of a row: it stands elsewhere, and says what it said. */
        MOVED
    }

    /**
     * Column.
     *
     * @param output whether it is a result, not a condition
     * @param before what it was called; empty when it is called the same
     */
    public record Column(String id, String label, boolean output, Mark mark, String before) {}

    /**
     * Row.
     *
     * @param before its number then; 0 when it is new
     * @param after its number now; 0 when it is gone
     * @param moved whether it stands elsewhere among the rows that stayed, whatever else happened to it
     * @param cells by column
     * @param why what it says of itself
     */
    public record Row(String id, int before, int after, Mark mark, boolean moved, List<Cell> cells, Cell why) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What a cell said and says; null where there was or is none. */
    public record Cell(@Nullable String before, @Nullable String after) {

        /** Of a row that was and is there. */
        public boolean isChanged() {
            return before != null && after != null && !before.equals(after);
        }
    }

    /** Whether nothing of it changed. */
    public boolean isSame() {
        return columns.stream().allMatch(each -> each.mark() == Mark.SAME)
                && rows.stream().allMatch(each -> each.mark() == Mark.SAME);
    }

    static TableDifference of(String file, String name, Table before, Table after) {
        TableMatching matching = new TableMatching(before, after);
        List<Integer> columnsGone = matching.columnsGone();
        return new TableDifference(
                file,
                after.id(),
                name,
                columns(before, after, matching, columnsGone),
                rows(before, after, matching, columnsGone));
    }

    private static List<Column> columns(Table before, Table after, TableMatching matching, List<Integer> gone) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < after.columns().size(); i++) {
            Table.Column now = after.columns().get(i);
            Table.Column then = matching.columnBefore(i);
            boolean same = then != null
                    && then.called().equals(now.called())
                    && then.reads().equals(now.reads());
            columns.add(new Column(
                    now.id(),
                    now.called(),
                    now.output(),
                    then == null ? Mark.ADDED : same ? Mark.SAME : Mark.CHANGED,
                    then == null || then.called().equals(now.called()) ? "" : then.called()));
        }
        for (int each : gone) {
            Table.Column then = before.columns().get(each);
            columns.add(new Column(then.id(), then.called(), then.output(), Mark.REMOVED, ""));
        }
        return columns;
    }

    private static List<Row> rows(Table before, Table after, TableMatching matching, List<Integer> columnsGone) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < after.rows().size(); i++) {
            Table.Row now = after.rows().get(i);
            Table.Row then = matching.rowBefore(i);
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < after.columns().size(); column++) {
                int was = matching.columnWas(column);
                cells.add(
                        new Cell(then == null ? null : was < 0 ? "" : Table.cell(then, was), Table.cell(now, column)));
            }
            columnsGone.forEach(each -> cells.add(new Cell(then == null ? null : Table.cell(then, each), null)));
            Cell why = new Cell(then == null ? null : then.why(), now.why());
            rows.add(new Row(
                    now.id(),
                    then == null ? 0 : then.number(),
                    now.number(),
                    mark(then, cells, why, matching.isMoved(i)),
                    matching.isMoved(i),
                    cells,
                    why));
        }
        for (int each : matching.rowsGone()) {
            Table.Row then = before.rows().get(each);
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < after.columns().size(); column++) {
                int was = matching.columnWas(column);
                cells.add(new Cell(was < 0 ? null : Table.cell(then, was), null));
            }
            columnsGone.forEach(one -> cells.add(new Cell(Table.cell(then, one), null)));
            rows.add(
                    place(rows, then.number()),
                    new Row(then.id(), then.number(), 0, Mark.REMOVED, false, cells, new Cell(then.why(), null)));
        }
        return rows;
    }

    private static Mark mark(Table.@Nullable Row then, List<Cell> cells, Cell why, boolean moved) {
        if (then == null) {
            return Mark.ADDED;
        }
        if (why.isChanged() || cells.stream().anyMatch(Cell::isChanged)) {
            return Mark.CHANGED;
        }
        return moved ? Mark.MOVED : Mark.SAME;
    }

    /** Behind the row that stood before it. */
    private static int place(List<Row> rows, int number) {
        int place = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).before() > 0 && rows.get(i).before() < number) {
                place = i + 1;
            }
        }
        return place;
    }
}
