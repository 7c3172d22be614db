package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.leadrelay.testing.AtOnce.atOnce;
import static org.leadrelay.testing.JournalAssert.assertThatLog;
import static org.leadrelay.testing.JournalAssert.assertThatLogOfTask;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.CollisionRetry;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NodeBroadcast;
import org.leadrelay.platform.NotFound;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.InboxChange.What;
import org.leadrelay.worklist.InboxQuery.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@OwnDatabase
@Import(Desk.Furniture.class)
class TaskCommandsTest {

    private static final Map<String, Object> ACCEPT = Map.of("outcome", "accept");

    @Autowired
    TaskCommands work;

    @Autowired
    TaskQueries worklist;

    @Autowired
    Notes notes;

    @Autowired
    ModelNames names;

    @Autowired
    SavedViews views;

    @Autowired
    InboxChanges changes;

    @Autowired
    CollidingTasks tasks;

    @Autowired
    Errands errands;

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    Database database;

    @Autowired
    SettableClock clock;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @BeforeEach
    void anEmptyInbox() {
        database.empty();
        tasks.collide(0);
        Desk.staff(cast);
    }

    @Test
    void a_claimed_task_is_ones_own_and_claiming_it_again_changes_nothing() {
        // given
        String id = desk.task("marketing", null);
        cast.actingAs("mary");

        // when
        work.claim(id);
        work.claim(id);

        // then
        assertThat(worklist.task(id).task().assignee()).isEqualTo("mary");
        assertThatLogOfTask(jdbc, id).ofPeople().deeds().containsExactly("task-claimed mary", "task-opened mary");
    }

    @Test
    void a_task_that_somebody_else_has_says_who() {
        // given
        String id = desk.task("marketing", "mary");
        cast.actingAs("mike");

        // when
        Conflict refusal = catchThrowableOfType(Conflict.class, () -> work.claim(id));

        // then
        assertThat(refusal.properties()).containsEntry("takenBy", "mary").containsEntry("takenByLogin", "mary");
    }

    @Test
    void of_two_who_claim_at_once_one_wins_and_the_other_is_told_by_whom() {
        // given
        String id = desk.task("marketing", null);

        // when
        List<String> outcomes = together("mary", "mike", () -> work.claim(id));

        // then
        String winner = jdbc.sql("select assignee from task_item where task_id = ?")
                .param(id)
                .query(String.class)
                .single();
        assertThat(outcomes).containsExactlyInAnyOrder("done", "taken by " + winner);
        assertThatLogOfTask(jdbc, id).ofPeople().deeds().containsExactly("task-claimed " + winner);
    }

    @Test
    void of_two_who_complete_at_once_one_wins_and_the_others_answer_is_kept() {
        // given
        String id = desk.task("marketing", null);

        // when
        List<String> outcomes =
                together("mary", "mike", () -> work.complete(id, Map.of("outcome", "accept", "note", "words")));

        // then
        String winner = jdbc.sql("select person from task_done where task_id = ?")
                .param(id)
                .query(String.class)
                .single();
        String loser = winner.equals("mary") ? "mike" : "mary";
        assertThat(outcomes).containsExactlyInAnyOrder("done", "taken by " + winner);
        cast.actingAs(loser);
        assertThat(work.draft(id)).containsEntry("note", "words");
        assertThatLogOfTask(jdbc, id)
                .ofPeople()
                .deeds()
                .containsExactly("task-claimed " + winner, "task-completed " + winner);
    }

