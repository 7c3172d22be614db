package org.leadrelay.demo;

import jakarta.annotation.PostConstruct;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.ConditionalOnDemo;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.ProductClock;
import org.leadrelay.platform.Sweep;
import org.leadrelay.platform.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Moves the product's clock forward, so that deadlines can be watched as they fire. It goes from
 * one due job to the next and lets each run before it goes on: no job is running while the clock
 * moves, and what a job plans for later is counted from its own time, at most a minute late. The
 * clock stays ahead over a restart.
 */
@Service
@ConditionalOnDemo
public class DemoClock {

    private static final Wording WORDING = Wording.of(DemoClock.class);

    /** The longest way in one go. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** Timers that are put off for good stand in the year 9999 and must not come near. */
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private final ProductClock clock;
    private final ObjectProvider<EngineClock> engine;
    private final ObjectProvider<Sweep> sweeps;
    private final JdbcClient jdbc;
    private final ReentrantLock moving = new ReentrantLock(true);

    DemoClock(
            ProductClock clock,
            ObjectProvider<EngineClock> engine,
            ObjectProvider<Sweep> sweeps,
            JdbcClient jdbc) {
        this.clock = clock;
        this.engine = engine;
        this.sweeps = sweeps;
        this.jdbc = jdbc;
    }

    /**
     * What moving the clock did.
     *
     * @param now the product's time afterwards
     * @param jobsRun how many jobs came due on the way and were run
     */
    public record Moved(Instant now, long jobsRun) {}

    /**
     * Where the clock stands.
     *
     * @param ahead how far it is ahead of the machine's clock
     * @param nextDue when the next timer fires, null when none is set
     */
    public record Time(Instant now, Duration ahead, @Nullable Instant nextDue) {}

    @PostConstruct
    void goOnWhereItStood() {
        jdbc.sql("select ahead_ms from demo_clock where id = 1")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .ifPresent(this::set);
    }

    /** Where the clock stands now. */
    public Time time() {
        Instant now = clock.instant();
        Optional<Instant> next = nextDue(engine.getObject(), now);
        return new Time(now, clock.offset(), next.filter(each -> each.isBefore(END)).orElse(null));
    }

    /**
     * Moves the clock and returns when all that came due has run. Moves that are asked for at the
     * same time happen one after the other.
     *
     * @throws Invalid when the way is not positive, longer than {@link #LONGEST}, or too far in all
     */
    public Moved forward(Duration way) {
        check(way);
        moving.lock();
        try {
            if (clock.instant().plus(way).isAfter(END)) {
                throw Invalid.field("forward", WORDING.say("end"));
            }
            return move(clock.offset().plus(way));
        } finally {
            moving.unlock();
        }
    }

    private static void check(Duration way) {
        if (way.toMillis() <= 0) {
            throw Invalid.field("forward", WORDING.say("backward"));
        }
        if (way.compareTo(LONGEST) > 0) {
            throw Invalid.field("forward", WORDING.say("tooFar"));
        }
    }

    private Moved move(Duration target) {
        EngineClock jobs = engine.getObject();
        jobs.pause();
        try {
            long run = drain(jobs);
            while (clock.offset().compareTo(target) < 0) {
                set(clock.offset().plus(step(jobs, target.minus(clock.offset()))));
                save();
                run += drain(jobs);
            }
            return new Moved(clock.instant(), run);
        } finally {
            jobs.resume();
        }
    }

    /** To the full minute after the next due job, so that all of that minute run in one step. */
    private Duration step(EngineClock jobs, Duration left) {
        Instant now = clock.instant();
        return nextDue(jobs, now)
                .map(due -> Duration.between(now, fullMinute(due)))
                .filter(way -> way.compareTo(left) < 0)
                .orElse(left);
    }

    /** Whatever comes first: a job of the engine, or what a sweep waits for. */
    private Optional<Instant> nextDue(EngineClock jobs, Instant after) {
        return Stream.concat(
                        jobs.nextDue(after).stream(),
                        sweeps.stream().flatMap(sweep -> sweep.nextDue(after).stream()))
                .min(Comparator.naturalOrder());
    }

    private static Instant fullMinute(Instant due) {
        Instant minute = due.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(due) ? due : minute.plus(1, ChronoUnit.MINUTES);
    }

    private long drain(EngineClock jobs) {
        long run = 0;
        int done;
        do {
            done = jobs.runDue();
            run += done;
            done += sweeps.stream().mapToInt(Sweep::sweep).sum();
        } while (done > 0);
        return run;
    }

    private void set(Duration ahead) {
        clock.shiftTo(ahead);
        engine.ifAvailable(jobs -> jobs.ahead(ahead));
    }

    private void save() {
        jdbc.sql(
                        """
                        insert into demo_clock (id, ahead_ms, moved_at) values (1, ?, ?)
                        on conflict (id) do update
                        set ahead_ms = excluded.ahead_ms, moved_at = excluded.moved_at
                        """)
                .params(clock.offset().toMillis(), Timestamp.from(clock.base().instant()))
                .update();
    }
}
