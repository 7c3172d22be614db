package org.leadrelay.redesign.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Graph check of processes: every element is reached, every path ends, every cycle waits, every join can be filled. */
final class FlowGraphCheck implements Check {

    private static final Set<String> WAITS =
            Set.of("userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway");

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (ProcessModel model : models.processes()) {
            reached(model, findings);
            ends(model, findings);
            cycles(models, model, findings);
            for (Node gateway : model.all("parallelGateway")) {
                join(model, gateway, findings);
            }
        }
    }

    private static void reached(ProcessModel model, Findings findings) {
        FlowGraph graph = model.graph();
        List<String> starts = new ArrayList<>();
        for (Node start : model.all("startEvent")) {
            Node holder = model.parent(start);
            if (holder != null && (holder.is("process") || FlowGraph.isEventSubProcess(holder))) {
                starts.add(start.value("id"));
            }
        }
        Set<String> reached = graph.reachable(starts, id -> !graph.nodes().containsKey(id));
        graph.nodes().forEach((id, node) -> {
            if (!reached.contains(id) && !FlowGraph.isEventSubProcess(node)) {
                findings.add(Rule.PATH_UNREACHED, model.name(), id);
            }
        });
    }

    private static void ends(ProcessModel model, Findings findings) {
        FlowGraph graph = model.graph();
        Set<String> ending = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        graph.nodes().forEach((id, node) -> {
            if (node.is("endEvent")) {
                open.add(id);
            }
        });
        while (!open.isEmpty()) {
            String id = open.pop();
            if (ending.add(id)) {
                graph.incoming(id).forEach(flow -> open.push(flow.source()));
            }
        }
        graph.nodes().forEach((id, node) -> {
            if (!ending.contains(id) && !FlowGraph.isEventSubProcess(node)) {
                findings.add(Rule.PATH_ENDLESS, model.name(), id);
            }
        });
    }

    /** A cycle without a wait would run in the request of whoever caused it, for ever. */
    private static void cycles(ModelSet models, ProcessModel model, Findings findings) {
        FlowGraph graph = model.graph();
        Set<String> told = new HashSet<>();
        for (String id : graph.nodes().keySet()) {
            if (told.contains(id) || waits(models, model, id, new HashSet<>())) {
                continue;
            }
            List<String> next =
                    graph.outgoing(id).stream().map(FlowGraph.Flow::target).toList();
            Set<String> passed = throughWithoutWait(models, model, next);
            if (passed.contains(id)) {
                findings.add(Rule.CYCLE_WAITS, model.name(), id);
                told.addAll(passed);
            }
        }
    }

    /** What a token reaches along flows in one go. */
    private static Set<String> throughWithoutWait(ModelSet models, ProcessModel model, List<String> from) {
        Set<String> passed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            String id = open.pop();
            if (!waits(models, model, id, new HashSet<>()) && passed.add(id)) {
                model.graph().outgoing(id).forEach(flow -> open.push(flow.target()));
                model.graph().borders(id).forEach(open::push);
            }
        }
        return passed;
    }

    private static boolean waits(ModelSet models, ProcessModel model, String id, Set<String> calls) {
        Node node = model.graph().nodes().get(id);
        if (node == null
                || WAITS.contains(node.name())
                || ProcessModel.isTrue(node, "camunda:asyncBefore")
                || ProcessModel.isTrue(node, "camunda:asyncAfter")) {
            return true;
        }
        if (node.is("boundaryEvent")) {
            return node.child("errorEventDefinition") == null;
        }
        if (node.is("subProcess")) {
            return waitsThroughout(models, model, node, calls);
        }
        if (node.is("callActivity")) {
            String called = node.value("calledElement");
            return !calls.add(called)
                    || models.process(called)
                            .map(other -> waitsThroughout(models, other, other.process(), calls))
                            .orElse(true);
        }
        return false;
    }

    /** Whether no path leads through a process or sub-process in one go. */
    private static boolean waitsThroughout(ModelSet models, ProcessModel model, Node scope, Set<String> calls) {
        Set<String> passed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        scope.children("startEvent").forEach(start -> open.push(start.value("id")));
        while (!open.isEmpty()) {
            String id = open.pop();
            if (!waits(models, model, id, calls) && passed.add(id)) {
                Node node = model.graph().nodes().get(id);
                if (node != null && node.is("endEvent")) {
                    return false;
                }
                model.graph().outgoing(id).forEach(flow -> open.push(flow.target()));
            }
        }
        return true;
    }

    /** A join waits for a token on each of its flows: two that one token can only choose between never both come. */
    private static void join(ProcessModel model, Node gateway, Findings findings) {
        FlowGraph graph = model.graph();
        String id = gateway.value("id");
        List<FlowGraph.Flow> incoming = graph.incoming(id);
        if (incoming.size() < 2) {
            return;
        }
        for (int i = 0; i < incoming.size(); i++) {
            for (int j = i + 1; j < incoming.size(); j++) {
                if (!comeTogether(graph, id, incoming.get(i), incoming.get(j))) {
                    findings.add(
                            Rule.JOIN_UNFILLED,
                            model.name(),
                            id,
                            incoming.get(i).id(),
                            incoming.get(j).id());
                    return;
                }
            }
        }
        for (Map.Entry<String, Node> fork : graph.nodes().entrySet()) {
            if (splits(fork.getValue())) {
                starves(model, id, fork.getKey(), findings);
            }
        }
    }

    private static boolean comeTogether(FlowGraph graph, String join, FlowGraph.Flow one, FlowGraph.Flow other) {
        for (Map.Entry<String, Node> fork : graph.nodes().entrySet()) {
            List<String> branches = branches(graph, fork.getKey(), fork.getValue());
            for (String first : branches) {
                for (String second : branches) {
                    if (!first.equals(second)
                            && arrives(graph, join, fork.getKey(), first, one)
                            && arrives(graph, join, fork.getKey(), second, other)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Where tokens that exist at the same time begin: behind a fork, or at an event that leaves its task running. */
    private static List<String> branches(FlowGraph graph, String id, Node node) {
        List<String> branches = new ArrayList<>();
        if (splits(node)) {
            graph.outgoing(id).forEach(flow -> branches.add(flow.id()));
        } else {
            List<String> beside = graph.borders(id).stream()
                    .filter(border -> {
                        Node event = graph.nodes().get(border);
                        return event != null && !FlowGraph.interrupts(event);
                    })
                    .toList();
            if (!beside.isEmpty()) {
                graph.outgoing(id).forEach(flow -> branches.add(flow.id()));
                beside.forEach(border -> graph.outgoing(border).forEach(flow -> branches.add(flow.id())));
            }
        }
        return branches;
    }

    private static boolean splits(Node node) {
        return node.is("parallelGateway") || node.is("inclusiveGateway");
    }

    /** Whether a token on this flow can come to the join over that one, without passing the join or the fork again. */
    private static boolean arrives(FlowGraph graph, String join, String fork, String branch, FlowGraph.Flow wanted) {
        if (branch.equals(wanted.id())) {
            return true;
        }
        return after(graph, join, fork, branch).contains(wanted.source());
    }

    private static Set<String> after(FlowGraph graph, String join, String fork, String branch) {
        List<String> from = graph.flows().stream()
                .filter(flow -> flow.id().equals(branch))
                .map(FlowGraph.Flow::target)
                .toList();
        return graph.reachable(from, id -> id.equals(join) || id.equals(fork));
    }

    /** A branch that leads to the join and can also end elsewhere leaves the others waiting at the join. */
    private static void starves(ProcessModel model, String join, String fork, Findings findings) {
        FlowGraph graph = model.graph();
        List<String> leading = new ArrayList<>();
        List<String> leaving = new ArrayList<>();
        for (FlowGraph.Flow branch : graph.outgoing(fork)) {
            Set<String> passed = after(graph, join, fork, branch.id());
            boolean comes = branch.target().equals(join)
                    || graph.incoming(join).stream().anyMatch(flow -> passed.contains(flow.source()));
            if (comes) {
                leading.add(branch.id());
                if (passed.stream().anyMatch(id -> isQuietEnd(graph, fork, id))) {
                    leaving.add(branch.id());
                }
            }
        }
        if (leading.size() > 1 && !leaving.isEmpty()) {
            findings.add(Rule.JOIN_STARVES, model.name(), join, leaving.get(0), fork);
        }
    }

    /** An end that takes one token and leaves the others; the side path of a reminder has a token of its own. */
    private static boolean isQuietEnd(FlowGraph graph, String fork, String id) {
        Node node = graph.nodes().get(id);
        return node != null
                && node.is("endEvent")
                && node.child("terminateEventDefinition") == null
                && node.child("errorEventDefinition") == null
                && withoutSidePaths(graph, fork).contains(id);
    }

    private static Set<String> withoutSidePaths(FlowGraph graph, String fork) {
        return graph.reachable(List.of(fork), id -> {
            Node node = graph.nodes().get(id);
            return node != null && node.is("boundaryEvent") && !FlowGraph.interrupts(node);
        });
    }
}
