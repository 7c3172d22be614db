package org.leadrelay.redesign.gate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Data-flow check (definite assignment): what a condition, timer or assignee reads has been set on every path that leads there, or
 * reads as null before it is. Anything else would fail when a lead comes over the path that did not set it.
 */
final class DataFlowCheck implements Check {

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (ProcessModel model : models.processes()) {
            new Flow(models, model, known).readers(findings);
        }
    }

    /** Analysis of one process. */
    private static final class Flow {

        private final ModelSet models;
        private final ProcessModel model;
        private final Surroundings known;
        private final Map<String, Set<String>> before = new HashMap<>();
        private final Deque<String> open = new ArrayDeque<>();

        Flow(ModelSet models, ProcessModel model, Surroundings known) {
            this.models = models;
            this.model = model;
            this.known = known;
            Set<String> first = atStart();
            for (Node start : model.all("startEvent")) {
                Node holder = model.parent(start);
                if (holder != null && (holder.is("process") || FlowGraph.isEventSubProcess(holder))) {
                    meet(start.value("id"), first);
                }
            }
            while (!open.isEmpty()) {
                spread(open.pop());
            }
        }

        /** What every journey has, or what every caller of this process hands over. */
        private Set<String> atStart() {
            if (model.id().equals(known.vocabulary().journey())) {
                return known.data().presets();
            }
            Set<String> common = null;
            for (ProcessModel caller : models.processes()) {
                for (Node call : caller.all("callActivity")) {
                    if (call.value("calledElement").equals(model.id())) {
                        Set<String> passed = new HashSet<>();
                        call.extensions("in").forEach(in -> passed.add(in.value("target")));
                        common = common == null ? passed : both(common, passed);
                    }
                }
            }
            return common == null ? Set.of() : common;
        }

        private void spread(String id) {
            Set<String> in = before.getOrDefault(id, Set.of());
            Set<String> out = after(id);
            for (String border : model.graph().borders(id)) {
                meet(border, in);
            }
            for (FlowGraph.Flow flow : model.graph().outgoing(id)) {
                meet(flow.target(), out);
            }
            Node node = model.graph().nodes().get(id);
            if (node != null && node.is("subProcess")) {
                node.children("startEvent").forEach(start -> meet(start.value("id"), in));
            }
        }

        /** On several paths, what all of them have set. */
        private void meet(String id, Set<String> set) {
            Set<String> had = before.get(id);
            Set<String> now = had == null ? set : both(had, set);
            if (!now.equals(had)) {
                before.put(id, now);
                open.push(id);
            }
        }

        private static Set<String> both(Set<String> some, Set<String> others) {
            Set<String> both = new HashSet<>(some);
            both.retainAll(others);
            return both;
        }

        private Set<String> after(String id) {
            Set<String> set = new HashSet<>(before.getOrDefault(id, Set.of()));
            Node node = model.graph().nodes().get(id);
            if (node != null) {
                set.addAll(sets(node));
            }
            return set;
        }

        private Set<String> sets(Node node) {
            Set<String> set = new HashSet<>();
            ProcessModel.fields(node).stream()
                    .filter(FormCheck::becomesVariable)
                    .forEach(field -> set.add(field.value("id")));
            Surroundings.Step step = known.steps().get(ExpressionCheck.bean(node.value("camunda:delegateExpression")));
            if (step != null) {
                set.addAll(step.sets());
            }
            models.table(node.value("camunda:decisionRef"))
                    .ifPresent(table -> table.outputs().forEach(output -> set.add(output.value("name"))));
            node.extensions("out").forEach(out -> set.add(out.value("target")));
            node.extensions("inputOutput").stream()
                    .flatMap(holder -> holder.children().stream())
                    .filter(parameter -> parameter.isCamunda("outputParameter"))
                    .forEach(parameter -> set.add(parameter.value("name")));
            return set;
        }

        void readers(Findings findings) {
            for (Node flow : model.all("sequenceFlow")) {
                Node condition = flow.child("conditionExpression");
                if (condition != null && before.containsKey(flow.value("sourceRef"))) {
                    read(flow.id(), condition.text(), after(flow.value("sourceRef")), findings);
                }
            }
            for (Node node : model.flowNodes()) {
                Set<String> in = before.get(node.value("id"));
                if (in == null) {
                    continue;
                }
                read(node.id(), node.value("camunda:assignee"), in, findings);
                read(node.id(), node.value("camunda:dueDate"), in, findings);
                read(node.id(), node.value("camunda:followUpDate"), in, findings);
                for (Node timer : node.children("timerEventDefinition")) {
                    timer.children().forEach(time -> read(node.id(), time.text(), in, findings));
                }
            }
        }

        private void read(@Nullable String element, String expression, Set<String> set, Findings findings) {
            List<String> names = ExpressionCheck.variables(expression);
            Set<String> declared = ExpressionCheck.declared(model);
            for (String name : new TreeSet<>(names)) {
                boolean known = this.known.data().variables().contains(name) || declared.contains(name);
                if (known
                        && !set.contains(name)
                        && !this.known.data().unanswered().contains(name)) {
                    findings.add(Rule.VARIABLE_UNSET, model.name(), element, name);
                }
            }
        }
    }
}
