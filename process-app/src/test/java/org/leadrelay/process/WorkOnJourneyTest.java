package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.leadrelay.testing.AtOnce.atOnce;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Field;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.ProductException;
import org.leadrelay.promise.PromiseRow;
import org.leadrelay.promise.Promises;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.InboxRebuild;
import org.leadrelay.worklist.Notes;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskQueries;
import org.leadrelay.worklist.TaskRow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do in the inbox, with the engine and the models that are shipped. */
@ProductTest
@OwnDatabase
@Import(JourneyDriver.class)
class WorkOnJourneyTest {

    private static final String ANSWER = "Activity_AnswerHandOff";
    private static final Map<Field, String> READY = Map.of(
            Field.NAME, "Grace Example",
            Field.COMPANY, "Example Works",
            Field.PROFILE_SCORE, "19",
            Field.ACTIVITY_SCORE, "17");

    @Autowired
    JourneyDriver journeys;

    @Autowired
    TaskCommands work;

    @Autowired
    TaskQueries worklist;

    @Autowired
    Notes notes;

    @Autowired
    Promises promises;

    @Autowired
    InboxRebuild rebuild;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @BeforeEach
    void people() {
        journeys.setClock(SettableClock.MONDAY_MORNING);
        cast.person("ada", Roles.SALES_REP);
        cast.person("ben", Roles.SALES_REP);
        cast.person("boss", Roles.SALES_MANAGER);
        cast.person("mara", Roles.MARKETING);
        cast.person("admin2", Roles.ADMINISTRATOR);
        cast.team("Inbound", "ada", "ben", "boss");
    }

    @AfterEach
    void leave_the_application_as_it_was() {
        cast.person("ben", Roles.MARKETING);
        jdbc.sql("delete from rep_place").update();
    }

    @Test
    void the_inbox_shows_the_engines_task_with_its_promise() {
        // given
        UUID lead = journeys.capture(READY);
        cast.actingAs("boss");

        // when
        TaskRow row = worklist.ofLead(lead).get(0);

        // then
        Task task = tasks.createTaskQuery().taskId(row.id()).singleResult();
        assertThat(row.step()).isEqualTo(ANSWER);
        assertThat(row.assignee()).isEqualTo(task.getAssignee()).isIn("ada", "ben");
        assertThat(row.due())
                .isEqualTo(task.getDueDate().toInstant())
                .isEqualTo(only(lead).due());
        assertThat(row.lead()).isEqualTo("Grace Example");
    }

    @Test
    void a_rejection_without_a_reason_is_refused_by_the_models_own_form() {
        // given
        UUID lead = journeys.capture(READY);
        String id = journeys.task(lead, ANSWER);
        cast.actingAs(assignee(id));

        // when
        Invalid refusal = catchThrowableOfType(Invalid.class, () -> work.complete(id, Map.of("outcome", "reject")));
        Invalid other = catchThrowableOfType(
                Invalid.class, () -> work.complete(id, Map.of("outcome", "reject", "rejectionReason", "other")));

        // then
        assertThat(refusal.violations()).extracting(Invalid.Violation::field).containsExactly("rejectionReason");
        assertThat(other.violations()).extracting(Invalid.Violation::field).containsExactly("otherReason");
        assertThat(only(lead).state()).isEqualTo("open");
    }

    @Test
    void a_review_starts_with_the_next_step_that_was_agreed_for_the_reason() {
        assertThat(proposedFor("tooEarly")).isEqualTo("recycle");
        assertThat(proposedFor("competitor")).isEqualTo("junk");
    }

    private String proposedFor(String reason) {
        UUID lead = journeys.capture(READY);
        String id = journeys.task(lead, ANSWER);
        cast.actingAs(assignee(id));
        work.complete(id, Map.of("outcome", "reject", "rejectionReason", reason));
        cast.actingAs("mara");
        return worklist.task(journeys.task(lead, "Activity_ReviewRejection"))
                .form()
                .field("outcome")
                .orElseThrow()
                .defaultValue();
    }

