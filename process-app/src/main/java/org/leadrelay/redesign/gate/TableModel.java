package org.leadrelay.redesign.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parsed decision table. */
final class TableModel {

    private final ModelFile file;
    private final Node root;
    private final @Nullable Node decision;
    private final @Nullable Node table;

    TableModel(ModelFile file, Node root) {
        this.file = file;
        this.root = root;
        this.decision = root.child("decision");
        this.table = decision == null ? null : decision.child("decisionTable");
    }

    String id() {
        return file.id();
    }

    String name() {
        return file.name();
    }

    Node root() {
        return root;
    }

    @Nullable
    Node decision() {
        return decision;
    }

    @Nullable
    Node table() {
        return table;
    }

    List<Node> inputs() {
        return table == null ? List.of() : table.children("input");
    }

    List<Node> outputs() {
        return table == null ? List.of() : table.children("output");
    }

    List<Node> rows() {
        return table == null ? List.of() : table.children("rule");
    }

    /** What its rows answer for an output, each as it is written. */
    List<String> answers(String output) {
        int column = outputs().stream().map(each -> each.value("name")).toList().indexOf(output);
        return column < 0
                ? List.of()
                : rows().stream()
                        .map(row -> row.children("outputEntry"))
                        .filter(cells -> cells.size() > column)
                        .map(cells -> text(cells.get(column)))
                        .toList();
    }

    /** Text of a cell or an input. */
    static String text(Node holder) {
        Node text = holder.child("text");
        return text == null ? "" : text.text();
    }
}
