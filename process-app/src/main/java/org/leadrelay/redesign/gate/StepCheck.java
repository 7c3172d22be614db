package org.leadrelay.redesign.gate;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Check of the steps, listeners, errors and messages that models name against what is registered. */
final class StepCheck implements Check {

    private static final String DURATION = "P(?=.)(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?";
    private static final Pattern RETRIES =
            Pattern.compile("(R\\d{1,2}/)?" + DURATION + "|" + DURATION + "(\\s*,\\s*" + DURATION + "){0,20}");

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (ProcessModel model : models.processes()) {
            for (Node node : model.elements()) {
                step(model, node, known, findings);
                listeners(model, node, known, findings);
                retries(model, node, findings);
            }
            definitions(model, known, findings);
        }
    }

    private static void step(ProcessModel model, Node node, Surroundings known, Findings findings) {
        boolean runs = node.is("serviceTask") || node.is("sendTask") || throwsMessage(node);
        Node holder = throwsMessage(node) ? node.child("messageEventDefinition") : node;
        String expression = holder == null ? "" : holder.value("camunda:delegateExpression");
        if (!runs && expression.isEmpty()) {
            return;
        }
        String owner = model.owner(node);
        Surroundings.Step step = known.steps().get(ExpressionCheck.bean(expression));
        if (step == null) {
            findings.add(
                    Rule.STEP_UNKNOWN,
                    model.name(),
                    owner,
                    expression.isEmpty() ? "-" : expression,
                    String.join(", ", new TreeSet<>(known.steps().keySet())));
        } else if (runs) {
            runs(model, node, step, expression, findings);
        }
    }

    private static void runs(
            ProcessModel model, Node node, Surroundings.Step step, String expression, Findings findings) {
        if (!ProcessModel.isTrue(node, "camunda:asyncBefore")) {
            findings.add(Rule.STEP_ASYNC, model.name(), node.id());
        }
        for (String error : new TreeSet<>(step.errors())) {
            if (!isCaught(model, node, error)) {
                findings.add(Rule.STEP_ERROR, model.name(), node.id(), expression, error);
            }
        }
    }

    private static boolean throwsMessage(Node node) {
        return (node.is("intermediateThrowEvent") || node.is("endEvent"))
                && node.child("messageEventDefinition") != null;
    }

    private static boolean isCaught(ProcessModel model, Node node, String error) {
        return model.graph().borders(node.value("id")).stream()
                .map(model.graph().nodes()::get)
                .map(border -> border == null ? null : border.child("errorEventDefinition"))
                .anyMatch(definition ->
                        definition != null && code(model, definition).equals(error));
    }

    private static String code(ProcessModel model, Node definition) {
        Node error = model.byId(definition.value("errorRef"));
        return error == null ? "" : error.value("errorCode");
    }

    private static void listeners(ProcessModel model, Node node, Surroundings known, Findings findings) {
        for (String kind : new String[] {"executionListener", "taskListener"}) {
            for (Node listener : node.extensions(kind)) {
                String expression = listener.value("delegateExpression");
                if (!known.listeners().contains(ExpressionCheck.bean(expression))) {
                    findings.add(
                            Rule.LISTENER_UNKNOWN,
                            model.name(),
                            model.owner(node),
                            expression.isEmpty() ? "-" : expression,
                            String.join(", ", new TreeSet<>(known.listeners())));
                }
            }
        }
    }

    private static void retries(ProcessModel model, Node node, Findings findings) {
        for (Node cycle : node.extensions("failedJobRetryTimeCycle")) {
            if (!RETRIES.matcher(cycle.text()).matches()) {
                findings.add(Rule.RETRIES, model.name(), model.owner(node), cycle.text());
            }
        }
    }

    /** Messages and errors stand beside the process. */
    private static void definitions(ProcessModel model, Surroundings known, Findings findings) {
        Set<String> messages = known.vocabulary().messages();
        for (Node message : model.root().children("message")) {
            if (!messages.contains(message.value("name"))) {
                findings.add(
                        Rule.MESSAGE_UNKNOWN,
                        model.name(),
                        message.id(),
                        message.value("name"),
                        messages.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        for (Node error : model.root().children("error")) {
            if (!known.errors().contains(error.value("errorCode"))) {
                findings.add(
                        Rule.ERROR_UNKNOWN,
                        model.name(),
                        error.id(),
                        error.value("errorCode"),
                        known.errors().stream().sorted().collect(Collectors.joining(", ")));
            }
        }
    }
}
