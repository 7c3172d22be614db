package org.leadrelay.audit.verification;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.BackgroundWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Background worker for verifications, one at a time on all nodes together, by an advisory lock. A dead node releases
 * it, and the next one marks what was left running as stopped.
 */
@Component
class VerificationRunner extends BackgroundWorker {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationRunner.class);
    private static final String LOCK = "audit verification";

    private final AdvisoryLock locks;
    private final VerificationTable table;
    private final VerificationWork work;
    private final Clock clock;

    VerificationRunner(
            AdvisoryLock locks,
            VerificationTable table,
            VerificationWork work,
            Clock clock,
            @Value("${leadrelay.sweeps.enabled:true}") boolean automatic) {
        super("verifications", automatic);
        this.locks = locks;
        this.table = table;
        this.work = work;
        this.clock = clock;
    }

    @Override
    protected void look() {
        runAll();
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
        while (next.isPresent() && !stopping()) {
            table.find(next.get()).ifPresent(job -> work.run(job, this::stopping));
            next = table.nextQueued();
        }
    }
}
