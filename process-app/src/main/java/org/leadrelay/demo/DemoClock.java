package org.leadrelay.demo;

import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.ConditionalOnDemo;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.ProductClock;
import org.leadrelay.platform.Sweep;
import org.leadrelay.platform.Wording;
import org.leadrelay.worklist.InboxChanges;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Time travel: moves the product's clock to the next deadline. It goes from one due job to the next and lets each run
 * before it goes on: no job is running while the clock moves, and what a job plans for later is counted from its own
 * time, at most a minute late. The clock stays ahead over a restart.
 */
@Service
@ConditionalOnDemo
public class DemoClock {

    private static final Wording WORDING = Wording.of(DemoClock.class);

    /** The longest way in one go. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** Timers that are put off for good stand in the year 9999 and must not come near. */
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    /** Deadlines are watched to the minute. */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ProductClock clock;
    private final ObjectProvider<EngineClock> engine;
    private final ObjectProvider<Sweep> sweeps;
    private final DemoClockTable table;
    private final InboxChanges inbox;
    private final Duration past;
    private final ReentrantLock moving = new ReentrantLock(true);

    DemoClock(
            ProductClock clock,
            ObjectProvider<EngineClock> engine,
            ObjectProvider<Sweep> sweeps,
            DemoClockTable table,
            InboxChanges inbox,
            @Value("${leadrelay.demo.past:P42D}") Duration past) {
        this.clock = clock;
        this.engine = engine;
        this.sweeps = sweeps;
        this.table = table;
        this.inbox = inbox;
        this.past = past;
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
     * @param nextDeadline when the next promise has to be kept, null when none is open
     */
    public record Time(
            Instant now,
            Duration ahead,
            @Nullable Instant nextDue,
            @Nullable Instant nextDeadline) {}

    /** An empty database gets a past: its clock begins that long ago. */
    @PostConstruct
    void goOnWhereItStood() {
        table.ahead()
                .or(() -> isNew() ? Optional.of(past.negated()) : Optional.empty())
                .ifPresent(ahead -> {
                    if (ahead.isNegative()) {
                        clock.beginAt(ahead);
                    }
                    set(ahead);
                });
    }

    /** Whether the demo still has some of its past to live through. */
    boolean isInThePast() {
        return clock.offset().isNegative();
    }

    /**
     * How far the demo has come in living through its past.
     *
     * @param day the day that is being lived, from 1
     * @param days how many there are
     */
    public record PastProgress(long day, long days) {}

    /** Empty when the demo has reached the present. */
    public Optional<PastProgress> past() {
        Duration left = clock.offset().negated();
        if (left.isNegative() || left.isZero()) {
            return Optional.empty();
        }
        long daysLeft = left.minusNanos(1).toDays() + 1;
        long days = Math.max(past.toDays(), daysLeft);
        return Optional.of(new PastProgress(days - daysLeft + 1, days));
    }

    private boolean isNew() {
        return !past.isZero() && table.nobodyIsHere();
    }

    /** Where the clock stands now. */
    public Time time() {
        Instant now = clock.instant();
        Optional<Instant> next = due(engine.getObject()).next(now);
        return new Time(
                now,
                clock.offset(),
                next.filter(each -> each.isBefore(END)).orElse(null),
                table.nextDeadline(now).orElse(null));
    }

    /**
     * Moves the clock to the moment at which the next promise has to be kept, and a minute on, so
     * that what happens then can be seen.
     *
     * @throws Invalid when no promise is open
     */
    public Moved toNextDeadline() {
        moving.lock();
        try {
            Instant now = clock.instant();
            Instant due =
                    table.nextDeadline(now).orElseThrow(() -> Invalid.field("forward", WORDING.text("noDeadline")));
            return forward(Duration.between(now, due.plus(MINUTE)));
        } finally {
            moving.unlock();
        }
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
                throw Invalid.field("forward", WORDING.text("end"));
            }
            table.noteMove(clock.instant(), way);
            return live(clock.offset().plus(way), MINUTE, now -> Instant.MAX);
        } finally {
            moving.unlock();
        }
    }

    private static void check(Duration way) {
        if (way.toMillis() <= 0) {
            throw Invalid.field("forward", WORDING.text("backward"));
        }
        if (way.compareTo(LONGEST) > 0) {
            throw Invalid.field("forward", WORDING.text("tooFar"));
        }
    }

    /**
     * Lives through the time until the clock is that far ahead of the machine's: what comes due on
     * the way runs, and people act in between.
     *
     * @param grain what comes due within it runs in one step, at its end
     * @param people told the time, acts, and says when it wants to be told again
     */
    Moved live(Duration target, Duration grain, UnaryOperator<Instant> people) {
        moving.lock();
        EngineClock jobs = engine.getObject();
        DueWork due = due(jobs);
        jobs.pause();
        try {
            long run = due.drain(clock.instant());
            Instant wanted = people.apply(clock.instant());
            run += due.drain(clock.instant());
            while (clock.offset().compareTo(target) < 0) {
                set(clock.offset().plus(step(due, grain, wanted, target.minus(clock.offset()))));
                save();
                run += due.drain(clock.instant());
                if (!clock.instant().isBefore(wanted)) {
                    wanted = people.apply(clock.instant());
                    run += due.drain(clock.instant());
                }
            }
            run += due.drainAll(clock.instant());
            return new Moved(clock.instant(), run);
        } finally {
            jobs.resume();
            inbox.invalidateAll();
            moving.unlock();
        }
    }

    /** To the end of the grain in which the next job is due, unless people want to act before. */
    private Duration step(DueWork due, Duration grain, Instant wanted, Duration left) {
        Instant now = clock.instant();
        Duration toPeople = Duration.between(now, wanted);
        Duration most = toPeople.compareTo(left) < 0 ? toPeople : left;
        Duration way = due.next(now)
                .map(next -> Duration.between(now, endOfGrain(next, grain)))
                .filter(each -> each.compareTo(most) < 0)
                .orElse(most);
        return way.isNegative() ? Duration.ZERO : way;
    }

    private DueWork due(EngineClock jobs) {
        return new DueWork(jobs, sweeps::stream);
    }

    private static Instant endOfGrain(Instant due, Duration grain) {
        long length = grain.toMillis();
        return Instant.ofEpochMilli(-Math.floorDiv(-due.toEpochMilli(), length) * length);
    }

    private void set(Duration ahead) {
        clock.shiftTo(ahead);
        engine.ifAvailable(jobs -> jobs.ahead(ahead));
    }

    private void save() {
        table.save(clock.offset(), clock.base().instant());
    }
}
