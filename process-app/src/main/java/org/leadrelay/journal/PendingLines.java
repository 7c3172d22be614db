package org.leadrelay.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Buffer of a transaction's log lines, written just before its commit. */
class PendingLines implements TransactionSynchronization, Ordered {

    private final LogWriter writer;
    private final List<Pending> lines = new ArrayList<>();

    private PendingLines(LogWriter writer) {
        this.writer = writer;
    }

    /**
     * @param sheet what a decision could read; null for a line that tells of none
     */
    record Pending(Line line, @Nullable DecisionFacts sheet) {}

    /**
     * Those of the current transaction.
     *
     * @throws IllegalStateException outside a transaction: a line without its deed would be a lie
     */
    static PendingLines ofTransaction(LogWriter writer, Kind kind) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a journey-log line (" + kind.code() + ") needs the transaction of its deed");
        }
        if (TransactionSynchronizationManager.getResource(writer) instanceof PendingLines known) {
            return known;
        }
        PendingLines pending = new PendingLines(writer);
        TransactionSynchronizationManager.bindResource(writer, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    void add(Line line) {
        lines.add(new Pending(line, null));
    }

    void add(Line line, DecisionFacts sheet) {
        lines.add(new Pending(line, sheet));
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        List<Pending> batch = List.copyOf(lines);
        lines.clear();
        writer.write(batch);
    }

    /** A transaction within this one has lines of its own. */
    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(writer);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(writer, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(writer);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
