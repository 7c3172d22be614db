package org.leadrelay.access;

import java.time.Duration;
import java.time.Instant;

/**
 * Back-off after failures: some are free, then each doubles the wait up to the longest; time makes
 * them forgotten one by one (a leaky bucket).
 *
 * @param free failures before the first wait, the one that begins it included
 * @param forgottenEvery how long it takes until one failure counts no more
 */
record ThrottleLimit(int free, Duration first, Duration longest, Duration forgottenEvery) {

    private static final int MOST_DOUBLINGS = 20;

    /** How many of these failures still count. A clock that was set back forgets nothing. */
    int level(int failures, Instant last, Instant now) {
        long forgotten = Math.max(0, Duration.between(last, now).dividedBy(forgottenEvery));
        return (int) Math.max(0, failures - forgotten);
    }

    /** How long no try is taken after that many failures. */
    Duration delay(int failures) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration doubled = first.multipliedBy(1L << Math.min(MOST_DOUBLINGS, failures - free));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}
