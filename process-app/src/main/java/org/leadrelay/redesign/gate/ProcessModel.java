package org.leadrelay.redesign.gate;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parsed process model: its elements by id and where each stands. */
final class ProcessModel {

    static final Set<String> EVENTS =
            Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");
    static final Set<String> ACTIVITIES = Set.of(
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "businessRuleTask",
            "subProcess",
            "callActivity");
    static final Set<String> GATEWAYS =
            Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway");
    private static final Set<String> OTHERS = Set.of(
            "sequenceFlow",
            "lane",
            "participant",
            "process",
            "message",
            "error",
            "escalation",
            "textAnnotation",
            "association",
            "group");

    private final ModelFile file;
    private final Node root;
    private final Node process;
    private final Map<String, Node> byId = new HashMap<>();
    private final IdentityHashMap<Node, Node> parents = new IdentityHashMap<>();
    private final List<Node> elements;
    private final FlowGraph graph;

    ProcessModel(ModelFile file, Node root) {
        this.file = file;
        this.root = root;
        this.process =
                root.child("process") == null ? root : root.children("process").get(0);
        root.all().forEach(node -> {
            if (node.id() != null && !Namespaces.DRAWING.contains(node.uri())) {
                byId.putIfAbsent(node.id(), node);
            }
            node.children().forEach(child -> parents.put(child, node));
        });
        this.elements =
                process.all().filter(node -> Namespaces.isModel(node.uri())).toList();
        this.graph = new FlowGraph(this);
    }

    String id() {
        return file.id();
    }

    String name() {
        return file.name();
    }

    ModelFile file() {
        return file;
    }

    /** Id of the element whose start tag ends on this line, or on the nearest line before; null for line 0. */
    @Nullable
    String elementAt(int line) {
        Node nearest = null;
        for (Node node : elements) {
            if (node.line() <= line) {
                nearest = node;
            }
        }
        return nearest == null ? null : owner(nearest);
    }

    Node root() {
        return root;
    }

    Node process() {
        return process;
    }

    FlowGraph graph() {
        return graph;
    }

    /** Of BPMN, in the process, at any depth, in the order of the file. */
    List<Node> elements() {
        return elements;
    }

    List<Node> all(String name) {
        return elements.stream().filter(node -> node.is(name)).toList();
    }

    List<Node> flowNodes() {
        return elements.stream().filter(ProcessModel::isFlowNode).toList();
    }

    @Nullable
    Node byId(String id) {
        return byId.get(id);
    }

    @Nullable
    Node parent(Node node) {
        return parents.get(node);
    }

    static boolean isFlowNode(Node node) {
        return Namespaces.isModel(node.uri())
                && (EVENTS.contains(node.name()) || ACTIVITIES.contains(node.name()) || GATEWAYS.contains(node.name()));
    }

    /** Id of the element that a person finds in Modeler: of a form's field, its task; of a shape, what it draws. */
    @Nullable
    String owner(Node node) {
        for (Node each = node; each != null; each = parents.get(each)) {
            if (Namespaces.DRAWING.contains(each.uri()) && each.attribute("bpmnElement") != null) {
                return each.attribute("bpmnElement");
            }
            boolean element = isFlowNode(each) || (Namespaces.isModel(each.uri()) && OTHERS.contains(each.name()));
            if (element && each.id() != null) {
                return each.id();
            }
        }
        return null;
    }

    /** The process or sub-process that holds an element. */
    Node scope(Node node) {
        for (Node each = parents.get(node); each != null; each = parents.get(each)) {
            if (each.is("process") || each.is("subProcess")) {
                return each;
            }
        }
        return process;
    }

    /** The lane of an element; inside a sub-process, the sub-process's lane. */
    @Nullable
    Node lane(Node node) {
        List<Node> lanes = process.all().filter(each -> each.is("lane")).toList();
        for (Node each = node; each != null && !each.is("process"); each = parents.get(each)) {
            String id = each.id();
            for (Node lane : lanes) {
                boolean innermost = lane.child("childLaneSet") == null;
                if (innermost
                        && lane.children("flowNodeRef").stream()
                                .anyMatch(ref -> ref.text().equals(id))) {
                    return lane;
                }
            }
        }
        return null;
    }

    /** The message that an event or task sends or takes; empty when it takes none. */
    String message(Node node) {
        Node definition = node.child("messageEventDefinition");
        String reference = definition == null ? node.value("messageRef") : definition.value("messageRef");
        Node message = byId.get(reference);
        return message == null ? "" : message.value("name");
    }

    static List<Node> fields(Node task) {
        return task.extensions("formData").stream()
                .flatMap(form -> form.children().stream())
                .filter(field -> field.isCamunda("formField"))
                .toList();
    }

    static boolean isTrue(Node node, String attribute) {
        return "true".equals(node.value(attribute));
    }
}
