package org.leadrelay.journal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/** Buffer of a transaction's log lines, written just before its commit. */
class PendingLines implements TransactionSynchronization, Ordered {

    private final LogWriter writer;
    private final List<Line> lines = new ArrayList<>();

    PendingLines(LogWriter writer) {
        this.writer = writer;
    }

    void add(Line line) {
        lines.add(line);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        List<Line> batch = List.copyOf(lines);
        lines.clear();
        writer.write(batch);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
