package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Field;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine says when somebody was quicker than its timer, at the moment that is hardest. */
@ProductTest
@Import(JourneyDriver.class)
class LostRaceTest {

    private static final String ANSWER = "Activity_AnswerHandOff";

    @Autowired
    JourneyDriver journeys;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    private UUID lead;

    @BeforeEach
    void a_lead_to_answer() {
        journeys.setClock(SettableClock.MONDAY_MORNING);
        cast.person("ada", Roles.SALES_REP);
        cast.team("Inbound", "ada");
        lead = journeys.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17"));
    }

    @AfterEach
    void leave_the_application_as_it_was() {
        jdbc.sql("delete from rep_place").update();
    }

    @Test
    void an_answer_between_two_reads_of_a_timer_is_a_lost_race_and_no_failure() {
        for (String timer : new String[] {"Event_AnswerReminder", "Event_AnswerOverdue"}) {
            a_lead_to_answer();
            String job = management
                    .createJobQuery()
                    .processInstanceId(journeys.journey(lead).getId())
                    .activityId(timer)
                    .singleResult()
                    .getId();

            assertThatExceptionOfType(OptimisticLockingException.class)
                    .as("timer %s", timer)
                    .isThrownBy(() -> fireWhileAnswered(job));

            assertThat(management.createJobQuery().jobId(job).count()).isZero();
            assertThat(journeys.step(lead)).isEqualTo("Activity_MakeContact");
        }
    }

    /** The timer has read its execution, and not yet the journey's tree, as the answer commits. */
    private void fireWhileAnswered(String id) {
        engine.getCommandExecutorTxRequiresNew().execute(context -> {
            JobEntity job = context.getJobManager().findJobById(id);
            context.getExecutionManager().findExecutionById(job.getExecutionId());
            CompletableFuture.runAsync(this::answer).join();
            job.execute(context);
            return null;
        });
    }

    private void answer() {
        String rep = tasks.createTaskQuery()
                .taskId(journeys.task(lead, ANSWER))
                .singleResult()
                .getAssignee();
        journeys.answer(lead, ANSWER, rep, Map.of("outcome", "accept"));
    }
}
