package org.leadrelay.redesign.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Control-flow graph of a process: flows between elements, and events at their borders. */
final class FlowGraph {

    /** A sequence flow whose two ends are there. */
    record Flow(String id, String source, String target, Node node) {}

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Flow>> outgoing = new HashMap<>();
    private final Map<String, List<Flow>> incoming = new HashMap<>();
    private final Map<String, List<String>> borders = new HashMap<>();
    private final List<Flow> flows = new ArrayList<>();

    FlowGraph(ProcessModel model) {
        for (Node node : model.flowNodes()) {
            if (node.id() != null) {
                nodes.putIfAbsent(node.id(), node);
            }
        }
        for (Node node : model.all("sequenceFlow")) {
            String source = node.value("sourceRef");
            String target = node.value("targetRef");
            if (node.id() != null && nodes.containsKey(source) && nodes.containsKey(target)) {
                Flow flow = new Flow(node.id(), source, target, node);
                flows.add(flow);
                outgoing.computeIfAbsent(source, each -> new ArrayList<>()).add(flow);
                incoming.computeIfAbsent(target, each -> new ArrayList<>()).add(flow);
            }
        }
        nodes.forEach((id, node) -> {
            if (node.is("boundaryEvent")) {
                borders.computeIfAbsent(node.value("attachedToRef"), each -> new ArrayList<>())
                        .add(id);
            }
        });
    }

    Map<String, Node> nodes() {
        return nodes;
    }

    List<Flow> flows() {
        return flows;
    }

    List<Flow> outgoing(String id) {
        return outgoing.getOrDefault(id, List.of());
    }

    List<Flow> incoming(String id) {
        return incoming.getOrDefault(id, List.of());
    }

    /** Events at the border of an activity. */
    List<String> borders(String id) {
        return borders.getOrDefault(id, List.of());
    }

    /** Where a token may go from here: along flows, to events at the border, into an embedded sub-process. */
    List<String> next(String id) {
        List<String> next = new ArrayList<>(borders(id));
        outgoing(id).forEach(flow -> next.add(flow.target()));
        Node node = nodes.get(id);
        if (node != null && node.is("subProcess") && !isEventSubProcess(node)) {
            for (Node start : node.children("startEvent")) {
                if (start.id() != null) {
                    next.add(start.id());
                }
            }
        }
        return next;
    }

    /** Everything that a token can reach from these, themselves included, without entering what is closed. */
    Set<String> reachable(Collection<String> from, Predicate<String> closed) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        from.stream().filter(closed.negate()).forEach(open::add);
        while (!open.isEmpty()) {
            String id = open.pop();
            if (reached.add(id)) {
                next(id).stream().filter(closed.negate()).forEach(open::push);
            }
        }
        return reached;
    }

    static boolean isEventSubProcess(Node node) {
        return node.is("subProcess") && ProcessModel.isTrue(node, "triggeredByEvent");
    }

    static boolean interrupts(Node boundaryEvent) {
        return !"false".equals(boundaryEvent.value("cancelActivity"));
    }
}
