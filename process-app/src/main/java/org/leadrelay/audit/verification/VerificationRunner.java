package org.leadrelay.audit.verification;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.PollingWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Background worker for verifications, one at a time on all nodes together: whoever holds the advisory lock works. A node
 * that dies lets go of it, and the next one finds what was left running and says that it stopped.
 */
@Component
class VerificationRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationRunner.class);
    private static final String LOCK = "audit verification";

    private final AdvisoryLock locks;
    private final VerificationTable table;
    private final VerificationWork work;
    private final Clock clock;
    private final PollingWorker worker;

    VerificationRunner(
            AdvisoryLock locks,
            VerificationTable table,
            VerificationWork work,
            Clock clock,
            @Value("${leadrelay.sweeps.enabled:true}") boolean automatic) {
        this.locks = locks;
        this.table = table;
        this.work = work;
        this.clock = clock;
        this.worker = new PollingWorker("verifications", automatic, this::runAll);
    }

    @Override
    public void start() {
        worker.start();
    }

    /** Does not wait for the next look. */
    void nudge() {
        worker.nudge();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.running();
    }

    /** Everything that waits, until nothing does. */
    void runAll() {
        try {
            if (table.anyOpen()) {
                locks.ifFree(LOCK, this::withLock);
            }
        } catch (RuntimeException e) {
            LOG.warn("Verifications wait: {}", e.toString());
        }
    }

    private void withLock() {
        table.stopAbandoned(clock.instant());
        Optional<UUID> next = table.nextQueued();
        while (next.isPresent() && !worker.stopping()) {
            table.find(next.get()).ifPresent(job -> work.run(job, worker::stopping));
            next = table.nextQueued();
        }
    }
}
