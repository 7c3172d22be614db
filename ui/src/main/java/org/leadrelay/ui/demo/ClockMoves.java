package org.leadrelay.ui.demo;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.leadrelay.demo.DemoClock;
import org.leadrelay.platform.ConditionalOnDemo;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.ProductException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Background moves of the demo's clock, shared by everybody who looks: a long way takes minutes, and the one who
 * asked may leave and come back.
 */
@Component
@ConditionalOnDemo
class ClockMoves {

    private static final Logger LOG = LoggerFactory.getLogger(ClockMoves.class);

    private final DemoClock demo;
    private final Clock clock;
    private final AtomicReference<@Nullable Move> last = new AtomicReference<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "demo-clock");
        thread.setDaemon(true);
        return thread;
    });

    ClockMoves(DemoClock demo, Clock clock) {
        this.demo = demo;
        this.clock = clock;
    }

    /**
     * A move, running or over.
     *
     * @param jobsRun how many jobs came due on the way; null while it runs
     * @param refusal why it did not get there
     */
    record Move(
            Instant from,
            Instant to,
            @Nullable Long jobsRun,
            @Nullable String refusal) {

        boolean isRunning() {
            return jobsRun == null && refusal == null;
        }

        /** From 0 to 1. */
        double progress(Instant now) {
            double whole = Duration.between(from, to).toMillis();
            double done = Duration.between(from, now).toMillis();
            return whole <= 0 ? 1 : Math.max(0, Math.min(1, done / whole));
        }
    }

    Instant now() {
        return clock.instant();
    }

    DemoClock.Time time() {
        return demo.time();
    }

    @Nullable
    Move last() {
        return last.get();
    }

    /**
     * Begins a move.
     *
     * @throws Conflict while another one runs
     */
    void start(Duration way, String alreadyMoving) {
        Instant from = clock.instant();
        Move move = new Move(from, from.plus(way), null, null);
        Move before = last.get();
        if ((before != null && before.isRunning()) || !last.compareAndSet(before, move)) {
            throw new Conflict(alreadyMoving);
        }
        Locale language = LocaleContextHolder.getLocale();
        executor.execute(() -> run(move, way, language));
    }

    /** In the language of whoever asked, who may be refused. */
    private void run(Move move, Duration way, Locale language) {
        LocaleContextHolder.setLocale(language);
        try {
            DemoClock.Moved moved = demo.forward(way);
            last.set(new Move(move.from(), move.to(), moved.jobsRun(), null));
        } catch (ProductException refusal) {
            last.set(new Move(move.from(), move.to(), null, refusal.words()));
        } catch (RuntimeException failure) {
            LOG.error("The demo's clock could not be moved", failure);
            last.set(new Move(move.from(), move.to(), null, String.valueOf(failure.getMessage())));
        }
    }

    @PreDestroy
    void stop() {
        executor.shutdown();
    }
}
