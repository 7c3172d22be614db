package org.leadrelay.process.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.leadrelay.process.Model;
import org.leadrelay.promise.Waits;
import org.springframework.stereotype.Component;

/**
 * {@code ${pausePromises}}: while marketing looks for an answer, the rep's promise does not run.
 */
@Component("pausePromises")
class PausePromises implements ExecutionListener {

    private final Waits waits;
    private final PromiseTimers timers;

    PausePromises(Waits waits, PromiseTimers timers) {
        this.waits = waits;
        this.timers = timers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var lead = Model.lead(execution);
        waits.paused(lead);
        timers.follow(execution.getProcessEngineServices(), lead);
    }
}
