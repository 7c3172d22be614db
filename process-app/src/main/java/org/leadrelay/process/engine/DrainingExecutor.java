package org.leadrelay.process.engine;

import java.util.concurrent.Phaser;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Thread pool of the job executor that can be drained: whoever moves the clock waits until none is at work. */
public class DrainingExecutor extends ThreadPoolTaskExecutor {

    private static final long serialVersionUID = 1;

    private final transient Phaser atWork = new Phaser(1) {
        @Override
        protected boolean onAdvance(int phase, int registeredParties) {
            return false;
        }
    };

    @Override
    public void execute(Runnable task) {
        atWork.register();
        try {
            super.execute(() -> {
                try {
                    task.run();
                } finally {
                    atWork.arriveAndDeregister();
                }
            });
        } catch (RuntimeException e) {
            atWork.arriveAndDeregister();
            throw e;
        }
    }

    /** Returns when everything that was handed over before has run. */
    public void awaitIdle() {
        atWork.arriveAndAwaitAdvance();
    }
}
