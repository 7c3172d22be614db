package org.leadrelay.redesign.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Check of what models ask of one another: called processes, and decision tables with the facts they read. */
final class CallCheck implements Check {

    private static final String BINDING = "deployment";
    private static final String FACTS = "gatherFacts";

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (ProcessModel model : models.processes()) {
            model.all("callActivity").forEach(call -> call(models, model, call, findings));
            model.all("businessRuleTask").forEach(task -> decision(models, model, task, findings));
        }
    }

    private static void call(ModelSet models, ProcessModel model, Node call, Findings findings) {
        String called = call.value("calledElement");
        if (models.process(called).isEmpty()) {
            findings.add(Rule.CALL_UNKNOWN, model.name(), call.id(), called.isEmpty() ? "-" : called);
        } else if (comesBack(models, called, model.id(), new HashSet<>())) {
            findings.add(Rule.CALL_CYCLE, model.name(), call.id(), called, model.id());
        }
        if (!BINDING.equals(call.value("camunda:calledElementBinding"))) {
            findings.add(Rule.CALL_BINDING, model.name(), call.id(), called);
        }
        List<Node> passed = call.extensions("in");
        if (passed.stream().noneMatch(in -> "${leadId}".equals(in.value("businessKey")))) {
            findings.add(Rule.CALL_KEY, model.name(), call.id());
        }
        if (passed.stream()
                .noneMatch(in -> "leadId".equals(in.value("source")) && "leadId".equals(in.value("target")))) {
            findings.add(Rule.CALL_LEAD, model.name(), call.id());
        }
        List<Node> all = new ArrayList<>(passed);
        all.addAll(call.extensions("out"));
        for (Node mapping : all) {
            boolean named = !mapping.value("source").isEmpty()
                    && !mapping.value("target").isEmpty();
            boolean whole = mapping.attribute("variables") != null || mapping.attribute("sourceExpression") != null;
            if (whole || (!named && mapping.attribute("businessKey") == null)) {
                findings.add(Rule.CALL_VARIABLES, model.name(), call.id());
            }
        }
    }

    private static boolean comesBack(ModelSet models, String from, String to, Set<String> seen) {
        if (from.equals(to)) {
            return true;
        }
        return seen.add(from)
                && models.process(from).stream()
                        .flatMap(model -> model.all("callActivity").stream())
                        .anyMatch(call -> comesBack(models, call.value("calledElement"), to, seen));
    }

    private static void decision(ModelSet models, ProcessModel model, Node task, Findings findings) {
        String table = task.value("camunda:decisionRef");
        if (models.table(table).isEmpty()) {
            findings.add(Rule.DECISION_UNKNOWN, model.name(), task.id(), table.isEmpty() ? "-" : table);
        }
        if (!BINDING.equals(task.value("camunda:decisionRefBinding"))) {
            findings.add(Rule.DECISION_BINDING, model.name(), task.id(), table);
        }
        List<FlowGraph.Flow> incoming = model.graph().incoming(task.value("id"));
        boolean fresh = !incoming.isEmpty()
                && incoming.stream()
                        .allMatch(flow -> gives(model.graph().nodes().get(flow.source())))
                && !ProcessModel.isTrue(task, "camunda:asyncBefore");
        if (!fresh) {
            findings.add(Rule.DECISION_FACTS, model.name(), task.id(), table);
        }
    }

    /** Facts live for one transaction: from the step that gathers them, through tables, to the table that reads them. */
    private static boolean gives(@Nullable Node before) {
        return before != null
                && !ProcessModel.isTrue(before, "camunda:asyncAfter")
                && (before.is("businessRuleTask")
                        || FACTS.equals(ExpressionCheck.bean(before.value("camunda:delegateExpression"))));
    }
}
