package org.leadrelay.process.trace;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.process.ModelContract;
import org.springframework.stereotype.Component;

/** Task listener: a rejected hand-off frees the rep's place at once, and the rep is not asked again in this lap. */
@Component
class AnswerTrace implements TaskListener {

    private static final String REJECT = "reject";

    private final HandOffs handOffs;

    AnswerTrace(HandOffs handOffs) {
        this.handOffs = handOffs;
    }

    @Override
    public void notify(DelegateTask task) {
        DelegateExecution execution = task.getExecution();
        String rep = ModelContract.text(execution, ModelContract.REP_ID);
        if (REJECT.equals(ModelContract.text(execution, "outcome")) && rep != null) {
            handOffs.declined(ModelContract.lead(execution), ModelContract.lap(execution), rep);
        }
    }
}
