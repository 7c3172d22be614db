package org.leadrelay.board;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.charter.Charter;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.Sweep;
import org.leadrelay.workingtime.BusinessCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Projection of the journey log into {@code lap_fact}, asynchronous: no command on a lead waits for it. A lead whose
 * log has grown is folded from its first line again, and its rows are replaced with the position in one transaction,
 * so that a node may die at any moment. One node at a time, batch by batch.
 */
@Component
class LapFactSweep implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(LapFactSweep.class);

    private static final String LOCK = "lap-facts";

    /** Version of the fold, increased when it reads more or otherwise: older rows are recomputed. */
    private static final String RULES = "rules 2";

    static final int BATCH = 250;

    /** Other sweeps wait meanwhile; what is left is the next one's, on whichever node. */
    static final int MOST_BATCHES = 4;

    private final LapFactProgress progress;
    private final JourneyLogReader logs;
    private final LapFactTable table;
    private final Charter charter;
    private final AdvisoryLock lock;
    private final TransactionTemplate transactions;

    LapFactSweep(
            LapFactProgress progress,
            JourneyLogReader logs,
            LapFactTable table,
            Charter charter,
            AdvisoryLock lock,
            TransactionTemplate transactions) {
        this.progress = progress;
        this.logs = logs;
        this.table = table;
        this.charter = charter;
        this.lock = lock;
        this.transactions = transactions;
    }

    /** Boards are read when the clock stands. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofHours(1);
    }

    @Override
    public int sweep() {
        BusinessCalendar calendar = charter.calendar();
        LapFactTable.Hours hours = new LapFactTable.Hours(calendar, new WorkingSeconds(calendar));
        int all = 0;
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            Integer folded = transactions.execute(status -> lock.takenUntilCommit(LOCK) ? next(hours) : 0);
            int some = folded == null ? 0 : folded;
            all += some;
            if (some < BATCH) {
                return all;
            }
        }
        return all;
    }

    private int next(LapFactTable.Hours hours) {
        progress.startAnewUnless(RULES + ", calendar " + hours.calendar().version() + ", mature from "
                + charter.current().matureFrom());
        LapFactProgress.Behind behind = progress.behind(BATCH);
        Map<UUID, Long> heads = behind.heads();
        if (!heads.isEmpty()) {
            JourneyLogReader.Folded folded = logs.fold(heads.keySet(), hours);
            Map<UUID, String> unreadable = new HashMap<>(folded.unreadable());
            unreadable.putAll(table.replace(folded.rows()));
            unreadable.forEach((lead, why) ->
                    LOG.warn("Lead {} is in no number of the boards, for it cannot be read: {}", lead, why));
            progress.readTo(heads, unreadable);
        }
        if (heads.size() < BATCH) {
            progress.caughtUp(behind);
        }
        return heads.size();
    }
}
