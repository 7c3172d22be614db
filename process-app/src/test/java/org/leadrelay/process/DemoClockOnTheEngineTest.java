package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.Attendance;
import org.leadrelay.assignment.Reps;
import org.leadrelay.demo.DemoClock;
import org.leadrelay.demo.EngineClock;
import org.leadrelay.lead.Field;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Has an application of its own, for a clock that was moved forward never goes back. */
@ProductTest
@Import(JourneyDriver.class)
@TestPropertySource(properties = "spring.application.name=demo-clock")
class DemoClockOnTheEngineTest {

    @Autowired
    JourneyDriver journeys;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Reps reps;

    @Autowired
    Attendance attendance;

    @Autowired
    Clock clock;

    @Autowired
    SettableClock machine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ConfigurableListableBeanFactory beans;

    private DemoClock demo;

    @BeforeEach
    void theDemosClock() {
        ClockUtil.reset();
        machine.set(Instant.now());
        if (beans.containsSingleton("demoEngineClock")) {
            demo = beans.getBean(DemoClock.class);
            beans.getBean(EngineClock.class).ahead(Duration.between(machine.instant(), clock.instant()));
        } else {
            EngineClock engine = beans.createBean(EngineClockAdapter.class);
            beans.registerSingleton("demoEngineClock", engine);
            demo = beans.createBean(DemoClock.class);
            beans.registerSingleton("demosOwnClock", demo);
        }
        cast.person("ada", Roles.SALES_REP);
        cast.team("Inbound", "ada");
    }

    @AfterEach
    void theEnginesClockIsEverybodys() {
        ClockUtil.reset();
        for (String table : new String[] {"rep_place", "rep_absence", "rep_capacity"}) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void deadlines_fire_in_their_order_and_each_at_its_own_time() {
        // given
        UUID lead = journeys.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17"));
        Instant remind = instant(lead, "remind");
        Instant due = instant(lead, "due");
        // when
        DemoClock.Moved moved =
                demo.forward(Duration.between(clock.instant(), due).plus(Duration.ofMinutes(2)));
        // then
        assertThat(moved.jobsRun()).isGreaterThanOrEqualTo(3);
        assertThat(moved.now()).isEqualTo(clock.instant()).isAfter(due);
        assertThat(told(lead, "promise-reminded")).isBetween(remind, remind.plus(Duration.ofMinutes(1)));
        assertThat(told(lead, "promise-broken")).isBetween(due, due.plus(Duration.ofMinutes(1)));
        assertThat(journeys.step(lead)).isNotEqualTo("Activity_AnswerHandOff");
    }

    @Test
    void a_waiting_lead_goes_on_the_moment_a_rep_returns() {
        // given
        people.loginsByRole(Roles.SALES_REP).forEach(each -> reps.setCapacity(each, 0));
        reps.setCapacity("ada", 1);
        Instant back = clock.instant().plus(Duration.ofMinutes(20)).truncatedTo(ChronoUnit.SECONDS);
        attendance.away("ada", null, back);
        UUID lead = journeys.capture(Map.of(
                Field.NAME, "Ada Example",
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17"));
        assertThat(journeys.step(lead)).isEqualTo("Gateway_WaitForRep");
        // when
        demo.forward(Duration.ofMinutes(40));
        // then
        assertThat(told(lead, "choice")).isBetween(back, back.plus(Duration.ofMinutes(1)));
    }

    private Instant instant(UUID lead, String column) {
        return jdbc.sql("select " + column + " from task_item where lead_id = ? and step = 'Activity_AnswerHandOff'")
                .param(lead)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private Instant told(UUID lead, String kind) {
        return jdbc.sql("select min(at) from journey_log where lead_id = ? and kind = ?")
                .params(lead, kind)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }
}
