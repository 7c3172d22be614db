package org.leadrelay.process.step;

import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.leadrelay.promise.RunningTimers;
import org.springframework.stereotype.Component;

/** Adapter that lets the timers follow the ledger where no step of a model is at hand. */
@Component
class RunningTimersAdapter implements RunningTimers {

    private final ProcessEngine engine;
    private final PromiseTimers timers;

    RunningTimersAdapter(ProcessEngine engine, PromiseTimers timers) {
        this.engine = engine;
        this.timers = timers;
    }

    @Override
    public void follow(UUID leadId) {
        ((ProcessEngineImpl) engine)
                .getProcessEngineConfiguration()
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    timers.follow(engine, leadId);
                    return leadId;
                });
    }
}
