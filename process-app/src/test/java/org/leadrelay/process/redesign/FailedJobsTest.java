package org.leadrelay.process.redesign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.process.JourneyTest;
import org.leadrelay.redesign.EngineJobs.Place;
import org.leadrelay.redesign.FailedJobs;
import org.leadrelay.redesign.FailedStep;
import org.leadrelay.redesign.JobRepair;
import org.springframework.beans.factory.annotation.Autowired;

/** Steps that really fail: told by element, tried again, put off, and the lead goes on. */
class FailedJobsTest extends JourneyTest {

    private static final Place TOUCH = new Place("lead-nurture", "Activity_SendTouch");
    private static final int TRIES = 4;

    @Autowired
    FailedJobs failed;

    @Autowired
    JobRepair repair;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngineConfigurationImpl configuration;

    @Autowired
    Clock clock;

    @BeforeEach
    void a_process_owner_and_an_administrator() {
        cast.person("olga", Roles.PROCESS_OWNER);
        cast.person("adam", Roles.ADMINISTRATOR);
    }

    /** What failed in one test is no matter of the next. */
    @AfterEach
    void nobody_acts_and_nothing_is_left() {
        cast.actingAsNobody();
        management.createJobQuery().messages().list().stream()
                .map(Job::getProcessInstanceId)
                .distinct()
                .map(nurture -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(nurture)
                        .singleResult()
                        .getBusinessKey())
                .forEach(lead -> journeys.withdraw(UUID.fromString(lead)));
    }

    @Test
    void a_step_that_was_given_up_is_told_with_its_cause_and_its_leads() {
        // given
        UUID lead = givenUp();

        // when
        cast.actingAs("olga");
        FailedStep step = steps().get(0);

        // then
        assertThat(step.name()).isEqualTo("Send touch");
        assertThat(step.givenUp()).isEqualTo(1);
        assertThat(step.waiting()).isZero();
        assertThat(step.since()).isEqualTo(clock.instant());
        assertThat(step.cause()).isEqualTo("missing-value");
        assertThat(step.words()).contains("a value that this lead never got").doesNotContain("touchKind");
        assertThat(failed.at(TOUCH, 0, 50).items()).singleElement().satisfies(job -> {
            assertThat(job.lead()).isEqualTo(lead);
            assertThat(job.leadName()).isEqualTo("Grace Example");
            assertThat(job.nextTry()).isNull();
        });
        assertThat(failed.at(null, 0, 50).total()).isEqualTo(1);
        assertThat(failed.at(new Place("lead-nurture", "Activity_Other"), 0, 50).total())
                .isZero();
    }

    @Test
    void a_rep_sees_that_it_failed_and_not_which_lead_of_others_waits() {
        // given
        givenUp();

        // when
        cast.actingAs("ada");

        // then
        assertThat(failed.at(TOUCH, 0, 50).items()).singleElement().satisfies(job -> {
            assertThat(job.lead()).isNull();
            assertThat(job.leadName()).isNull();
        });
        assertThat(repair.allowed()).isFalse();
        assertThatThrownBy(() -> repair.retry(job().getId())).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> repair.retryAll(null)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> repair.postpone(job().getId(), clock.instant().plusSeconds(60)))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void the_trace_is_for_whoever_watches_the_operation() {
        // given
        givenUp();
        String job = job().getId();

        // then
        cast.actingAs("olga");
        assertThatThrownBy(() -> failed.trace(job)).isInstanceOf(Forbidden.class);
        cast.actingAs("adam");
        assertThat(failed.trace(job)).contains("touchKind is not set", "\tat ");
        assertThatThrownBy(() -> failed.trace("none")).isInstanceOf(NotFound.class);
    }

    @Test
    void tried_again_it_takes_its_lead_on_and_the_log_says_who_asked() {
        // given
        UUID lead = givenUp();
        String job = job().getId();
        mend(lead);

        // when
        cast.actingAs("olga");
        repair.retry(job);

        // then
        assertThat(steps())
                .singleElement()
                .satisfies(step -> assertThat(step.givenUp()).isZero());
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
        assertThat(lines("job-retried", job))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("olga ")
                        .contains("\"element\":\"Activity_SendTouch\"", "\"model\":\"lead-nurture\""));

        // and when
        cast.actingAsNobody();
        assertThat(management.createJobQuery().jobId(job).executable().count()).isOne();
        journeys.runJobs(lead);

