package org.leadrelay.redesign.difference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.gate.Node;

/** Columns and rows of a parsed decision table. */
record Table(String id, List<Column> columns, List<Row> rows) {

    Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Column.
     *
     * @param reads expression of a condition, name of a result
     */
    record Column(String id, String label, boolean output, String reads, Node node) {

        /** What it is called; what it reads where it has no label. */
        String called() {
            return label.isEmpty() ? reads : label;
        }
    }

    /**
     * Row.
     *
     * @param number from 1
     * @param cells by column
     */
    record Row(String id, int number, List<String> cells, List<Node> entries, Node node) {

        Row {
            cells = List.copyOf(cells);
            entries = List.copyOf(entries);
        }

        /** What it says of itself; empty when nothing. */
        String why() {
            Node description = node.child("description");
            return description == null ? "" : description.text();
        }
    }

    /** Null when the decision decides without a table. */
    static @Nullable Table of(Node decision) {
        Node table = decision.child("decisionTable");
        if (table == null) {
            return null;
        }
        List<Column> columns = new ArrayList<>();
        for (Node each : table.children("input")) {
            Node expression = each.child("inputExpression");
            columns.add(new Column(
                    text(each.id()), each.value("label"), false, expression == null ? "" : text(expression), each));
        }
        for (Node each : table.children("output")) {
            columns.add(new Column(text(each.id()), each.value("label"), true, each.value("name"), each));
        }
        List<Row> rows = new ArrayList<>();
        for (Node each : table.children("rule")) {
            List<Node> entries = new ArrayList<>(each.children("inputEntry"));
            entries.addAll(each.children("outputEntry"));
            rows.add(new Row(
                    text(each.id()),
                    rows.size() + 1,
                    entries.stream().map(Table::text).toList(),
                    entries,
                    each));
        }
        return new Table(text(decision.id()), columns, rows);
    }

    private static String text(Node holder) {
        Node text = holder.child("text");
        return text == null ? "" : text.text();
    }

    private static String text(@Nullable String id) {
        return id == null ? "" : id;
    }

    /** The cell of a row; empty where the row is too short. */
    static String cell(Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column) : "";
    }
}
