package org.leadrelay.process.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.leadrelay.process.Model;
import org.leadrelay.promise.Waits;
import org.springframework.stereotype.Component;

/**
 * {@code ${resumePromises}}: with marketing's answer the rep's promise runs on, with the time that
 * was left.
 */
@Component("resumePromises")
class ResumePromises implements ExecutionListener {

    private final Waits waits;
    private final PromiseTimers timers;

    ResumePromises(Waits waits, PromiseTimers timers) {
        this.waits = waits;
        this.timers = timers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (((ExecutionEntity) execution).isCanceled()) {
            return; // the journey ended with the question open: its tasks end their promises
            // themselves
        }
        var lead = Model.lead(execution);
        waits.resumed(lead);
        timers.follow(execution.getProcessEngineServices(), lead);
    }
}
