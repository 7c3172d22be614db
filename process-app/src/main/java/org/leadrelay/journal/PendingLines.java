package org.leadrelay.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TransactionBound;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Buffer of a transaction's log lines, written just before its commit. */
class PendingLines extends TransactionBound {

    private final LogWriter writer;
    private final List<Pending> lines = new ArrayList<>();

    private PendingLines(LogWriter writer) {
        super(writer);
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
        return TransactionBound.of(writer, PendingLines.class, () -> {
            writer.carryWriteBehind();
            return new PendingLines(writer);
        });
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

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
