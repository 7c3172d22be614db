package org.leadrelay.redesign.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.gate.Node;

/** Sentences about the rows and columns of a table, by what the columns are called. */
record TableSentences(ModelPhrases speech, Table before, Table after) {

    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*");

    private static final int LONGEST = 90;

    String columnAdded(Table.Column column) {
        return speech.text("column.added", table(), column.called());
    }

    String columnRemoved(Table.Column column) {
        return speech.text("column.removed", table(), column.called());
    }

    String columnRenamed(Table.Column column, String before) {
        return speech.text("column.renamed", table(), column.called(), before, column.id());
    }

    String columnChanged(Table.Column column, Delta delta) {
        if (delta.attribute().equals("label")) {
            return speech.text("column.label", table(), speech.value(delta.before()), speech.value(delta.after()));
        }
        boolean reads = delta.attribute().equals(Delta.TEXT);
        String property = reads ? "reads" : delta.attribute();
        return speech.text(
                "column.changed",
                table(),
                column.called(),
                speech.find("property." + property).orElse(delta.property()),
                speech.value(delta.after()),
                speech.value(delta.before()));
    }

    String rowAdded(Table.Row row) {
        return speech.text("row.added", table(), row.number(), when(row, after), then(row, after));
    }

    String rowRemoved(Table.Row row) {
        return speech.text("row.removed", table(), row.number(), when(row, before), then(row, before));
    }

    String rowRenamed(Table.Row row, String before) {
        return speech.text("row.renamed", table(), row.number(), when(row, after), before, row.id());
    }

    String rowMoved(Table.Row row, int before) {
        return speech.text("row.moved", table(), row.number(), when(row, after), before);
    }

    String rowChanged(Table.Row row, Delta delta) {
        Node part = delta.part();
        if (part != null && part.name().equals("description")) {
            return speech.text(
                    "row.why", table(), row.number(), speech.value(delta.after()), speech.value(delta.before()));
        }
        return speech.text(
                "row.changed",
                table(),
                row.number(),
                speech.find("property." + delta.attribute()).orElse(delta.property()),
                speech.value(delta.after()),
                speech.value(delta.before()));
    }

    /** The row is told by its conditions, without the one that changed. */
    String cell(Table.Row row, Table.Column column, String then, String now) {
        return speech.text(
                column.output() ? "cell.result" : "cell.condition",
                table(),
                row.number(),
                when(row, after, column),
                column.called(),
                said(now, column.output()),
                said(then, column.output()));
    }

    private String table() {
        return speech.name(after.id());
    }

    private String when(Table.Row row, Table table) {
        return when(row, table, null);
    }

    private String when(Table.Row row, Table table, Table.@Nullable Column without) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            String cell = Table.cell(row, i);
            if (!column.output() && !cell.isEmpty() && !cell.equals("-") && !Objects.equals(column, without)) {
                parts.add(speech.text("row.part", column.called(), said(cell, false)));
            }
        }
        return parts.isEmpty() ? speech.text("row.always") : String.join(", ", parts);
    }

    private String then(Table.Row row, Table table) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            String cell = Table.cell(row, i);
            if (column.output() && !cell.isEmpty()) {
                parts.add(speech.text("row.part", column.called(), said(cell, true)));
            }
        }
        return parts.isEmpty() ? speech.text("nothing") : String.join(", ", parts);
    }

    /** A cell as people say it: texts without their quotes, nothing in words. */
    private String said(String cell, boolean output) {
        if (cell.isEmpty() || (cell.equals("-") && !output)) {
            return speech.text(output ? "nothing" : "row.any");
        }
        String said = TEXTS.matcher(cell).matches()
                ? cell.replace("\"", "").replace(", ", speech.text("row.or")).replace(",", speech.text("row.or"))
                : cell;
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
    }
}
