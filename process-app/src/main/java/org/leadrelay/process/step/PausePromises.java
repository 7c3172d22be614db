package org.leadrelay.process.step;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.leadrelay.process.ModelContract;
import org.leadrelay.promise.PausedPromises;
import org.springframework.stereotype.Component;

/**
 * {@code ${pausePromises}}: while marketing looks for an answer, the rep's promise does not run.
 */
@Component("pausePromises")
class PausePromises implements ExecutionListener {

    private final PausedPromises waits;
    private final PromiseTimers timers;

    PausePromises(PausedPromises waits, PromiseTimers timers) {
        this.waits = waits;
        this.timers = timers;
    }

    @Override
    public void notify(DelegateExecution execution) {
        UUID lead = ModelContract.lead(execution);
        waits.paused(lead);
        timers.follow(execution.getProcessEngineServices(), lead);
    }
}
