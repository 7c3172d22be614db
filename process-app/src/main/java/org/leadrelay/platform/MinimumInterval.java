package org.leadrelay.platform;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Throttle of work that is done on this node at most once in an interval. A clock that was put back makes it due. */
public final class MinimumInterval {

    private final Duration interval;
    private volatile @Nullable Instant last;

    public MinimumInterval(Duration interval) {
        this.interval = interval;
    }

    public boolean isDue(Instant now) {
        Instant done = last;
        return done == null || now.isBefore(done) || !now.isBefore(done.plus(interval));
    }

    /** Whether it is due; if so, the interval begins again. */
    public boolean begin(Instant now) {
        boolean due = isDue(now);
        if (due) {
            last = now;
        }
        return due;
    }
}
