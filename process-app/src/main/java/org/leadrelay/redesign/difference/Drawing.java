package org.leadrelay.redesign.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.leadrelay.redesign.gate.Node;

/** Comparison of the drawings of two models: how many elements of both are drawn in another way. */
final class Drawing {

    private static final List<String> DRAWN = List.of("bpmnElement", "dmnElementRef");

    private Drawing() {}

    static int differences(Model before, Model after, Renames renames) {
        Map<String, List<Node>> befores = shapes(before);
        Map<String, List<Node>> afters = shapes(after);
        Set<String> ids = new TreeSet<>();
        befores.keySet().forEach(each -> ids.add(renames.now(each)));
        ids.addAll(afters.keySet());
        int count = 0;
        for (String each : ids) {
            String old = renames.was(each);
            boolean comesOrGoes = (after.element(each) == null) != (before.element(old) == null);
            List<Node> then = befores.getOrDefault(old, List.of());
            List<Node> now = afters.getOrDefault(
                    each, afters.getOrDefault(old, List.of())); // a drawing may still name it as before
            if (!comesOrGoes && !same(then, now, renames)) {
                count++;
            }
        }
        return count;
    }

    private static boolean same(List<Node> then, List<Node> now, Renames renames) {
        if (then.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < then.size(); i++) {
            if (!new PropertyDifference(child -> false, renames::same)
                    .between(then.get(i), now.get(i)).stream()
                            .allMatch(each -> each.attribute().equals("id")
                                    && renames.all().size() > 0)) {
                return false;
            }
        }
        return true;
    }

    /** Shapes and edges by the element they draw; the frame around them by no id. */
    private static Map<String, List<Node>> shapes(Model model) {
        Map<String, List<Node>> shapes = new HashMap<>();
        model.root().children().stream().filter(Model::isDrawing).forEach(each -> collect(each, shapes));
        return shapes;
    }

    private static void collect(Node node, Map<String, List<Node>> shapes) {
        String drawn = DRAWN.stream()
                .map(node::value)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        boolean frame =
                node.children().stream().anyMatch(each -> DRAWN.stream().anyMatch(one -> each.attribute(one) != null))
                        || node.name().endsWith("Diagram")
                        || node.name().equals("DMNDI");
        Node itself = frame
                ? new Node(node.uri(), node.name(), node.id(), node.attributes(), node.text(), List.of(), 0, 0)
                : node;
        shapes.computeIfAbsent(drawn, ignored -> new ArrayList<>()).add(itself);
        if (frame) {
            node.children().forEach(each -> collect(each, shapes));
        }
    }
}
