package org.leadrelay.redesign.gate;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Check of user tasks: whose they are, by when they are promised, and who is told when they are late. */
final class TaskCheck implements Check {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[a-z][A-Za-z0-9]*}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (ProcessModel model : models.processes()) {
            for (Node task : model.all("userTask")) {
                owner(model, task, known, findings);
                promise(model, task, findings);
                if (task.value("name").isBlank()) {
                    findings.add(Rule.TASK_NAME, model.name(), task.id());
                }
                if (task.attribute("camunda:formKey") != null) {
                    findings.add(Rule.TASK_FORM_KEY, model.name(), task.id());
                }
            }
            for (Node node : model.elements()) {
                for (String priority : new String[] {"camunda:priority", "camunda:jobPriority"}) {
                    String value = node.attribute(priority);
                    if (value != null && !NUMBER.matcher(value).matches()) {
                        findings.add(Rule.TASK_PRIORITY, model.name(), model.owner(node), priority, value);
                    }
                }
            }
        }
    }

    private static void owner(ProcessModel model, Node task, Surroundings known, Findings findings) {
        String role = task.value("camunda:candidateGroups");
        Set<String> roles = known.vocabulary().roles();
        Node lane = model.lane(task);
        if (!roles.contains(role)) {
            findings.add(
                    Rule.TASK_ROLE,
                    model.name(),
                    task.id(),
                    role.isEmpty() ? "-" : role,
                    String.join(", ", new TreeSet<>(roles)));
        } else if (lane == null) {
            findings.add(Rule.TASK_LANE, model.name(), task.id(), "-", role);
        } else if (!lane.value("name").equals(role)) {
            findings.add(Rule.TASK_LANE, model.name(), task.id(), lane.value("name"), role);
        }
        String assignee = task.attribute("camunda:assignee");
        if (assignee != null && !VARIABLE.matcher(assignee).matches()) {
            findings.add(Rule.TASK_ASSIGNEE, model.name(), task.id(), assignee);
        }
    }

    private static void promise(ProcessModel model, Node task, Findings findings) {
        String due = task.value("camunda:dueDate");
        ExpressionCheck.@Nullable Deadline deadline = ExpressionCheck.deadline(due);
        if (due.isEmpty()) {
            findings.add(Rule.TASK_PROMISE, model.name(), task.id());
        } else if (deadline == null ? !TimerCheck.isDate(due) && !TimerCheck.isDuration(due) : !deadline.due()) {
            findings.add(Rule.TASK_DUE, model.name(), task.id(), due);
        } else if (deadline != null && !isWatched(model, task)) {
            findings.add(Rule.TASK_WATCHED, model.name(), task.id(), deadline.clause());
        }
    }

    /** Whether a timer at its border reads the end of its promise. */
    private static boolean isWatched(ProcessModel model, Node task) {
        return model.graph().borders(task.value("id")).stream()
                .map(model.graph().nodes()::get)
                .map(TimerCheck::timeDate)
                .map(ExpressionCheck::deadline)
                .anyMatch(deadline -> deadline != null && deadline.due());
    }
}
