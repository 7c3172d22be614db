package org.leadrelay.process.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.leadrelay.process.Model;
import org.leadrelay.promise.Promises;
import org.springframework.stereotype.Component;

/**
 * {@code ${resumePromises}}: with marketing's answer the rep's promise runs on, with the time that
 * was left.
 */
@Component("resumePromises")
class ResumePromises implements ExecutionListener {

    private final Promises promises;
    private final PromiseTimers timers;

    ResumePromises(Promises promises, PromiseTimers timers) {
        this.promises = promises;
        this.timers = timers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (((ExecutionEntity) execution).isCanceled()) {
            return; // the journey ended with the question open: its tasks end their promises
            // themselves
        }
        var lead = Model.lead(execution);
        promises.resumed(lead);
        timers.follow(execution.getProcessEngineServices(), lead);
    }
}
