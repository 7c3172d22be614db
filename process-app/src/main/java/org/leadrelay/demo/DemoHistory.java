package org.leadrelay.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo's past, lived through at its first start: leads come in, people answer them in time or
 * too late, and every promise, notice and line of the story is made by the product itself. A start
 * that was cut short goes on where it stood.
 */
@Component
@ConditionalOnDemo
class DemoHistory implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoHistory.class);

    private static final long SEED = 20_260_302;
    private static final double LEADS_A_DAY = 4;
    private static final Duration GRAIN = Duration.ofMinutes(5);

    private final DemoClock demo;
    private final Clock clock;
    private final CurrentPerson current;
    private final People people;
    private final Notices notices;
    private final SimulatedStaff office;
    private final SimulatedReading looks;
    private final SimulatedVisitors visitors;

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
            JdbcClient jdbc) {
        this.demo = demo;
        this.clock = clock;
        this.current = current;
        this.people = people;
        this.notices = notices;
        this.office = new SimulatedStaff(current, people, worklist, work, jdbc, calendars::forRep, login -> true, SEED);
        this.looks = new SimulatedReading(current, people, worklist, breaches, jdbc, calendars::forRep, SEED);
        this.visitors = new SimulatedVisitors(captures, charter.calendar().zone(), LEADS_A_DAY, SEED);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!demo.isInThePast()) {
            return;
        }
        LOG.info("The demo lives through its past first; this takes about a minute.");
        Instant began = clock.instant();
        var turns = new Turns(began);
        var moved = demo.live(Duration.ZERO, GRAIN, turns::next);
        LOG.info(
                "{} leads came, {} tasks were answered and {} jobs ran between {} and {}.",
                turns.came,
                turns.answered,
                moved.jobsRun(),
                began,
                moved.now());
    }

    /** What happens between two moves of the clock. */
    private final class Turns {

        private Instant before;
        private long came;
        private long answered;

        Turns(Instant began) {
            before = began;
        }

        Instant next(Instant now) {
            came += visitors.come(before, now);
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
            people.all().forEach(each -> current.as(SimulatedStaff.actor(each), notices::readAll));
        }
    }
}
