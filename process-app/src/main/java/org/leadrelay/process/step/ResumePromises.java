package org.leadrelay.process.step;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.leadrelay.process.ModelContract;
import org.leadrelay.promise.PausedPromises;
import org.springframework.stereotype.Component;

/**
 * {@code ${resumePromises}}: with marketing's answer the rep's promise runs on, with the time that
 * was left.
 */
@Component("resumePromises")
class ResumePromises implements ExecutionListener {

    private final PausedPromises waits;
    private final PromiseTimers timers;

    ResumePromises(PausedPromises waits, PromiseTimers timers) {
        this.waits = waits;
        this.timers = timers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (((ExecutionEntity) execution).isCanceled()) {
            return; // the journey ended with the question open: its tasks end their promises
            // themselves
        }
        UUID lead = ModelContract.lead(execution);
        waits.resumed(lead);
        timers.follow(execution.getProcessEngineServices(), lead);
    }
}
