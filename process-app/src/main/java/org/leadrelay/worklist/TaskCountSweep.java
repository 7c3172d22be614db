package org.leadrelay.worklist;

import org.leadrelay.platform.Sweep;
import org.springframework.stereotype.Component;

/** Scheduled compaction of {@link TaskCountTable}. */
@Component
class TaskCountSweep implements Sweep {

    private final TaskCountTable counts;

    TaskCountSweep(TaskCountTable counts) {
        this.counts = counts;
    }

    @Override
    public int sweep() {
        return counts.compact();
    }
}
