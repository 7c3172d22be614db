package org.leadrelay.promise;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * Time source of the ledger, in milliseconds. Timers know milliseconds: a finer due instant would let one fire
 * before its promise is due.
 */
@Component
public class PromiseClock {

    private final Clock clock;

    PromiseClock(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return counted(clock.instant());
    }

    /** A moment as the ledger counts it. */
    static Instant counted(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
