package org.leadrelay.process.trace;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.leadrelay.process.Model;
import org.leadrelay.promise.Promises;
import org.springframework.stereotype.Component;

/** A promise that stands on a wait instead of a task ends when the wait is left. */
@Component
class WaitTrace implements ExecutionListener {

    private final Promises promises;

    WaitTrace(Promises promises) {
        this.promises = promises;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var entity = (ExecutionEntity) execution;
        ActivityImpl gateway = entity.getActivity();
        // the events behind an event-based gateway have it as their event scope
        for (var event : gateway.getFlowScope().getActivities()) {
            var deadline = event.getEventScope() == gateway ? Deadline.of(event) : null;
            if (deadline == null || !deadline.due()) {
                continue;
            }
            var lead = Model.lead(execution);
            if (entity.isCanceled() && !promises.overdue(lead, deadline.clause())) {
                promises.cancelled(lead, deadline.clause());
            } else {
                promises.completed(lead, deadline.clause());
            }
        }
    }
}
