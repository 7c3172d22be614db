package org.leadrelay.redesign.gate;

import java.util.List;
import java.util.TreeSet;

/** Check of the touches that tables plan: a kind that the product knows, and a marketing tool that somebody configured. */
final class TouchCheck implements Check {

    private static final String KIND = "touchKind";
    private static final String TEMPLATE = "touchTemplate";
    private static final String EXTERNAL = "external";

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (TableModel table : models.tables()) {
            List<String> columns =
                    table.outputs().stream().map(each -> each.value("name")).toList();
            int kind = columns.indexOf(KIND);
            if (kind >= 0) {
                table.rows().forEach(row -> row(table, row, kind, columns.indexOf(TEMPLATE), known, findings));
            }
        }
    }

    private static void row(
            TableModel table, Node row, int kindColumn, int templateColumn, Surroundings known, Findings findings) {
        String kind = literal(row, kindColumn);
        if (kind.isEmpty()) {
            return;
        }
        if (!known.touches().kinds().contains(kind)) {
            findings.add(
                    Rule.TOUCH_KIND,
                    table.name(),
                    row.id(),
                    kind,
                    String.join(", ", new TreeSet<>(known.touches().kinds())));
        }
        String template = literal(row, templateColumn);
        int slash = template.indexOf('/');
        String tool = slash < 0 ? template : template.substring(0, slash);
        if (kind.equals(EXTERNAL) && !known.touches().tools().contains(tool)) {
            findings.add(
                    Rule.TOUCH_TOOL,
                    table.name(),
                    row.id(),
                    tool.isEmpty() ? "-" : tool,
                    known.touches().tools().isEmpty()
                            ? "-"
                            : String.join(", ", new TreeSet<>(known.touches().tools())));
        }
    }

    /** Text of a cell that is nothing but one; empty for another. */
    private static String literal(Node row, int column) {
        List<Node> cells = row.children("outputEntry");
        String text = column < 0 || column >= cells.size()
                ? ""
                : TableModel.text(cells.get(column)).strip();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.indexOf('"', 1) == text.length() - 1;
        return quoted ? text.substring(1, text.length() - 1) : "";
    }
}
