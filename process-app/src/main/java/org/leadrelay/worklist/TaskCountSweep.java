package org.leadrelay.worklist;

import java.time.Duration;
import org.leadrelay.platform.Sweep;
import org.springframework.stereotype.Component;

/** Scheduled compaction of {@link TaskCountTable}. */
@Component
class TaskCountSweep implements Sweep {

    private final TaskCountTable counts;

    TaskCountSweep(TaskCountTable counts) {
        this.counts = counts;
    }

    /** A count is right without being compacted. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofDays(1);
    }

    @Override
    public int sweep() {
        return counts.compact();
    }
}
