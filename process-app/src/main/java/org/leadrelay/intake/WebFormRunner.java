package org.leadrelay.intake;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Worker thread of the {@link WebFormQueue}. What a node leaves behind when it dies is found by the next sweep
 * of any node.
 */
@Component
class WebFormRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WebFormRunner.class);

    private final WebFormQueue queue;
    private final boolean automatic;
    private @Nullable ThreadPoolExecutor worker;

    WebFormRunner(WebFormQueue queue, @Value("${leadrelay.sweeps.enabled:true}") boolean automatic) {
        this.queue = queue;
        this.automatic = automatic;
    }

    /** Does not wait for the next sweep; while one run waits to begin, another adds nothing. */
    synchronized void nudge() {
        if (automatic && worker != null) {
            worker.execute(this::run);
        }
    }

    private void run() {
        try {
            queue.sweep();
        } catch (RuntimeException e) {
            LOG.warn("Web forms wait for the next sweep: {}", e.toString());
        }
    }

    @Override
    public synchronized void start() {
        worker = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                work -> {
                    Thread thread = new Thread(work, "web-forms");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public void stop() {
        ThreadPoolExecutor running;
        synchronized (this) {
            running = worker;
            worker = null;
        }
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(20, TimeUnit.SECONDS)) {
                    LOG.warn("Web forms are still being taken in; the rest waits for the next" + " start");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }
}
