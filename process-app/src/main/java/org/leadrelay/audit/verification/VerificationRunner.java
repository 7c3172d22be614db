package org.leadrelay.audit.verification;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.AdvisoryLock;
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
    private static final int PATIENCE_SECONDS = 20;

    private final AdvisoryLock locks;
    private final VerificationTable table;
    private final VerificationWork work;
    private final Clock clock;
    private final boolean automatic;
    private @Nullable ScheduledExecutorService scheduler;
    private volatile boolean stopping;

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
        this.automatic = automatic;
    }

    @Override
    public synchronized void start() {
        stopping = false;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "verifications");
            thread.setDaemon(true);
            return thread;
        });
        scheduler = started;
        if (automatic) {
            Future<?> unused = started.scheduleWithFixedDelay(this::runAll, 1, 3, TimeUnit.SECONDS);
        }
    }

    /** Does not wait for the next look. */
    synchronized void nudge() {
        if (automatic && scheduler != null && !stopping) {
            scheduler.execute(this::runAll);
        }
    }

    @Override
    public void stop() {
        stopping = true;
        ScheduledExecutorService running = scheduler;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("A verification is still busy; another node will say that it stopped");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
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
        while (next.isPresent() && !stopping) {
            table.find(next.get()).ifPresent(job -> work.run(job, () -> stopping));
            next = table.nextQueued();
        }
    }
}
