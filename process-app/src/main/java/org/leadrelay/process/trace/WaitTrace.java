package org.leadrelay.process.trace;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.leadrelay.process.ModelContract;
import org.leadrelay.promise.PausedPromises;
import org.leadrelay.promise.Promises;
import org.springframework.stereotype.Component;

/** Listener of waits: a promise that stands on a wait instead of a task ends when the wait is left. */
@Component
class WaitTrace implements ExecutionListener {

    private final Promises promises;
    private final PausedPromises waits;

    WaitTrace(Promises promises, PausedPromises waits) {
        this.promises = promises;
        this.waits = waits;
    }

    @Override
    public void notify(DelegateExecution execution) {
        ExecutionEntity entity = (ExecutionEntity) execution;
        ActivityImpl gateway = entity.getActivity();
        UUID lead = ModelContract.lead(execution);
        // the events behind an event-based gateway have it as their event scope
        List<ActivityImpl> events = gateway.getFlowScope().getActivities().stream()
                .filter(event -> event.getEventScope() == gateway)
                .toList();
        boolean leftByOne = events.stream().anyMatch(event -> leftBy(event, entity));
        if (!leftByOne) {
            waits.waitTakenAway(lead);
        }
        for (ActivityImpl event : events) {
            Deadline deadline = Deadline.of(event);
            if (deadline == null || !deadline.due()) {
                continue;
            }
            if (leftByOne) {
                promises.completed(lead, deadline.clause(), null);
            } else {
                promises.cancelled(lead, deadline.clause(), null);
            }
        }
    }

    /**
     * To the engine a gateway that one of its events leaves is cancelled by that event, as it is by
     * whatever takes the whole journey away: only its reason tells them apart.
     */
    private static boolean leftBy(ActivityImpl event, ExecutionEntity gateway) {
        return !gateway.isCanceled()
                || ("Cancel scope activity " + event + " executed.").equals(gateway.getDeleteReason());
    }
}
