package org.leadrelay.redesign.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Check of how processes begin, and of how the journey says that it ended. */
final class StartEndCheck implements Check {

    private static final String END = "leadEnd";

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (ProcessModel model : models.processes()) {
            starts(model, known, findings);
            if (model.id().equals(known.vocabulary().journey())) {
                ends(model, known, findings);
            } else {
                model.all("endEvent").stream()
                        .filter(end -> !end.property(END).isEmpty())
                        .forEach(end -> findings.add(Rule.END_SIDE, model.name(), end.id()));
            }
        }
    }

    private static void starts(ProcessModel model, Surroundings known, Findings findings) {
        List<Node> plain = new ArrayList<>();
        for (Node start : model.process().children("startEvent")) {
            if (start.children().stream().noneMatch(each -> each.name().endsWith("EventDefinition"))) {
                plain.add(start);
            } else if (!known.vocabulary().starts().contains(model.message(start))
                    || !model.id().equals(known.vocabulary().journey())) {
                findings.add(Rule.START_EVENT, model.name(), start.id(), model.id());
            }
        }
        if (plain.size() != 1) {
            findings.add(
                    Rule.START_ONE,
                    model.name(),
                    plain.isEmpty() ? model.id() : plain.get(plain.size() - 1).id(),
                    plain.size());
        }
        for (Node sub : model.all("subProcess")) {
            for (Node start : sub.children("startEvent")) {
                if (start.child("timerEventDefinition") != null) {
                    findings.add(Rule.START_TIMER, model.name(), start.id());
                }
            }
        }
    }

    private static void ends(ProcessModel model, Surroundings known, Findings findings) {
        Set<String> ends = known.vocabulary().ends();
        Set<String> main = mainEnds(model);
        Set<String> said = new HashSet<>();
        for (Node end : model.all("endEvent")) {
            String how = end.property(END);
            if (main.contains(end.value("id"))) {
                said.add(how);
                if (!ends.contains(how)) {
                    findings.add(
                            Rule.END_KIND,
                            model.name(),
                            end.id(),
                            how.isEmpty() ? "-" : how,
                            String.join(", ", new TreeSet<>(ends)));
                }
            } else if (!how.isEmpty()) {
                findings.add(Rule.END_SIDE, model.name(), end.id());
            }
        }
        for (String missing : new TreeSet<>(ends)) {
            if (!said.contains(missing)) {
                findings.add(Rule.END_MISSING, model.name(), model.id(), missing);
            }
        }
    }

    /** End events that a lead's own path reaches: no side path of a reminder, and no event sub-process that lets the journey go on. */
    private static Set<String> mainEnds(ProcessModel model) {
        List<String> from = new ArrayList<>();
        model.process().children("startEvent").forEach(start -> from.add(start.value("id")));
        for (Node sub : model.process().children("subProcess")) {
            for (Node start : sub.children("startEvent")) {
                boolean ends = FlowGraph.isEventSubProcess(sub) && !"false".equals(start.value("isInterrupting"));
                if (ends) {
                    from.add(start.value("id"));
                }
            }
        }
        FlowGraph graph = model.graph();
        Set<String> reached = graph.reachable(from, id -> {
            Node node = graph.nodes().get(id);
            return node == null || (node.is("boundaryEvent") && !FlowGraph.interrupts(node));
        });
        Set<String> ends = new HashSet<>();
        for (Node end : model.all("endEvent")) {
            Node holder = model.scope(end);
            boolean whole = holder.is("process")
                    || (FlowGraph.isEventSubProcess(holder)
                            && model.scope(holder).is("process"));
            if (whole && reached.contains(end.value("id"))) {
                ends.add(end.value("id"));
            }
        }
        return ends;
    }
}
