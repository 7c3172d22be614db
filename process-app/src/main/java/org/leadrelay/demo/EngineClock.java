package org.leadrelay.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Port to the engine's clock, and to the jobs that depend on it. */
public interface EngineClock {

    /** How far the engine's clock is ahead of the machine's from now on. */
    void ahead(Duration offset);

    /** Lets no further job start, and returns when none runs any more. */
    void pause();

    /** Lets jobs start by themselves again. */
    void resume();

    /** When the next job that may run is due, strictly after that instant; empty when none is. */
    Optional<Instant> nextDue(Instant after);

    /**
     * Runs every job that is due by the engine's clock, and those that become due by it, until none
     * is left; only while paused. A job that fails is left to its retries.
     *
     * @return how many were run, failed ones included
     */
    int runDue();
}
