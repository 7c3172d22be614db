package org.leadrelay.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.leadrelay.platform.Sweep;

/**
 * Drain of what is due at one instant of a clock that jumps: jobs of the engine, and sweeps. Jobs make work for sweeps and sweeps
 * for jobs, so both run until neither does anything. A sweep that no lead waits for runs at most once in its
 * {@link Sweep#delayWhileJumping() delay}, and at the end.
 */
final class DueWork {

    private final EngineClock jobs;
    private final Supplier<Stream<Sweep>> sweeps;
    private final IdentityHashMap<Sweep, Instant> ran = new IdentityHashMap<>();

    DueWork(EngineClock jobs, Supplier<Stream<Sweep>> sweeps) {
        this.jobs = jobs;
        this.sweeps = sweeps;
    }

    /** Whatever comes first after that instant: a job of the engine, or what a sweep waits for. */
    Optional<Instant> next(Instant after) {
        return Stream.concat(jobs.nextDue(after).stream(), sweeps.get().flatMap(sweep -> sweep.nextDue(after).stream()))
                .min(Comparator.naturalOrder());
    }

    /** Runs what is due, and says how many jobs ran. */
    long drain(Instant now) {
        long run = 0;
        int done;
        do {
            done = jobs.runDue();
            run += done;
            done += sweeps.get()
                    .mapToInt(each -> isDue(each, now) ? sweep(each, now) : 0)
                    .sum();
        } while (done > 0);
        return run;
    }

    /** Runs every sweep, then whatever that made due. */
    long drainAll(Instant now) {
        ran.clear();
        return drain(now);
    }

    private boolean isDue(Sweep sweep, Instant now) {
        Instant last = ran.get(sweep);
        return last == null
                || sweep.delayWhileJumping().isZero()
                || !now.isBefore(last.plus(sweep.delayWhileJumping()));
    }

    private int sweep(Sweep sweep, Instant now) {
        int done = sweep.sweep();
        if (done == 0) {
            ran.put(sweep, now);
        }
        return done;
    }
}