    @Test
    void words_stay_with_the_lead_and_never_reach_the_engine() {
        // given
        UUID lead = journeys.capture(READY);
        String id = journeys.task(lead, ANSWER);
        cast.actingAs(assignee(id));

        // when
        work.complete(id, Map.of("outcome", "reject", "rejectionReason", "other", "otherReason", "Xylophone maker"));

        // then
        assertThat(notes.of(lead)).extracting(Notes.Note::text).containsExactly("Xylophone maker");
        assertThat(jdbc.sql("select count(*) from act_hi_varinst where text_ like '%ylophone%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(only(lead).state()).isEqualTo("kept");
    }

    @Test
    void when_the_manager_gives_a_task_to_another_rep_the_lead_goes_with_it() {
        // given
        UUID lead = journeys.capture(READY);
        String id = journeys.task(lead, ANSWER);
        String first = assignee(id);
        String second = first.equals("ada") ? "ben" : "ada";

        // when
        cast.actingAs("boss");
        work.reassign(id, second);
        journeys.answer(lead, ANSWER, second, Map.of("outcome", "accept"));

        // then
        assertThat(assignee(journeys.task(lead, "Activity_MakeContact"))).isEqualTo(second);
        assertThat(jdbc.sql("select owner from lead where id = ?")
                        .param(lead)
                        .query(String.class)
                        .single())
                .isEqualTo(second);
        assertThat(jdbc.sql("select login from rep_place where lead_id = ?")
                        .param(lead)
                        .query(String.class)
                        .single())
                .isEqualTo(second);
        assertThat(promises.of(lead, Locale.ENGLISH))
                .extracting(PromiseRow::clause, PromiseRow::state)
                .contains(tuple("answerHandOff", "kept"));
    }

    @Test
    void a_question_pauses_the_reps_promise_until_marketing_answers() {
        // given
        UUID lead = journeys.capture(READY);
        String id = journeys.task(lead, ANSWER);
        String rep = assignee(id);
        Instant due = only(lead).due();

        // when
        journeys.advance(Duration.ofMinutes(10));
        cast.actingAs(rep);
        work.ask(id, "Who decides?");
        TaskRow waiting = worklist.task(id).task();
        journeys.advance(Duration.ofMinutes(30));
        journeys.answer(lead, "Activity_AnswerQuestion", "mara", Map.of("outcome", "answered", "answer", "The board"));

        // then
        assertThat(waiting.waiting()).isTrue();
        assertThat(waiting.due()).isNull();
        cast.actingAs(rep);
        TaskRow back = worklist.task(id).task();
        assertThat(back.waiting()).isFalse();
        assertThat(back.due()).isEqualTo(due.plus(Duration.ofMinutes(30)));
        assertThat(timer(lead, "Event_AnswerOverdue")).isEqualTo(back.due());
        assertThat(notes.of(lead)).extracting(Notes.Note::text).containsExactly("The board", "Who decides?");
    }

    @Test
    void of_two_who_complete_a_real_task_at_once_one_wins() throws Exception {
        // given
        cast.person("mike", Roles.MARKETING);
        for (int round = 0; round < 5; round++) {
            UUID lead = journeys.capture(READY);
            String id = journeys.task(lead, ANSWER);
            cast.actingAs(assignee(id));
            work.release(id);
            cast.actingAsNobody();

            // when
            List<String> outcomes = atOnce(
                    completing(id, "ada", Map.of("outcome", "accept")),
                    completing(id, "ben", Map.of("outcome", "accept")));

            // then
            String winner = jdbc.sql("select person from task_done where task_id = ?")
                    .param(id)
                    .query(String.class)
                    .single();
            assertThat(outcomes).containsExactlyInAnyOrder("done", "taken by " + winner);
            journeys.runJobs(lead);
            assertThat(assignee(journeys.task(lead, "Activity_MakeContact"))).isEqualTo(winner);
        }
    }

    @Test
    void a_person_and_a_deadline_at_the_same_task_leave_one_story() throws Exception {
        for (int round = 0; round < 5; round++) {
            // given
            UUID lead = journeys.capture(READY);
            String id = journeys.task(lead, ANSWER);
            String rep = assignee(id);
            journeys.setClock(only(lead).due());
            JobEntity timer = job(lead, "Event_AnswerOverdue");

            // when
            List<String> outcomes = atOnce(completing(id, rep, Map.of("outcome", "accept")), () -> {
                try {
                    management.executeJob(timer.getId());
                    return "fired";
                } catch (OptimisticLockingException | NullValueException e) {
                    return "too late";
                }
            });
            journeys.runJobs(lead);

            // then
            assertThat(outcomes).containsAnyOf("done", "fired");
            if (outcomes.contains("done")) {
                assertThat(journeys.step(lead)).isEqualTo("Activity_MakeContact");
            } else {
                assertThat(outcomes.get(0)).isEqualTo("taken by null");
                cast.actingAs(rep);
                assertThat(work.draft(id)).containsEntry("outcome", "accept");
                cast.actingAsNobody();
            }
            assertThat(promises.of(lead, Locale.ENGLISH).get(0).state()).isEqualTo("broken");
            journeys.setClock(SettableClock.MONDAY_MORNING);
        }
    }

    @Test
    void a_rebuilt_inbox_is_the_inbox_that_was() {
        // given
        UUID lead = journeys.capture(READY);
        String id = journeys.task(lead, ANSWER);
        cast.actingAs(assignee(id));
        work.ask(id, "Who decides?");
        cast.actingAs("boss");
        List<TaskRow> before = worklist.ofLead(lead);
        cast.actingAs("admin2");
        rebuild.rebuild();
        jdbc.sql("delete from task_item where lead_id = ?").param(lead).update();

        // when
        InboxRebuild.Rebuilt rebuilt = rebuild.rebuild();

        // then
        assertThat(rebuilt.added()).isEqualTo(2);
        assertThat(rebuilt.corrected()).isZero();
        cast.actingAs("boss");
        assertThat(worklist.ofLead(lead)).isEqualTo(before);
    }

    @Test
    void an_answered_task_is_gone_for_everybody() {
        // given
        UUID lead = journeys.capture(READY);
        String id = journeys.task(lead, ANSWER);
        String rep = assignee(id);
        journeys.answer(lead, ANSWER, rep, Map.of("outcome", "accept"));

        // then
        cast.actingAs("boss");
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> worklist.task(id));
        assertThat(worklist.ofLead(lead)).extracting(row -> row.step()).containsExactly("Activity_MakeContact");
    }

    private Callable<String> completing(String id, String login, Map<String, Object> answers) {
        return () -> {
            cast.actingAs(login);
            try {
                work.complete(id, answers);
                return "done";
            } catch (ProductException e) {
                return "taken by " + e.properties().get("takenBy");
            } finally {
                cast.actingAsNobody();
            }
        };
    }

    private String assignee(String taskId) {
        return tasks.createTaskQuery().taskId(taskId).singleResult().getAssignee();
    }

    private PromiseRow only(UUID lead) {
        List<PromiseRow> rows = promises.of(lead, Locale.ENGLISH).stream()
                .filter(row -> row.clause().equals("answerHandOff"))
                .toList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private Instant timer(UUID lead, String event) {
        return job(lead, event).getDuedate().toInstant();
    }

    private JobEntity job(UUID lead, String event) {
        return (JobEntity)
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(lead.toString()).list().stream()
                        .flatMap(instance ->
                                management
                                        .createJobQuery()
                                        .processInstanceId(instance.getId())
                                        .activityId(event)
                                        .list()
                                        .stream())
                        .findFirst()
                        .orElseThrow();
    }
}
