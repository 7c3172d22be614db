package org.leadrelay.redesign.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.difference.ModelChange.Kind;
import org.leadrelay.redesign.gate.Node;

/** Comparison of two versions of one model: element by element, property by property. */
final class ModelComparison {

    /** Of an element that is new, what a reader wants to know besides. */
    private static final Set<Category> TOLD_OF_NEW =
            Set.of(Category.DEADLINE, Category.ROLE, Category.FORM, Category.CONDITION);

    private final String file;
    private final Model before;
    private final Model after;
    private final Renames renames;
    private final SentencesByLanguage voices;
    private final PropertyDifference properties;
    private final List<ModelChange> found = new ArrayList<>();
    private int drawn;

    ModelComparison(String file, Model before, Model after, SentencesByLanguage voices) {
        this.file = file;
        this.before = before;
        this.after = after;
        this.voices = voices;
        this.renames = new Renames(before, after);
        this.properties = new PropertyDifference(node -> Model.isElement(node) || Model.isDrawing(node), renames::same);
    }

    List<ModelChange> changes() {
        tell("", after.root(), properties.between(before.root(), after.root()));
        after.elements().forEach(this::compare);
        before.elements().forEach((id, node) -> {
            if (after.element(renames.now(id)) == null) {
                add(Category.PATH, Kind.REMOVED, id, "", node.name(), null, each -> each.removed(id, node));
            }
        });
        tables(before, after).forEach((was, is) -> {
            TableComparison table = new TableComparison(file, was, is, voices);
            found.addAll(table.changes());
            drawn += table.drawn();
        });
        drawn += Drawing.differences(before, after, renames);
        if (drawn > 0) {
            found.add(new ModelChange(
                    Category.LAYOUT,
                    Kind.CHANGED,
                    file,
                    null,
                    file,
                    "",
                    null,
                    null,
                    voices.say(speech -> speech.text("layout", file))));
        }
        return found;
    }

    /** The tables that both have, as they were and are. */
    static Map<Table, Table> tables(Model before, Model after) {
        Renames renames = new Renames(before, after);
        Map<Table, Table> tables = new LinkedHashMap<>();
        after.elements().forEach((id, node) -> {
            Node then = before.element(renames.was(id));
            Table was = then == null || !then.is("decision") ? null : Table.of(then);
            Table is = node.is("decision") ? Table.of(node) : null;
            if (was != null && is != null) {
                tables.put(was, is);
            }
        });
        return tables;
    }

    private void compare(String id, Node now) {
        String old = renames.was(id);
        Node then = before.element(old);
        if (then == null) {
            String lane = after.lane(id);
            add(Category.PATH, Kind.ADDED, id, "", null, now.name(), each -> each.added(id, now, lane));
            told(id, now);
            return;
        }
        if (!old.equals(id)) {
            add(Category.PATH, Kind.RENAMED, id, "", old, id, each -> each.renamed(now, old, id));
        }
        List<Delta> deltas = new ArrayList<>(properties.between(then, now).stream()
                .filter(each -> !(each.parts().isEmpty() && each.attribute().equals("id")))
                .toList());
        if (!then.name().equals(now.name())) {
            deltas.add(Delta.changed(List.of(), Delta.TYPE, then.name(), now.name()));
        }
        String lane = after.lane(id);
        moved(
                Delta.LANE,
                before.lane(old),
                lane.isEmpty() ? after.lane(old) : lane,
                deltas); // it may still name the old id
        moved(Delta.SCOPE, before.scope(old), after.scope(id), deltas);
        if (now.name().endsWith("Gateway")) {
            order(old, id, deltas);
        }
        tell(id, now, deltas);
    }

    private void moved(String what, String then, String now, List<Delta> deltas) {
        if (!renames.same(then, now)) {
            deltas.add(Delta.changed(List.of(), what, then, now));
        }
    }

    /** The first condition that holds wins, so their order counts. */
    private void order(String old, String id, List<Delta> deltas) {
        List<String> then = before.choices(old).stream().map(renames::now).toList();
        List<String> now = after.choices(id);
        List<String> common = now.stream().filter(then::contains).toList();
        List<String> was = then.stream().filter(now::contains).toList();
        if (!common.equals(was)) {
            deltas.add(Delta.changed(List.of(), Delta.ORDER, String.join(", ", was), String.join(", ", common)));
        }
    }

    /** An element that is new has its deadline, its role and its form told as well. */
    private void told(String id, Node node) {
        Node nothing = new Node(node.uri(), node.name(), id, Map.of("id", id), "", List.of(), 0, 0);
        List<Delta> deltas = properties.between(nothing, node).stream()
                .flatMap(each -> opened(each).stream())
                .filter(each -> TOLD_OF_NEW.contains(Classifier.of(node, each)))
                .toList();
        tell(id, node, deltas);
    }

    /** Of a new form its fields, of a new timer its time. */
    private static List<Delta> opened(Delta delta) {
        Node part = delta.part();
        if (part == null || !Set.of("formData", "timerEventDefinition").contains(part.name())) {
            return List.of(delta);
        }
        return part.children().stream()
                .map(each -> new Delta(
                        Kind.ADDED,
                        Stream.concat(delta.parts().stream(), Stream.of(each)).toList(),
                        Delta.WHOLE,
                        null,
                        each.text().isEmpty() ? PropertyDifference.summary(each) : each.text()))
                .toList();
    }

    private void tell(String id, Node element, List<Delta> deltas) {
        for (Delta each : deltas) {
            Category category = Classifier.of(element, each);
            if (category == Category.LAYOUT) {
                drawn++;
            } else {
                found.add(new ModelChange(
                        category,
                        each.kind(),
                        file,
                        id.isEmpty() ? null : id,
                        id.isEmpty() ? file : voices.english().name(id),
                        each.property(),
                        each.before(),
                        each.after(),
                        voices.say(speech -> new Sentences(speech).changed(id, element, each, category))));
            }
        }
    }

    private interface Saying {
        String by(Sentences sentences);
    }

    private void add(
            Category category,
            Kind kind,
            String id,
            String property,
            @Nullable String was,
            @Nullable String is,
            Saying saying) {
        found.add(new ModelChange(
                category,
                kind,
                file,
                id,
                voices.english().name(id),
                property,
                was,
                is,
                voices.say(speech -> saying.by(new Sentences(speech)))));
    }
}
