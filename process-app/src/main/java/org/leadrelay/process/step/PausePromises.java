package org.leadrelay.process.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.leadrelay.process.Model;
import org.leadrelay.promise.Promises;
import org.springframework.stereotype.Component;

/**
 * {@code ${pausePromises}}: while marketing looks for an answer, the rep's promise does not run.
 */
@Component("pausePromises")
class PausePromises implements ExecutionListener {

    private final Promises promises;
    private final PromiseTimers timers;

    PausePromises(Promises promises, PromiseTimers timers) {
        this.promises = promises;
        this.timers = timers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var lead = Model.lead(execution);
        promises.paused(lead);
        timers.follow(execution.getProcessEngineServices(), lead);
    }
}
