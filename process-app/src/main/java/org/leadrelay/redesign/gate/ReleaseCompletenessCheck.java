package org.leadrelay.redesign.gate;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Check of what only a whole release shows: what is missing in it, and what nothing uses. */
final class ReleaseCompletenessCheck implements Check {

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        String journey = known.vocabulary().journey();
        if (models.process(journey).isEmpty()) {
            findings.add(Rule.PROCESS_MISSING, "", null, journey);
            return;
        }
        unused(models, journey, known, findings);
        reliedOn(models, known, findings);
        clauses(models, known, findings);
        questions(models, known, findings);
        models.process(journey).ifPresent(model -> messages(model, known, findings));
    }

    private static void unused(ModelSet models, String journey, Surroundings known, Findings findings) {
        Set<String> called = new HashSet<>();
        Set<String> asked = new HashSet<>(known.vocabulary().forReading().keySet());
        for (ProcessModel model : models.processes()) {
            model.all("callActivity").forEach(call -> called.add(call.value("calledElement")));
            model.all("businessRuleTask").forEach(task -> asked.add(task.value("camunda:decisionRef")));
        }
        for (ProcessModel model : models.processes()) {
            if (!model.id().equals(journey) && !called.contains(model.id())) {
                findings.add(Rule.PROCESS_UNUSED, model.name(), model.id(), model.id(), journey);
            }
        }
        for (TableModel table : models.tables()) {
            if (!asked.contains(table.id())) {
                findings.add(Rule.TABLE_UNUSED, table.name(), table.id(), table.id());
            }
        }
    }

    private static void reliedOn(ModelSet models, Surroundings known, Findings findings) {
        for (Surroundings.ReliedOn relied : known.reliedOn()) {
            ProcessModel model = models.process(relied.model()).orElse(null);
            Node node = model == null ? null : model.byId(relied.element());
            if (model != null && (node == null || !node.is("userTask"))) {
                findings.add(
                        relied.essential() ? Rule.RELIED_ON : Rule.RELIED_ON_LITTLE,
                        model.name(),
                        relied.element(),
                        relied.element(),
                        relied.model(),
                        "#relied." + relied.element());
            }
        }
    }

    private static void clauses(ModelSet models, Surroundings known, Findings findings) {
        Set<String> placed = new TreeSet<>();
        Set<String> elements = new HashSet<>();
        for (ProcessModel model : models.processes()) {
            for (Node node : model.elements()) {
                due(node.is("timeDate") ? node.text() : node.value("camunda:dueDate"), placed);
                if (ProcessModel.isFlowNode(node)) {
                    elements.add(node.value("id"));
                }
            }
        }
        for (Map.Entry<String, String> clause : known.agreement().clauses().entrySet()) {
            if (!placed.contains(clause.getKey())) {
                findings.add(Rule.CLAUSE_PLACE, "", null, clause.getKey());
            } else if (!elements.contains(clause.getValue())) {
                findings.add(Rule.CLAUSE_ELEMENT, "", null, clause.getKey(), clause.getValue());
            }
        }
    }

    private static void due(String text, Set<String> placed) {
        ExpressionCheck.@Nullable Deadline deadline = ExpressionCheck.deadline(text);
        if (deadline != null && deadline.due()) {
            placed.add(deadline.clause());
        }
    }

    private static void questions(ModelSet models, Surroundings known, Findings findings) {
        Set<String> fields = models.processes().stream()
                .flatMap(model -> model.all("userTask").stream())
                .flatMap(task -> ProcessModel.fields(task).stream())
                .map(field -> field.value("id"))
                .collect(Collectors.toSet());
        for (String question : new TreeSet<>(known.agreement().questions())) {
            if (!fields.contains(question)) {
                findings.add(Rule.QUESTION_UNASKED, "", null, question);
            }
        }
    }

    /** A lead whose journey cannot take the message could never be withdrawn. */
    private static void messages(ProcessModel model, Surroundings known, Findings findings) {
        Set<String> any = new HashSet<>();
        Set<String> always = new HashSet<>();
        for (Node event : model.elements()) {
            String message = model.message(event);
            if (message.isEmpty()) {
                continue;
            }
            any.add(message);
            Node holder = model.parent(event);
            boolean journeys = holder != null
                    && FlowGraph.isEventSubProcess(holder)
                    && model.scope(holder).is("process");
            if (event.is("startEvent") && journeys) {
                always.add(message);
            }
        }
        for (String message : new TreeSet<>(known.vocabulary().needed())) {
            if (!always.contains(message)) {
                findings.add(Rule.MESSAGE_NEEDED, model.name(), model.id(), message);
            }
        }
        for (String message : new TreeSet<>(known.vocabulary().starts())) {
            if (!any.contains(message)) {
                findings.add(Rule.MESSAGE_MISSED, model.name(), model.id(), message);
            }
        }
    }
}
