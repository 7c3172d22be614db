package org.leadrelay.process.trace;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.process.ModelContract;
import org.leadrelay.promise.PausedPromises;
import org.leadrelay.promise.Promises;
import org.leadrelay.worklist.Inbox;
import org.leadrelay.worklist.TaskOpened;
import org.springframework.stereotype.Component;

/** Task listener that updates the inbox, the promise and the log in the engine's transaction. */
@Component
class TaskTrace implements TaskListener {

    private final Inbox inbox;
    private final Promises promises;
    private final PausedPromises waits;
    private final TraceLines lines;
    private final TaskDescriptions openTasks;

    TaskTrace(Inbox inbox, Promises promises, PausedPromises waits, TraceLines lines, TaskDescriptions openTasks) {
        this.inbox = inbox;
        this.promises = promises;
        this.waits = waits;
        this.lines = lines;
        this.openTasks = openTasks;
    }

    @Override
    public void notify(DelegateTask delegateTask) {
        TaskEntity task = (TaskEntity) delegateTask;
        ModelContract.leadOf(task.getExecution()).ifPresent(lead -> {
            switch (task.getEventName()) {
                case EVENTNAME_CREATE -> created(lead, task);
                case EVENTNAME_COMPLETE -> completed(lead, task);
                default -> deleted(lead, task);
            }
        });
    }

    private void created(UUID lead, TaskEntity task) {
        TaskOpened opened = openTasks.describe(lead, task);
        inbox.opened(opened);
        HashMap<String, Object> details = new HashMap<>();
        details.put("task", opened.taskId());
        details.put("role", opened.role());
        if (opened.assignee() != null) {
            details.put("assignee", opened.assignee());
        }
        if (opened.due() != null) {
            details.put("due", opened.due().toString());
        }
        lines.add(lead, Kind.TASK_CREATED, task.getExecution(), details);
    }

    /** The inbox before the ledger, as people's own actions lock them: else the two deadlock. */
    private void completed(UUID lead, TaskEntity task) {
        Instant at = inbox.closed(task.getId(), task.getAssignee(), Inbox.How.COMPLETED);
        String clause = TaskDescriptions.clauseOf(task);
        if (clause != null) {
            answered(lead, clause, task, at);
        }
    }

    /**
     * An agreed next step renews the promise to the buyer's own day; every other answer ends it.
     */
    private void answered(UUID lead, String clause, TaskEntity task, Instant at) {
        Instant day = nextStep(task);
        if (day == null) {
            promises.completed(lead, clause, task.getAssignee(), at);
        } else {
            waits.renewed(lead, clause, day, task.getAssignee(), at);
        }
    }

    private static @Nullable Instant nextStep(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        return ModelContract.NEXT_STEP.equals(ModelContract.text(execution, ModelContract.OUTCOME))
                        && execution.getVariable(ModelContract.NEXT_STEP_DATE) instanceof Date day
                ? day.toInstant()
                : null;
    }

    private void deleted(UUID lead, TaskEntity task) {
        inbox.closed(task.getId(), task.getAssignee(), Inbox.How.TAKEN_AWAY);
        String clause = TaskDescriptions.clauseOf(task);
        if (clause != null) {
            promises.cancelled(lead, clause, task.getAssignee());
        }
        lines.add(lead, Kind.TASK_CANCELLED, task.getExecution(), Map.of("task", task.getId()));
    }

    static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
