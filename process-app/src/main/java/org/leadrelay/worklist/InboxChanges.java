package org.leadrelay.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TransactionBound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publish/subscribe for changes of the inbox: after the commit, in batches a tenth of a second apart, on this
 * node at once and on the others through PostgreSQL. Whoever commits waits for nobody.
 */
@Component
public class InboxChanges implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(InboxChanges.class);
    private static final int LARGEST_BATCH = 1000;
    private static final long GATHERING_MILLIS = 100;

    private final InboxBroadcast others;
    private final BlockingQueue<InboxChange> queue = new ArrayBlockingQueue<>(10 * LARGEST_BATCH);
    private final AtomicBoolean overflown = new AtomicBoolean();
    private final List<Consumer<List<InboxChange>>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread teller;
    private volatile Runnable silence = () -> {};

    InboxChanges(InboxBroadcast others) {
        this.others = others;
    }

    /**
     * Calls back with every batch until the result is run. Called on a thread of its own: a
     * listener that belongs to a screen moves to the screen's own thread, and does so quickly.
     */
    public Runnable listen(Consumer<List<InboxChange>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Told to the listeners once the current transaction has committed; at once when there is none.
     */
    void add(InboxChange change) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            offer(change);
            return;
        }
        TransactionBound.of(this, AfterCommit.class, AfterCommit::new).changes.add(change);
    }

    /** Tells all screens to read again, for what they show of due times no longer holds: the clock was moved. */
    public void invalidateAll() {
        add(InboxChange.MUCH);
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::tellOn, "inbox-changes");
        thread.setDaemon(true);
        teller = thread;
        thread.start();
        silence = others.listen(this::deliver);
    }

    @Override
    public void stop() {
        Thread thread = teller;
        teller = null;
        if (thread != null) {
            thread.interrupt();
        }
        silence.run();
    }

    @Override
    public boolean isRunning() {
        return teller != null;
    }

    private void offer(InboxChange change) {
        if (!queue.offer(change)) {
            overflown.set(true);
        }
    }

    private void tellOn() {
        while (teller == Thread.currentThread()) {
            try {
                InboxChange first = queue.take();
                TimeUnit.MILLISECONDS.sleep(GATHERING_MILLIS);
                List<InboxChange> batch = new ArrayList<>();
                batch.add(first);
                queue.drainTo(batch);
                if (overflown.getAndSet(false) || batch.size() > LARGEST_BATCH) {
                    batch = List.of(InboxChange.MUCH);
                }
                deliver(batch);
                others.tell(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("A change of the inbox could not be told to other nodes: {}", e.toString());
            }
        }
    }

    private void deliver(List<InboxChange> batch) {
        for (Consumer<List<InboxChange>> listener : listeners) {
            try {
                listener.accept(List.copyOf(batch));
            } catch (RuntimeException e) {
                LOG.warn("Somebody who looks at the inbox failed to take a change", e);
            }
        }
    }

    private final class AfterCommit extends TransactionBound {

        private final List<InboxChange> changes = new ArrayList<>();

        AfterCommit() {
            super(InboxChanges.this);
        }

        @Override
        public void afterCommit() {
            changes.forEach(InboxChanges.this::offer);
        }
    }
}
