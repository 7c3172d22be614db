package org.leadrelay.journal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * The lines of one transaction, written once, after everything else that writes before its commit.
 */
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
        var batch = List.copyOf(lines);
        lines.clear();
        writer.write(batch);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