    @Test
    void completing_a_free_task_claims_it_first_and_passes_on_what_routes_only() {
        // given
        UUID lead = desk.lead();
        String id = desk.task(lead, "Activity_AnswerHandOff", "marketing", null, "high", Duration.ofHours(1));
        cast.actingAs("mary");
        work.saveDraft(id, Map.of("note", "half"));

        // when
        work.complete(id, Map.of("outcome", "accept", "note", "Call after lunch", "nextStepDate", "2026-03-09"));

        // then
        assertThat(errands.variables(id))
                .containsEntry("outcome", "accept")
                .containsEntry("nextStepDate", Date.from(Instant.parse("2026-03-09T08:00:00Z")))
                .containsEntry("rejectionReason", null)
                .doesNotContainKeys("note", "otherReason");
        assertThat(notes.of(lead)).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Call after lunch");
            assertThat(note.label()).isEqualTo(calledNow(note));
            assertThat(note.person()).isEqualTo("mary");
        });
        assertThat(work.draft(id)).isEmpty();
        assertThat(worklist.page(InboxQuery.of(Scope.ALL)).total()).isZero();
        assertThatLogOfTask(jdbc, id).ofPeople().deeds().containsExactly("task-claimed mary", "task-completed mary");
        assertThatLog(jdbc, lead)
                .details()
                .noneMatch(each -> each.contains("lunch"))
                .anyMatch(each -> each.contains("accept"));
    }

    @Test
    void a_wrong_answer_changes_nothing() {
        // given
        UUID lead = desk.lead();
        String id = desk.task(lead, "x", "marketing", null, "high", Duration.ofHours(1));
        cast.actingAs("mary");

        // when
        Invalid refusal = catchThrowableOfType(
                Invalid.class, () -> work.complete(id, Map.of("outcome", "reject", "note", "words")));

        // then
        assertThat(refusal.violations().get(0).field()).isEqualTo("rejectionReason");
        assertThat(refusal.detail()).contains("noBudget");
        assertThat(worklist.task(id).task().assignee()).isNull();
        assertThat(notes.of(lead)).isEmpty();
        assertThatLogOfTask(jdbc, id).ofPeople().hasLines(0);
    }

    @Test
    void nobody_answers_what_is_not_theirs() {
        // given
        String reps = desk.task("sales-rep", "ada");
        String free = desk.task("sales-rep", null);

        for (String login : List.of("mary", "judge", "watcher", "admin", "owner", "chloe", "boss")) {
            cast.actingAs(login);
            assertThatExceptionOfType(Forbidden.class).as(login).isThrownBy(() -> work.complete(reps, ACCEPT));
            assertThatExceptionOfType(Forbidden.class).as(login).isThrownBy(() -> work.claim(reps));
        }
        for (String login : List.of("mary", "watcher", "admin", "boss")) {
            cast.actingAs(login);
            assertThatExceptionOfType(Forbidden.class).as(login).isThrownBy(() -> work.complete(free, ACCEPT));
        }
        cast.actingAs("ben");
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> work.complete(reps, ACCEPT));
        cast.actingAsNobody();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> work.complete(free, ACCEPT));
        cast.actingAs("ada");
        work.complete(reps, ACCEPT);
        work.complete(free, ACCEPT);
    }

    @Test
    void nobody_judges_a_case_in_which_they_took_part() {
        // given
        UUID lead = desk.lead();
        String review = desk.task(lead, "Activity_ReviewRejection", "marketing", null, "high", null);
        String verdict = desk.task(lead, "Activity_GiveVerdict", "arbiter", null, "high", null);
        cast.actingAs("both");
        work.complete(review, ACCEPT);

        // then
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> work.claim(verdict));
        cast.actingAs("judge");
        work.complete(verdict, ACCEPT);
    }

    @Test
    void a_task_that_a_deadline_took_away_says_so_and_keeps_the_answer() {
        // given
        String id = desk.task("sales-rep", "ada");
        desk.takeAway(id);
        cast.actingAs("ada");

        // when
        Conflict refusal = catchThrowableOfType(Conflict.class, () -> work.complete(id, ACCEPT));

        // then
        assertThat(refusal.properties()).doesNotContainKey("takenBy");
        assertThat(work.draft(id)).containsEntry("outcome", "accept");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> work.complete("nothing", ACCEPT));
    }

    @Test
    void a_colliding_timer_is_retried_behind_the_scenes() {
        // given
        String id = desk.task("marketing", "mary");
        cast.actingAs("mary");
        tasks.collide(CollisionRetry.TRIES - 1);

        // when
        work.complete(id, Map.of("outcome", "accept", "note", "once"));

        // then
        assertThatLogOfTask(jdbc, id).ofPeople().deeds().containsExactly("task-completed mary");
        assertThat(jdbc.sql("select count(*) from task_note").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void what_collides_again_and_again_keeps_the_answer() {
        // given
        String id = desk.task("marketing", "mary");
        cast.actingAs("mary");
        tasks.collide(CollisionRetry.TRIES);

        // then
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> work.complete(id, ACCEPT));
        assertThat(work.draft(id)).containsEntry("outcome", "accept");
        assertThatLogOfTask(jdbc, id).ofPeople().hasLines(0);
    }

    @Test
    void a_released_task_is_everybodys_again() {
        // given
        String id = desk.task("marketing", "mary");

        // then
        cast.actingAs("mike");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> work.release(id));
        cast.actingAs("mary");
        work.release(id);
        work.release(id);
        assertThat(worklist.task(id).task().assignee()).isNull();
        assertThatLogOfTask(jdbc, id).ofPeople().deeds().containsExactly("task-released mary");
    }

    @Test
    void the_manager_reassigns_within_the_teams() {
        // given
        String id = desk.task("sales-rep", "ada");
        cast.actingAs("boss");

        // when
        work.reassign(id, "ben");

        // then
        assertThat(worklist.task(id).task().assignee()).isEqualTo("ben");
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> work.reassign(id, "chloe"));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> work.reassign(id, "mary"));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> work.reassign(id, "nobody"));
        cast.actingAs("other-boss");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> work.reassign(id, "chloe"));
        cast.actingAs("mary");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> work.reassign(id, "mary"));
        assertThatLogOfTask(jdbc, id).ofPeople().deeds().containsExactly("task-assigned boss");
    }

    @Test
    void one_gives_ones_own_task_to_a_colleague() {
        // given
        String id = desk.task("marketing", "mary");
        cast.actingAs("mary");

        // when
        work.reassign(id, "mike");

        // then
        assertThat(worklist.task(id).task().assignee()).isEqualTo("mike");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> work.reassign(id, "mary"));
    }

    @Test
    void several_at_once_each_by_itself() {
        // given
        String free = desk.task("marketing", null);
        String taken = desk.task("marketing", "mike");
        cast.actingAs("mary");

        // when
        List<TaskCommands.BulkResult> results = work.claimAll(List.of(free, taken, "nothing"));

        // then
        assertThat(results).extracting(TaskCommands.BulkResult::done).containsExactly(true, false, false);
        assertThat(results.get(1).takenBy()).isEqualTo("mike");
        assertThat(results.get(2).message()).contains("no such task");
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> work.claimAll(List.of()));
        assertThat(work.reassignAll(List.of(free, taken), "mike"))
                .extracting(TaskCommands.BulkResult::done)
                .containsExactly(true, false);
    }

    @Test
    void a_rep_asks_marketing_once_at_a_time_and_as_often_as_agreed() {
        // given
        UUID lead = desk.lead();
        String id = desk.task(lead, "Activity_AnswerHandOff", "sales-rep", "ada", "high", Duration.ofHours(1));
        cast.actingAs("ada");

        for (int i = 0; i < 3; i++) {
            // when
            work.ask(id, "Who decides?");
            String question = desk.task(lead, "Activity_AnswerQuestion", "marketing", null, "high", null);

            // then
            assertThatExceptionOfType(Conflict.class)
                    .isThrownBy(() -> work.ask(id, "And when?"))
                    .withMessageContaining("not answered");
            assertThat(worklist.task(id).mayAsk()).isFalse();
            desk.takeAway(question);
        }
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> work.ask(id, "And when?"))
                .withMessageContaining("3 times");
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> work.ask(id, "  "));
        assertThat(notes.of(lead)).hasSize(3);
        assertThatLog(jdbc, lead).details().noneMatch(each -> each.contains("decides"));
        cast.actingAs("ben");
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> work.ask(id, "Mine?"));
    }

    @Test
    void comments_are_seen_by_whoever_sees_the_task() {
        // given
        String id = desk.task("sales-rep", "ada");
        cast.actingAs("boss");

        // when
        work.comment(id, " Ask for the budget. ");

        // then
        cast.actingAs("ben");
        assertThat(worklist.task(id).comments()).singleElement().satisfies(comment -> {
            assertThat(comment.text()).isEqualTo("Ask for the budget.");
            assertThat(comment.person()).isEqualTo("boss");
        });
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> work.comment(id, " "));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> work.comment(id, "x".repeat(5001)));
        cast.actingAs("chloe");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> work.comment(id, "Hello"));
        assertThatLogOfTask(jdbc, id).ofPeople().deeds().containsExactly("comment boss");
    }

    @Test
    void a_draft_is_ones_own_and_survives() {
        // given
        String id = desk.task("marketing", null);
        cast.actingAs("mary");

        // when
        work.saveDraft(id, Map.of("outcome", "nonsense", "note", "half a sent"));
        work.saveDraft(id, Map.of("note", "half a sentence"));

        // then
        assertThat(work.draft(id)).isEqualTo(Map.of("note", "half a sentence"));
        assertThat(worklist.task(id).draft()).containsKey("note");
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> work.saveDraft(id, Map.of("note", "x".repeat(70_000))));
        cast.actingAs("mike");
        assertThat(work.draft(id)).isEmpty();
        cast.actingAs("mary");
        work.dropDraft(id);
        assertThat(work.draft(id)).isEmpty();
    }

    @Test
    void saved_views_are_ones_own() {
        // given
        cast.actingAs("mary");
        InboxQuery query =
                InboxQuery.of(Scope.ROLE).source("Webinar").overdue(true).sort(InboxQuery.Sort.PRIORITY, true);

        // when
        views.save("Webinar leads", InboxQuery.of(Scope.MINE));
        SavedViews.SavedView saved = views.save("Webinar leads", query);

        // then
        assertThat(views.mine()).containsExactly(new SavedViews.SavedView(saved.id(), "Webinar leads", query));
        cast.actingAs("mike");
        assertThat(views.mine()).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> views.delete(saved.id()));
        cast.actingAs("mary");
        views.delete(saved.id());
        assertThat(views.mine()).isEmpty();
    }

    @Test
    void whoever_leaves_hands_over() {
        // given
        cast.person("dora", "sales-rep", "marketing");
        String rep = desk.task("sales-rep", "dora");
        String marketing = desk.task("marketing", "dora");
        cast.actingAs("admin");

        // when
        people.deactivate("dora", "ada");

        // then
        cast.actingAs("ada");
        assertThat(worklist.task(rep).task().assignee()).isEqualTo("ada");
        cast.actingAs("mary");
        assertThat(worklist.task(marketing).task().assignee()).isNull();
    }

    @Test
    void changes_are_told_after_the_commit_here_and_on_other_nodes() throws Exception {
        // given
        LinkedBlockingQueue<InboxChange> here = new LinkedBlockingQueue<InboxChange>();
        LinkedBlockingQueue<InboxChange> there = new LinkedBlockingQueue<InboxChange>();
        NodeBroadcast otherNode = new NodeBroadcast(jdbc, dataSource);
        new InboxBroadcast(otherNode).listen(there::addAll);
        otherNode.start();
        Runnable silence = changes.listen(here::addAll);
        cast.actingAs("mary");

        // when
        String id = desk.task("marketing", null);
        work.claim(id);

        // then
        assertThat(untilAbout(id, What.ASSIGNED, here)).contains("mary");
        // The other node may begin to listen only now: it is told of what happens from then on.
        String assignee = null;
        for (int i = 0; assignee == null && i < 20; i++) {
            work.release(id);
            work.claim(id);
            assignee = untilAbout(id, What.ASSIGNED, there, 1).orElse(null);
        }
        assertThat(assignee).isNotNull();
        silence.run();
        otherNode.stop();
    }

    @Test
    void what_rolls_back_is_not_told() throws Exception {
        // given
        LinkedBlockingQueue<InboxChange> here = new LinkedBlockingQueue<InboxChange>();
        Runnable silence = changes.listen(here::addAll);
        String ghost = UUID.randomUUID().toString();

        // when
        transactions.executeWithoutResult(status -> {
            changes.add(new InboxChange(What.OPENED, ghost, UUID.randomUUID(), "marketing", null));
            status.setRollbackOnly();
        });
        String real = desk.task("marketing", null);

        // then
        assertThat(untilAbout(real, What.OPENED, here)).isNotNull();
        assertThat(here).noneMatch(change -> ghost.equals(change.taskId()));
        silence.run();
    }

    private static Optional<String> untilAbout(String id, What what, LinkedBlockingQueue<InboxChange> queue)
            throws InterruptedException {
        return untilAbout(id, what, queue, 10);
    }

    private static Optional<String> untilAbout(
            String id, What what, LinkedBlockingQueue<InboxChange> queue, int seconds) throws InterruptedException {
        while (true) {
            InboxChange change = queue.poll(seconds, TimeUnit.SECONDS);
            if (change == null) {
                return Optional.empty();
            }
            if (id.equals(change.taskId()) && change.what() == what) {
                return Optional.of(String.valueOf(change.assignee()));
            }
        }
    }

    private List<String> together(String one, String other, Runnable deed) {
        return atOnce(as(one, deed), as(other, deed));
    }

    private Callable<String> as(String login, Runnable deed) {
        return () -> {
            cast.actingAs(login);
            try {
                deed.run();
                return "done";
            } catch (Conflict e) {
                return "taken by " + e.properties().get("takenBy");
            } finally {
                cast.actingAsNobody();
            }
        };
    }

    /** By the models where one is deployed that has the field, else as the form called it when the note was written. */
    private String calledNow(Notes.Note note) {
        return names.inForce().field(note.step(), note.field(), "The note", Locale.ENGLISH);
    }
}
