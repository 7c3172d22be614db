package org.leadrelay.demo;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.leadrelay.charter.Charter;
import org.leadrelay.platform.ConditionalOnDemo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Simulation of the demo's past at its first start: leads come in, people answer them in time or too late, and
 * every promise, notice and line of the log is made by the product itself. A start that was cut short goes on
 * where it stood.
 */
@Component
@ConditionalOnDemo
class DemoHistory {

    private static final Logger LOG = LoggerFactory.getLogger(DemoHistory.class);

    private static final Duration GRAIN = Duration.ofMinutes(5);
    private static final int MOST_FAILURES = 5;
    private static final int PATIENCE_SECONDS = 20;

    /** The order of what listens to the end of the start. */
    static final int AFTER_THE_START = Ordered.LOWEST_PRECEDENCE;

    private final DemoClock demo;
    private final Clock clock;
    private final ZoneId zone;
    private final SimulatedManagers managers;
    private final SimulatedStaff office;
    private final SimulatedReading looks;
    private final SimulatedVisitors visitors;
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "demo-history"));
    private volatile boolean stopping;

    DemoHistory(
            DemoClock demo,
            Clock clock,
            Charter charter,
            SimulatedManagers managers,
            SimulatedStaff office,
            SimulatedReading looks,
            SimulatedVisitors visitors) {
        this.demo = demo;
        this.clock = clock;
        this.zone = charter.calendar().zone();
        this.managers = managers;
        this.office = office;
        this.looks = looks;
        this.visitors = visitors;
    }

    /** After the banner: people look around while it is lived. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(AFTER_THE_START)
    void begin() {
        if (demo.isInThePast()) {
            background.execute(this::live);
        }
    }

    /** Ends at the next turn; the next start goes on there. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        background.shutdown();
        if (!background.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The demo's past was still being lived when the application stopped.");
        }
    }

    private void live() {
        for (int failures = 0; demo.isInThePast() && !stopping && failures < MOST_FAILURES; failures++) {
            try {
                liveToNow();
            } catch (Stopped stopped) {
                LOG.info("The demo's past is lived on at the next start, from {}.", clock.instant());
            } catch (RuntimeException e) {
                // People who look around work on the same leads.
                LOG.warn("The demo's past was interrupted at {} and goes on.", clock.instant(), e);
            }
        }
    }

    private void liveToNow() {
        LOG.info("The demo lives through its past; this takes about a minute.");
        Instant began = clock.instant();
        managers.begin(
                began.atZone(zone),
                demo.past().map(each -> Duration.ofDays(each.days())).orElse(Duration.ZERO));
        Turns turns = new Turns(began);
        DemoClock.Moved moved = demo.live(Duration.ZERO, GRAIN, turns::next);
        office.leaveAQuestion();
        LOG.info(
                "{} leads came, {} tasks were answered and {} jobs ran between {} and {}.",
                turns.came,
                turns.answered,
                moved.jobsRun(),
                began,
                moved.now());
    }

    /** The application ends in the middle of the past. */
    private static final class Stopped extends RuntimeException {}

    /** What happens between two moves of the clock. */
    private final class Turns {

        private Instant before;
        private long came;
        private long answered;

        Turns(Instant began) {
            before = began;
        }

        Instant next(Instant now) {
            if (stopping) {
                throw new Stopped();
            }
            came += visitors.come(before, now);
            Set<String> away = managers.away(now);
            looks.round(now);
            answered += office.round(now, login -> !away.contains(login));
            if (Duration.between(before, now).toHours() > 8) {
                looks.readNotices();
                LOG.info("It is {}.", now);
            }
            before = now;
            Instant visit = visitors.next(now);
            Instant round = office.next(now);
            return visit.isBefore(round) ? visit : round;
        }
    }
}
