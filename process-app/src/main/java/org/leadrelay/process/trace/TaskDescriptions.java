package org.leadrelay.process.trace;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.leadrelay.process.ModelContract;
import org.leadrelay.promise.Promises;
import org.leadrelay.worklist.TaskOpened;
import org.springframework.stereotype.Component;

/**
 * Mapping of an engine task to the inbox's row; the one place that knows how a task's role and clause are
 * written.
 */
@Component
public class TaskDescriptions {

    private final Promises promises;

    TaskDescriptions(Promises promises) {
        this.promises = promises;
    }

    public TaskOpened describe(UUID lead, TaskEntity task) {
        String priority = Optional.ofNullable(ModelContract.text(task.getExecution(), ModelContract.PRIORITY))
                .orElse("normal");
        String step = task.getTaskDefinitionKey();
        String clause = clauseOf(task);
        String name = task.getName();
        return new TaskOpened(
                task.getId(),
                lead,
                task.getProcessDefinitionId(),
                step,
                name == null ? step : TraceLines.onOneLine(name),
                role(task),
                task.getAssignee(),
                priority,
                task.getCreateTime().toInstant(),
                TaskTrace.instant(task.getDueDate()),
                clause == null
                        ? null
                        : promises.remind(
                                lead,
                                clause,
                                priority,
                                step,
                                ModelContract.text(task.getExecution(), ModelContract.REP_ID)));
    }

    static @Nullable String clauseOf(TaskEntity task) {
        Expression due = task.getTaskDefinition().getDueDateExpression();
        Deadline deadline = due == null ? null : Deadline.of(due.getExpressionText());
        return deadline == null ? null : deadline.clause();
    }

    /**
     * The literal candidate group, which is the lane's role; a task without one is nobody's, and
     * the gate refuses it.
     */
    static String role(TaskEntity task) {
        return task.getTaskDefinition().getCandidateGroupIdExpressions().stream()
                .map(expression -> expression.getExpressionText())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        task.getTaskDefinitionKey() + " names no role: give it camunda:candidateGroups"));
    }
}
