package org.leadrelay.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * Work that is looked for again and again, in short intervals on every node: what an event should
 * have started, and what waits for something outside. Running it more often, or on two nodes at
 * once, does no harm.
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
}
