package org.leadrelay.platform;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polling worker on one thread of its own: looks for work every few seconds, and at once when it is nudged. What it
 * was doing when the application stops has a while to come to an end.
 */
public final class PollingWorker {

    private static final Logger LOG = LoggerFactory.getLogger(PollingWorker.class);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final boolean automatic;
    private final Runnable work;
    private @Nullable ScheduledExecutorService scheduler;
    private volatile boolean stopping;

    /**
     * @param name of its thread, and in the log
     * @param automatic whether it looks by itself; else its work is called by hand, as tests do
     * @param work everything that waits; it asks {@link #stopping} between two pieces, and catches what goes wrong
     */
    public PollingWorker(String name, boolean automatic, Runnable work) {
        this.name = name;
        this.automatic = automatic;
        this.work = work;
    }

    public synchronized void start() {
        stopping = false;
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        scheduler = started;
        if (automatic) {
            Future<?> unused =
                    started.scheduleWithFixedDelay(work, FIRST.toMillis(), BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Does not wait for the next look. */
    public synchronized void nudge() {
        if (automatic && scheduler != null && !stopping) {
            scheduler.execute(work);
        }
    }

    /** Whether to begin nothing new. */
    public boolean stopping() {
        return stopping;
    }

    /** Waits a while for what is being done; whoever picks it up later is the work's affair. */
    public void stop() {
        stopping = true;
        ScheduledExecutorService running = scheduler();
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warn(
                            "The worker of {} is still busy; what it leaves is taken up by another node or the next"
                                    + " start",
                            name);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        ended();
    }

    public synchronized boolean running() {
        return scheduler != null;
    }

    private synchronized @Nullable ScheduledExecutorService scheduler() {
        return scheduler;
    }

    private synchronized void ended() {
        scheduler = null;
    }
}
