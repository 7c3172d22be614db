package org.leadrelay.redesign.gate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Check of timers and deadlines: a promise of the charter, one variable, or a plain date or duration. */
final class TimerCheck implements Check {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*}");
    private static final Pattern DATE = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)(T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:?\\d\\d)?)?");
    private static final Pattern DURATION = Pattern.compile(
            "P(?=\\d|T\\d)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,5}D)?(T(?=\\d)(\\d{1,6}H)?(\\d{1,6}M)?(\\d{1,6}S)?)?");

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (ProcessModel model : models.processes()) {
            for (Node node : model.elements()) {
                clause(model, node, node.is("timeDate") ? node.text() : node.value("camunda:dueDate"), known, findings);
                if (node.is("timerEventDefinition")) {
                    timer(model, node, findings);
                }
            }
        }
    }

    private static void clause(ProcessModel model, Node node, String text, Surroundings known, Findings findings) {
        ExpressionCheck.@Nullable Deadline deadline = ExpressionCheck.deadline(text);
        if (deadline == null) {
            return;
        }
        if (!known.isClause(deadline.clause())) {
            findings.add(
                    Rule.CLAUSE_UNKNOWN,
                    model.name(),
                    model.owner(node),
                    deadline.clause(),
                    String.join(", ", new TreeSet<>(known.agreement().clauses().keySet())));
        } else if (!known.agreement().clauses().containsKey(deadline.clause())) {
            findings.add(Rule.CLAUSE_DRAFTED, model.name(), model.owner(node), deadline.clause());
        }
    }

    private static void timer(ProcessModel model, Node definition, Findings findings) {
        Node event = model.parent(definition);
        Node time =
                definition.child("timeDate") == null ? definition.child("timeDuration") : definition.child("timeDate");
        String owner = model.owner(definition);
        if (event == null || time == null) {
            if (definition.child("timeCycle") == null) {
                findings.add(Rule.TIMER_VALUE, model.name(), owner, "-");
            }
            return;
        }
        String text = time.text();
        ExpressionCheck.@Nullable Deadline deadline = ExpressionCheck.deadline(text);
        if (deadline != null) {
            if (!time.is("timeDate") || event.is("startEvent")) {
                findings.add(Rule.TIMER_PROMISE, model.name(), owner, text);
            }
        } else if (ExpressionCheck.isExpression(text)
                ? !VARIABLE.matcher(text).matches()
                : !(time.is("timeDate") ? isDate(text) : isDuration(text))) {
            findings.add(Rule.TIMER_VALUE, model.name(), owner, text.isEmpty() ? "-" : text);
        }
        atBorder(model, event, deadline, findings);
    }

    /** A promise at the border of a task is the task's own: completing the task ends that one. */
    private static void atBorder(
            ProcessModel model, Node event, ExpressionCheck.@Nullable Deadline deadline, Findings findings) {
        Node task = model.byId(event.value("attachedToRef"));
        if (deadline == null || task == null || !task.is("userTask")) {
            return;
        }
        ExpressionCheck.@Nullable Deadline due = ExpressionCheck.deadline(task.value("camunda:dueDate"));
        if (due == null || !due.clause().equals(deadline.clause())) {
            findings.add(
                    Rule.TIMER_CLAUSE,
                    model.name(),
                    event.id(),
                    deadline.clause(),
                    task.value("id"),
                    due == null ? "-" : due.clause());
        }
    }

    /** The date that a timer event waits for, as it is written; empty for every other event. */
    static String timeDate(@Nullable Node event) {
        Node definition = event == null ? null : event.child("timerEventDefinition");
        Node date = definition == null ? null : definition.child("timeDate");
        return date == null ? "" : date.text();
    }

    static boolean isDate(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return false;
        }
        try {
            LocalDate.parse(date.group(1));
            return true;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    /** Longer than nothing: the engine knows no weeks. */
    static boolean isDuration(String text) {
        return DURATION.matcher(text).matches() && text.matches(".*[1-9].*");
    }
}
