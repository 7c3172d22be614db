package org.leadrelay.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Recurring job that every node runs in short intervals: work that an event should have started, or that waits
 * for something outside. Idempotent on all nodes. Running it more often, or on two nodes at once, does no harm.
 */
public interface Sweep {

    /** Does what there is to do, and says how much it was. */
    int sweep();

    /**
     * When, after that instant, work will be due that waits for nothing but the clock; empty when
     * none is known. The demo's clock does not jump over it.
     */
    default Optional<Instant> nextDue(Instant after) {
        return Optional.empty();
    }

    /**
     * How late, by the product's clock, its work may be while the demo's clock jumps; zero when the next step of a lead may
     * need it. Real time does not know this: every run of the scheduler runs all.
     */
    default Duration delayWhileJumping() {
        return Duration.ZERO;
    }
}
