package org.leadrelay.redesign.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadrelay.redesign.gate.ExpressionCheck.Comparison;

/** Check of decisions: that each always finds a way, whose answers have names, and compares with values that exist. */
final class GatewayCheck implements Check {

    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (ProcessModel model : models.processes()) {
            for (Node node : model.flowNodes()) {
                decision(model, node, findings);
            }
            for (Node flow : model.all("sequenceFlow")) {
                Node condition = flow.child("conditionExpression");
                if (condition != null) {
                    condition(models, model, flow, condition, known, findings);
                }
            }
        }
    }

    private static void decision(ProcessModel model, Node node, Findings findings) {
        if (!node.is("exclusiveGateway") && !node.is("inclusiveGateway")) {
            return;
        }
        List<FlowGraph.Flow> outgoing = model.graph().outgoing(node.value("id"));
        if (outgoing.size() < 2) {
            return;
        }
        String usual = node.value("default");
        if (outgoing.stream().noneMatch(flow -> flow.id().equals(usual))) {
            findings.add(Rule.GATEWAY_DEFAULT, model.name(), node.id());
        }
        for (FlowGraph.Flow flow : outgoing) {
            if (flow.node().value("name").isBlank()) {
                findings.add(Rule.GATEWAY_ANSWER, model.name(), flow.id(), node.value("id"));
            }
            if (!flow.id().equals(usual) && flow.node().child("conditionExpression") == null) {
                findings.add(Rule.GATEWAY_CONDITION, model.name(), flow.id(), node.value("id"));
            }
        }
    }

    private static void condition(
            ModelSet models, ProcessModel model, Node flow, Node condition, Surroundings known, Findings findings) {
        if (!ExpressionCheck.isExpression(condition.text())) {
            findings.add(Rule.GATEWAY_CONDITION, model.name(), flow.id(), flow.value("sourceRef"));
            return;
        }
        for (Comparison comparison : ExpressionCheck.comparisons(condition.text())) {
            Optional<Set<String>> values = values(models, comparison.name(), known);
            if (values.isPresent() && !values.get().contains(comparison.value())) {
                findings.add(
                        Rule.CONDITION_VALUE,
                        model.name(),
                        flow.id(),
                        comparison.name(),
                        comparison.value(),
                        String.join(", ", new TreeSet<>(values.get())));
            }
        }
    }

    /** All values that forms and tables of the release give to a variable; empty when it may have others. */
    private static Optional<Set<String>> values(ModelSet models, String name, Surroundings known) {
        boolean set =
                known.steps().values().stream().anyMatch(step -> step.sets().contains(name));
        Set<String> values = new HashSet<>();
        for (ProcessModel model : models.processes()) {
            for (Node task : model.all("userTask")) {
                for (Node field : ProcessModel.fields(task)) {
                    if (field.value("id").equals(name)) {
                        FormCheck.values(field).forEach(value -> values.add(value.value("id")));
                        set |= FormCheck.values(field).isEmpty();
                    }
                }
            }
            set |= model.elements().stream().anyMatch(node -> handsOver(node, name));
        }
        for (TableModel table : models.tables()) {
            for (String answer : table.answers(name)) {
                Map.Entry<Boolean, String> text = text(answer);
                values.add(text.getValue());
                set |= !text.getKey();
            }
        }
        return set || values.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** Whether a call or an output gives the variable what another variable holds. */
    private static boolean handsOver(Node node, String name) {
        boolean mapped = node.extensions("out").stream()
                .anyMatch(out -> name.equals(out.value("target")) && !name.equals(out.value("source")));
        return mapped
                || node.extensions("inputOutput").stream()
                        .flatMap(holder -> holder.children().stream())
                        .anyMatch(parameter -> name.equals(parameter.value("name")));
    }

    /** Whether a cell is a literal text or empty, and which. */
    private static Map.Entry<Boolean, String> text(String cell) {
        Matcher literal = TEXT.matcher(cell);
        return literal.matches() ? Map.entry(true, literal.group(1)) : Map.entry(cell.isBlank(), "");
    }
}
