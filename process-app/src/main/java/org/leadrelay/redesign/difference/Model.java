package org.leadrelay.redesign.difference;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.gate.Namespaces;
import org.leadrelay.redesign.gate.Node;

/** Index of a parsed process or table: its elements by id, with the scope, the lane and the neighbours of each. */
final class Model {

    private static final Set<String> ELEMENTS = Set.of(
            "process",
            "participant",
            "collaboration",
            "lane",
            "sequenceFlow",
            "messageFlow",
            "message",
            "error",
            "signal",
            "escalation",
            "textAnnotation",
            "association",
            "group",
            "category",
            "dataObject",
            "dataObjectReference",
            "dataStore",
            "dataStoreReference",
            "task",
            "subProcess",
            "adHocSubProcess",
            "transaction",
            "callActivity",
            "decision",
            "input",
            "output",
            "rule",
            "inputData",
            "businessKnowledgeModel",
            "knowledgeSource");

    private static final Set<String> UNDRAWN = Set.of("message", "error", "signal", "escalation");

    /** Compared by the table they belong to. */
    private static final Set<String> TABLE_PARTS = Set.of("input", "output", "rule");

    /** The attributes by which one element names another. */
    private static final List<String> REFERENCES = List.of(
            "sourceRef",
            "targetRef",
            "attachedToRef",
            "messageRef",
            "errorRef",
            "signalRef",
            "escalationRef",
            "processRef",
            "dataObjectRef",
            "dataStoreRef");

    private final Node root;
    private final Map<String, Node> elements = new LinkedHashMap<>();
    private final Map<String, String> scopes = new HashMap<>();
    private final Map<String, String> lanes = new HashMap<>();
    private final Map<String, Set<String>> neighbours = new HashMap<>();

    Model(Node root) {
        this.root = root;
        collect(root, "");
        elements.forEach(this::connect);
    }

    static boolean isElement(Node node) {
        return node.id() != null
                && (node.uri().equals(Namespaces.BPMN) || node.uri().equals(Namespaces.DMN))
                && (ELEMENTS.contains(node.name())
                        || node.name().endsWith("Task")
                        || node.name().endsWith("Event")
                        || node.name().endsWith("Gateway"));
    }

    /** Shapes and edges, and what else says only how it looks. */
    static boolean isDrawing(Node node) {
        return Namespaces.DRAWING.contains(node.uri()) || Namespaces.DECORATION.contains(node.uri());
    }

    private void collect(Node node, String scope) {
        for (Node each : node.children()) {
            if (isDrawing(each)) {
                continue;
            }
            String inside = scope;
            if (isElement(each) && !TABLE_PARTS.contains(each.name())) {
                String id = Objects.requireNonNull(each.id());
                elements.putIfAbsent(id, each);
                scopes.putIfAbsent(id, scope);
                inside = each.name().equals("lane") ? scope : id;
                if (each.name().equals("lane")) {
                    each.children("flowNodeRef").forEach(member -> lanes.put(member.text(), id));
                }
            }
            collect(each, inside);
        }
    }

    private void connect(String id, Node node) {
        parts(node).forEach(part -> {
            for (String each : REFERENCES) {
                String other = part.value(each);
                if (!other.isEmpty()) {
                    neighbours.computeIfAbsent(id, ignored -> new TreeSet<>()).add(other);
                    neighbours
                            .computeIfAbsent(other, ignored -> new TreeSet<>())
                            .add(id);
                }
            }
            if (part.name().equals("incoming") || part.name().equals("outgoing")) {
                neighbours.computeIfAbsent(id, ignored -> new TreeSet<>()).add(part.text());
            }
        });
        if (node.name().equals("lane")) {
            node.children("flowNodeRef")
                    .forEach(member -> neighbours
                            .computeIfAbsent(id, ignored -> new TreeSet<>())
                            .add(member.text()));
        }
    }

    /** The element's node and the parts that belong to it. */
    private static Stream<Node> parts(Node node) {
        return Stream.concat(
                Stream.of(node),
                node.children().stream().filter(each -> !isElement(each)).flatMap(Model::parts));
    }

    Node root() {
        return root;
    }

    /** In the order of the file. */
    Map<String, Node> elements() {
        return elements;
    }

    @Nullable
    Node element(String id) {
        return elements.get(id);
    }

    /** Id of the element around it; empty for none. */
    String scope(String id) {
        return scopes.getOrDefault(id, "");
    }

    /** Id of the lane it lies in; empty for none. */
    String lane(String id) {
        return lanes.getOrDefault(id, "");
    }

    /** Ids of what it is connected with: flows of a step, ends of a flow, users of a message. */
    Set<String> neighbours(String id) {
        return neighbours.getOrDefault(id, Set.of());
    }

    /** By what is not drawn, a message or an error, the elements that use it. */
    Map<String, List<String>> users() {
        Map<String, List<String>> users = new LinkedHashMap<>();
        elements.forEach((id, node) -> {
            if (UNDRAWN.contains(node.name())) {
                users.put(id, List.copyOf(neighbours(id)));
            }
        });
        return users;
    }

    /** Flows with a condition that leave a gateway, in the order in which they are tried. */
    List<String> choices(String gateway) {
        return elements.entrySet().stream()
                .filter(each -> each.getValue().name().equals("sequenceFlow")
                        && each.getValue().value("sourceRef").equals(gateway)
                        && each.getValue().child("conditionExpression") != null)
                .map(Map.Entry::getKey)
                .toList();
    }
}
