package org.leadrelay.redesign.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.difference.ModelChange.Kind;
import org.leadrelay.redesign.gate.Node;

/** Comparison of two versions of a decision table: columns, rows, cells. */
final class TableComparison {

    private static final PropertyDifference PROPERTIES = new PropertyDifference(Model::isDrawing, String::equals);

    private final String file;
    private final Table before;
    private final Table after;
    private final TableMatching matching;
    private final SentencesByLanguage voices;
    private final List<ModelChange> found = new ArrayList<>();
    private int drawn;

    TableComparison(String file, Table before, Table after, SentencesByLanguage voices) {
        this.file = file;
        this.before = before;
        this.after = after;
        this.voices = voices;
        matching = new TableMatching(before, after);
        columns();
        rows();
    }

    List<ModelChange> changes() {
        return found;
    }

    /** Differences that only Modeler sees. */
    int drawn() {
        return drawn;
    }

    private void columns() {
        for (int i = 0; i < after.columns().size(); i++) {
            Table.Column now = after.columns().get(i);
            Table.Column then = matching.columnBefore(i);
            if (then == null) {
                add(Kind.ADDED, now.id(), "", null, now.reads(), each -> each.columnAdded(now));
                continue;
            }
            if (!then.id().equals(now.id())) {
                add(Kind.RENAMED, now.id(), "", then.id(), now.id(), each -> each.columnRenamed(now, then.id()));
            }
            properties(
                    now.id(),
                    now.node(),
                    PROPERTIES.between(then.node(), now.node()),
                    (each, delta) -> each.columnChanged(then, delta));
        }
        for (int each : matching.columnsGone()) {
            Table.Column then = before.columns().get(each);
            add(Kind.REMOVED, then.id(), "", then.reads(), null, one -> one.columnRemoved(then));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < after.columns().size(); i++) {
            if (matching.columnWas(i) >= 0) {
                order.add(matching.columnWas(i));
            }
        }
        if (!order.equals(order.stream().sorted().toList())) {
            drawn++;
        }
    }

    private void rows() {
        for (int i = 0; i < after.rows().size(); i++) {
            Table.Row now = after.rows().get(i);
            Table.Row then = matching.rowBefore(i);
            if (then == null) {
                add(Kind.ADDED, now.id(), "", null, "", each -> each.rowAdded(now));
                continue;
            }
            if (!then.id().equals(now.id())) {
                add(Kind.RENAMED, now.id(), "", then.id(), now.id(), each -> each.rowRenamed(now, then.id()));
            }
            if (matching.isMoved(i)) {
                add(
                        Kind.CHANGED,
                        now.id(),
                        "position",
                        String.valueOf(then.number()),
                        String.valueOf(now.number()),
                        each -> each.rowMoved(now, then.number()));
            }
            cells(then, now);
            Node bareThen = bare(then.node());
            Node bareNow = bare(now.node());
            properties(
                    now.id(),
                    now.node(),
                    PROPERTIES.between(bareThen, bareNow),
                    (each, delta) -> each.rowChanged(now, delta));
        }
        for (int each : matching.rowsGone()) {
            Table.Row then = before.rows().get(each);
            add(Kind.REMOVED, then.id(), "", "", null, one -> one.rowRemoved(then));
        }
    }

    private void cells(Table.Row then, Table.Row now) {
        for (int i = 0; i < after.columns().size(); i++) {
            int was = matching.columnWas(i);
            String before = was < 0 ? "" : Table.cell(then, was);
            String after = Table.cell(now, i);
            Table.Column column = this.after.columns().get(i);
            if (!before.equals(after)) {
                add(Kind.CHANGED, now.id(), column.id(), before, after, each -> each.cell(now, column, before, after));
            } else if (was >= 0
                    && was < then.entries().size()
                    && i < now.entries().size()) {
                written(
                        then.entries().get(was),
                        now.entries().get(i),
                        now,
                        column,
                        then.id().equals(now.id()));
            }
        }
    }

    /** The same text, written in another language or of another type. */
    private void written(Node then, Node is, Table.Row now, Table.Column column, boolean sameRow) {
        for (Delta delta : PROPERTIES.between(then, is)) {
            if (isDrawn(is, delta) || delta.attribute().equals("id")) {
                drawn += sameRow ? 1 : 0; // with the row, its cells have other ids
            } else {
                add(
                        delta.kind(),
                        now.id(),
                        column.id() + "/" + delta.property(),
                        delta.before(),
                        delta.after(),
                        each -> each.rowChanged(now, delta));
            }
        }
    }

    private static boolean isDrawn(Node element, Delta delta) {
        return Classifier.of(element, delta) == Category.LAYOUT;
    }

    /** A row without its cells. */
    private static Node bare(Node rule) {
        return new Node(
                rule.uri(),
                rule.name(),
                rule.id(),
                rule.attributes(),
                "",
                rule.children().stream()
                        .filter(each -> !each.is("inputEntry") && !each.is("outputEntry"))
                        .toList(),
                rule.line(),
                rule.column());
    }

    /** What is only drawn otherwise is counted; the element's own id was compared before. */
    private void properties(
            String id, Node now, Iterable<Delta> deltas, BiFunction<TableSentences, Delta, String> sentence) {
        for (Delta delta : deltas) {
            boolean itself = delta.parts().isEmpty() && delta.attribute().equals("id");
            if (isDrawn(now, delta)) {
                drawn++;
            } else if (!itself) {
                add(
                        delta.kind(),
                        id,
                        delta.property(),
                        delta.before(),
                        delta.after(),
                        each -> sentence.apply(each, delta));
            }
        }
    }

    private void add(
            Kind kind,
            String element,
            String property,
            @Nullable String was,
            @Nullable String is,
            Function<TableSentences, String> sentence) {
        found.add(new ModelChange(
                Category.TABLE,
                kind,
                file,
                element,
                voices.english().name(after.id()),
                property,
                was,
                is,
                voices.say(speech -> sentence.apply(new TableSentences(speech, before, after)))));
    }
}
