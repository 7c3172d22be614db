package org.leadrelay.platform;

import org.springframework.context.SmartLifecycle;

/** Base of background workers: a {@link PollingWorker} that starts and stops with the application. */
public abstract class BackgroundWorker implements SmartLifecycle {

    private final PollingWorker worker;

    /**
     * @param name of its thread, and in the log
     * @param automatic whether it looks by itself; else its work is called by hand, as tests do
     */
    protected BackgroundWorker(String name, boolean automatic) {
        this.worker = new PollingWorker(name, automatic, this::look);
    }

    /** Does everything that waits; asks {@link #stopping} between two pieces, and catches what goes wrong. */
    protected abstract void look();

    @Override
    public final void start() {
        worker.start();
    }

    @Override
    public final void stop() {
        worker.stop();
    }

    @Override
    public final boolean isRunning() {
        return worker.running();
    }

    /** Does not wait for the next look. */
    public final void nudge() {
        worker.nudge();
    }

    /** Whether to begin nothing new. */
    protected final boolean stopping() {
        return worker.stopping();
    }
}
