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
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.Charter;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.notification.Notices;
import org.leadrelay.platform.ConditionalOnDemo;
import org.leadrelay.promise.Breaches;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskQueries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private static final long SEED = 20_260_302;
    private static final double LEADS_A_DAY = 4;
    private static final Duration GRAIN = Duration.ofMinutes(5);
    private static final int MOST_FAILURES = 5;
    private static final int PATIENCE_SECONDS = 20;

    /** The order of what listens to the end of the start. */
    static final int AFTER_THE_START = Ordered.LOWEST_PRECEDENCE;

    private final DemoClock demo;
    private final Clock clock;
    private final CurrentPerson current;
    private final People people;
    private final Notices notices;
    private final SimulatedManagers managers;
    private final ZoneId zone;
    private final SimulatedStaff office;
    private final SimulatedReading looks;
    private final SimulatedVisitors visitors;
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "demo-history"));
    private volatile Set<String> away = Set.of();
    private volatile boolean stopping;

    DemoHistory(
            DemoClock demo,
            Clock clock,
            CurrentPerson current,
            People people,
            Notices notices,
            TaskQueries worklist,
            TaskCommands work,
            LeadCapture captures,
            Breaches breaches,
            Charter charter,
            BusinessCalendars calendars,
            SimulatedManagers managers,
            JdbcClient jdbc) {
        this.demo = demo;
        this.clock = clock;
        this.current = current;
        this.people = people;
        this.notices = notices;
        this.managers = managers;
        this.office =
                new SimulatedStaff(current, people, worklist, work, jdbc, calendars::forRep, this::isPresent, SEED);
        this.looks = new SimulatedReading(current, people, worklist, breaches, jdbc, calendars::forRep, SEED);
        this.zone = charter.calendar().zone();
        this.visitors = new SimulatedVisitors(captures, zone, LEADS_A_DAY, SEED);
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

    private boolean isPresent(String login) {
        return !away.contains(login);
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
            away = managers.away(now);
            looks.round(now);
            answered += office.round(now);
            if (Duration.between(before, now).toHours() > 8) {
                readEverything();
                LOG.info("It is {}.", now);
            }
            before = now;
            Instant visit = visitors.next(now);
            Instant round = office.next(now);
            return visit.isBefore(round) ? visit : round;
        }

        /** Nobody comes back to six weeks of unread notices. */
        private void readEverything() {
            people.all().forEach(each -> current.as(people.actor(each), notices::readAll));
        }
    }
}
