package org.leadrelay.process.step;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.leadrelay.process.trace.Deadline;
import org.leadrelay.promise.Promises;
import org.leadrelay.worklist.Inbox;
import org.springframework.stereotype.Component;

/**
 * Synchronization of a lead's running timers and due dates with the ledger, in the transaction in which the
 * ledger changed.
 */
@Component
class PromiseTimers {

    private final Promises promises;
    private final Inbox inbox;

    PromiseTimers(Promises promises, Inbox inbox) {
        this.promises = promises;
        this.inbox = inbox;
    }

    void follow(ProcessEngineServices engine, UUID lead) {
        String key = lead.toString();
        for (ProcessInstance instance : engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .list()) {
            engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .list()
                    .forEach(job -> follow(engine, lead, job));
        }
        engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .list()
                .forEach(task -> follow(engine, lead, task));
    }

    private void follow(ProcessEngineServices engine, UUID lead, Job job) {
        ActivityImpl activity =
                definition(job.getProcessDefinitionId()).findActivity(((TimerEntity) job).getActivityId());
        Deadline deadline = activity == null ? null : Deadline.of(activity);
        if (deadline == null) {
            return;
        }
        Instant date = read(lead, deadline);
        if (date != null && !date.equals(job.getDuedate().toInstant())) {
            engine.getManagementService().setJobDuedate(job.getId(), Date.from(date));
        }
    }

    private void follow(ProcessEngineServices engine, UUID lead, Task task) {
        TaskDefinition declared =
                definition(task.getProcessDefinitionId()).getTaskDefinitions().get(task.getTaskDefinitionKey());
        Expression expression = declared == null ? null : declared.getDueDateExpression();
        Deadline deadline = expression == null ? null : Deadline.of(expression.getExpressionText());
        if (deadline == null) {
            return;
        }
        Instant due = read(lead, deadline);
        if (due == null) {
            return;
        }
        if (task.getDueDate() == null || !due.equals(task.getDueDate().toInstant())) {
            task.setDueDate(Date.from(due));
            engine.getTaskService().saveTask(task);
            inbox.dueChanged(task.getId(), due, promises.runningRemind(lead, deadline.clause()));
        }
    }

    /**
     * Null when the promise has ended: its timers are about to go, and asking must not open the
     * next.
     */
    private @Nullable Instant read(UUID lead, Deadline deadline) {
        return deadline.due()
                ? promises.runningDue(lead, deadline.clause())
                : promises.runningRemind(lead, deadline.clause());
    }

    private static ProcessDefinitionEntity definition(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id);
    }
}