        // then
        assertThat(journeys.step(lead)).isEqualTo("Gateway_WaitForTouch");
        cast.actingAs("olga");
        assertThat(steps()).isEmpty();
        assertThatThrownBy(() -> repair.retry(job)).isInstanceOf(NotFound.class);
    }

    @Test
    void what_fails_again_stands_there_again_after_one_try() {
        // given
        givenUp();
        Job job = job();
        cast.actingAs("olga");
        repair.retry(job.getId());
        cast.actingAsNobody();

        // when
        run(job);

        // then
        cast.actingAs("olga");
        assertThat(steps())
                .singleElement()
                .satisfies(step -> assertThat(step.givenUp()).isOne());
    }

    @Test
    void all_are_tried_again_at_once_those_of_one_step_or_everywhere() {
        // given
        UUID one = givenUp();
        UUID other = givenUp();
        mend(one);
        mend(other);
        cast.actingAs("olga");

        // when
        int elsewhere = repair.retryAll(new Place("lead-nurture", "Activity_Other"));
        int all = repair.retryAll(TOUCH);
        int left = repair.retryAll(null);

        // then
        assertThat(List.of(elsewhere, all, left)).containsExactly(0, 2, 0);
        cast.actingAsNobody();
        List.of(one, other).forEach(lead -> {
            journeys.runJobs(lead);
            assertThat(journeys.step(lead)).isEqualTo("Gateway_WaitForTouch");
        });
    }

    @Test
    void put_off_it_is_tried_by_itself_at_that_moment_and_not_before() {
        // given
        UUID lead = givenUp();
        String job = job().getId();
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));

        // when
        cast.actingAs("olga");
        repair.postpone(job, tomorrow);

        // then
        assertThat(steps()).singleElement().satisfies(step -> {
            assertThat(step.givenUp()).isZero();
            assertThat(step.waiting()).isOne();
            assertThat(step.nextTry()).isEqualTo(tomorrow);
        });
        assertThat(lines("job-postponed", job))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("olga ").contains("\"until\":\"" + tomorrow + "\""));
        assertThat(journeys.step(lead)).isEqualTo("Event_TouchDue");
        assertThat(management.createJobQuery().jobId(job).executable().count()).isZero();

        // and when
        cast.actingAsNobody();
        journeys.setClock(tomorrow);

        // then
        assertThat(management.createJobQuery().jobId(job).executable().count()).isOne();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        // given
        givenUp();
        String job = job().getId();
        UUID healthy = leadScored(null, null);
        String timer = management
                .createJobQuery()
                .timers()
                .processInstanceId(nurture(healthy))
                .list()
                .get(0)
                .getId();
        cast.actingAs("olga");

        // then
        assertThatThrownBy(() -> repair.postpone(job, clock.instant())).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> repair.postpone(job, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> repair.postpone(job, clock.instant().plus(Duration.ofDays(91))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> repair.retry(timer)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> repair.retry("none")).isInstanceOf(NotFound.class);
        assertThat(lines("job-retried", timer)).isEmpty();
    }

    /** A lead whose next touch cannot be written, however often it is tried. */
    private UUID givenUp() {
        UUID lead = leadScored(null, null);
        journeys.fireAlone(lead, "Event_TouchDue");
        String nurture = nurture(lead);
        engine.getRuntimeService().removeVariable(nurture, "touchKind");
        Job job = management
                .createJobQuery()
                .processInstanceId(nurture)
                .messages()
                .singleResult();
        for (int tried = 0; tried < TRIES; tried++) {
            run(job);
        }
        return lead;
    }

    private void run(Job job) {
        assertThatThrownBy(() -> ExecuteJobHelper.executeJob(job.getId(), configuration.getCommandExecutorTxRequired()))
                .isInstanceOf(RuntimeException.class);
    }

    /** What the model should have set. */
    private void mend(UUID lead) {
        engine.getRuntimeService().setVariable(nurture(lead), "touchKind", "mail");
    }

    private String nurture(UUID lead) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(lead.toString(), "lead-nurture")
                .singleResult()
                .getId();
    }

    private Job job() {
        return management.createJobQuery().messages().noRetriesLeft().list().get(0);
    }

    private List<FailedStep> steps() {
        return failed.steps().stream()
                .filter(each -> TOUCH.equals(new Place(each.model(), each.element())))
                .toList();
    }

    private List<String> lines(String kind, String subject) {
        return jdbc.sql("""
            select coalesce(person, login) || ' ' || details from journey_log left join person_ref on ref = person_ref
            where kind = ? and subject = ?
            """).params(kind, subject).query(String.class).list();
    }
}
