package org.leadrelay.worklist;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.leadrelay.worklist.PendingAnswers.Scheduled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * In-process timer of the node that took an answer: runs the sweep when the grace ends, so that ten seconds are ten
 * seconds. A hint only; where this node is gone, the others' sweeps find the answer in the table.
 */
@Component
@ConditionalOnProperty(name = "leadrelay.sweeps.enabled", matchIfMissing = true)
class PendingAnswerTimer implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PendingAnswerTimer.class);

    private final PendingAnswerSweep sweep;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "pending-answers");
        thread.setDaemon(true);
        return thread;
    });

    PendingAnswerTimer(PendingAnswerSweep sweep, Clock clock) {
        this.sweep = sweep;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void scheduled(Scheduled answer) {
        // A millisecond more than is left: the sweep asks the clock again.
        long left = Duration.between(clock.instant(), answer.at()).toMillis() + 1;
        Future<?> unused = executor.schedule(this::run, Math.max(0, left), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            sweep.sweep();
        } catch (RuntimeException failure) {
            LOG.warn("Answers could not be carried out in time; the next sweep tries again.", failure);
        }
    }

    @Override
    public void destroy() {
        executor.shutdown();
    }
}
