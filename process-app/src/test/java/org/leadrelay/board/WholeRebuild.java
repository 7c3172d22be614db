package org.leadrelay.board;

import org.springframework.transaction.support.TransactionOperations;

/** Rebuild of the projection from the beginning of all logs to their end, as a job and its sweeps do it. */
final class WholeRebuild {

    private final LapFactProgress progress;
    private final LapFactSweep sweep;
    private final TransactionOperations transactions;

    WholeRebuild(LapFactProgress progress, LapFactSweep sweep, TransactionOperations transactions) {
        this.progress = progress;
        this.sweep = sweep;
        this.transactions = transactions;
    }

    /** @return how many leads were folded */
    int run() {
        transactions.executeWithoutResult(status -> progress.startAnew());
        int all = 0;
        int some;
        do {
            some = sweep.sweep();
            all += some;
        } while (some > 0);
        return all;
    }
}
