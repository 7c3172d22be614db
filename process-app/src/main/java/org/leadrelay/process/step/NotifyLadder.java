package org.leadrelay.process.step;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.leadrelay.process.ModelContract;
import org.leadrelay.process.trace.Deadline;
import org.leadrelay.promise.Promises;
import org.springframework.stereotype.Component;

/**
 * {@code ${notifyLadder}}: reminds, or says that a promise is broken. Which promise, it knows from
 * the timer that leads to it; whether it is really broken, it asks the ledger, for a timer may fire
 * that was moved in the meantime. Who is told then is the charter's word: the ladder hears it from
 * the ledger.
 */
@Component("notifyLadder")
class NotifyLadder implements JavaDelegate {

    private final Promises promises;

    NotifyLadder(Promises promises) {
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID lead = ModelContract.lead(execution);
        String clause = clause(((ExecutionEntity) execution).getActivity());
        if (!promises.overdue(lead, clause)) {
            promises.reminded(lead, clause);
        }
    }

    private static String clause(ActivityImpl step) {
        for (PvmTransition flow : step.getIncomingTransitions()) {
            Deadline deadline = Deadline.of((ActivityImpl) flow.getSource());
            if (deadline != null) {
                return deadline.clause();
            }
        }
        throw new IllegalStateException(
                step.getId() + ": no timer with ${due...} or ${remind...} leads here; draw a flow from one");
    }
}
