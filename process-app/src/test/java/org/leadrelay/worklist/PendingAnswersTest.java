package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.leadrelay.testing.AtOnce.atOnce;
import static org.leadrelay.testing.JournalAssert.assertThatLogOfTask;
import static org.leadrelay.testing.SettableClock.MONDAY_MORNING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.access.PersonSettings.PersonSetting;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.notification.Notice;
import org.leadrelay.notification.NoticeTasks;
import org.leadrelay.notification.Notices;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.testing.Statements;
import org.leadrelay.worklist.InboxQuery.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@OwnDatabase
@Import(Desk.Furniture.class)
class PendingAnswersTest {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Map<String, Object> ACCEPT = Map.of("outcome", "accept", "note", "Sounds good");

    @Autowired
    TaskCommands work;

    @Autowired
    TaskQueries worklist;

    @Autowired
    TaskUndo undo;

    @Autowired
    PendingAnswerSweep sweep;

    @Autowired
    InboxRebuild rebuild;

    @Autowired
    PersonSettings settings;

    @Autowired
    Notices notices;

    @Autowired
    NoticeTasks noticeTasks;

    @Autowired
    Notes notes;

    @Autowired
    ModelNames names;

    @Autowired
    CollidingTasks tasks;

    @Autowired
    Errands errands;

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anEmptyInbox() {
        database.empty();
        tasks.collide(0);
        Desk.staff(cast);
    }

    @Test
    void an_answer_waits_out_its_grace_and_is_carried_out_with_the_moment_it_was_given() {
        // given
        String id = desk.task("marketing", "mary");
        cast.actingAs("mary");

        // when
        CompletionResult done = work.complete(id, ACCEPT, TEN_SECONDS);

        // then
        assertThat(done.undoUntil()).isEqualTo(MONDAY_MORNING.plusSeconds(10));
        clock.advance(Duration.ofSeconds(9));
        assertThat(sweep.sweep()).isZero();
        assertThat(notes.of(done.leadId())).isEmpty();
        assertThat(sweep.nextDue(clock.instant())).contains(MONDAY_MORNING.plusSeconds(10));

        // when
        clock.advance(Duration.ofSeconds(1));

        // then
        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(sweep.sweep()).isZero();
        assertThatLogOfTask(jdbc, id).ofPeople().deeds().containsExactly("task-completed mary");
        assertThat(assertThatLogOfTask(jdbc, id).only(Kind.TASK_COMPLETED).detailsOfTheOnlyOne())
                .contains("\"answeredAt\":\"2026-03-02T09:00:00Z\"", "\"outcome\":\"accept\"")
                .doesNotContain("Sounds good");
        assertThat(notes.of(done.leadId())).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("Sounds good");
            assertThat(note.label()).isEqualTo(calledNow(note));
            assertThat(note.person()).isEqualTo("mary");
            assertThat(note.at()).isEqualTo(MONDAY_MORNING);
        });
        assertThat(work.draft(id)).isEmpty();
        assertThat(undo.mine()).isEmpty();
        assertThat(jdbc.sql("select done_at from task_done where task_id = ?")
                        .param(id)
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single())
                .isEqualTo(MONDAY_MORNING);
    }

    @Test
    void what_routes_comes_to_the_engine_in_its_own_type() {
        // given
        String id = desk.task("marketing", "mary");
        cast.actingAs("mary");
        work.complete(
                id,
                Map.of(
                        "outcome",
                        "reject",
                        "rejectionReason",
                        "other",
                        "otherReason",
                        "{}",
                        "nextStepDate",
                        "2026-03-27"),
                TEN_SECONDS);

        // when
        carryOut();

        // then
        assertThat(notes.of(worklistLead(id))).extracting(Notes.Note::text).containsExactly("{}");
        assertThat(errands.variables(id))
                .containsEntry("outcome", "reject")
                .containsEntry("rejectionReason", "other")
                .doesNotContainKey("otherReason")
                .hasEntrySatisfying(
                        "nextStepDate",
                        day -> assertThat(day)
                                .isInstanceOf(Date.class)
                                .isEqualTo(Date.from(Instant.parse("2026-03-27T08:00:00Z"))));
    }

    @Test
    void undo_opens_the_task_again_with_the_form_as_it_was_filled_in() {
        // given
        String id = desk.task("marketing", null);
        cast.actingAs("mary");
        work.complete(id, ACCEPT, TEN_SECONDS);
        assertThat(undo.mine()).singleElement().satisfies(each -> {
            assertThat(each.taskId()).isEqualTo(id);
            assertThat(each.lead()).isEqualTo("Somebody");
            assertThat(each.outcome()).isEqualTo("To accept");
        });

        // when
        undo.undo(id);

        // then
        assertThat(worklist.task(id).draft()).isEqualTo(ACCEPT);
        assertThat(worklist.task(id).mayAnswer()).isTrue();
        assertThat(worklist.task(id).task().answeredAt()).isNull();
        assertThat(undo.mine()).isEmpty();
        clock.advance(TEN_SECONDS);
        assertThat(sweep.sweep()).isZero();
        assertThatLogOfTask(jdbc, id).only(Kind.TASK_COMPLETED).hasLines(0);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> undo.undo(id));

        // when
        work.complete(id, Map.of("outcome", "accept"), TEN_SECONDS);
        carryOut();

        // then
        assertThatLogOfTask(jdbc, id).only(Kind.TASK_COMPLETED).hasLines(1);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> undo.undo(id));
    }

    @Test
    void several_answers_are_taken_back_one_by_one_the_last_first() {
        // given
        String first = desk.task("marketing", "mary");
        String second = desk.task("marketing", "mary");
        cast.actingAs("mary");
        work.complete(first, ACCEPT, TEN_SECONDS);
        clock.advance(Duration.ofSeconds(2));
        work.complete(second, ACCEPT, TEN_SECONDS);

        // then
        assertThat(undo.mine()).extracting(TaskUndo.Undoable::taskId).containsExactly(second, first);
        undo.undo(second);
        assertThat(undo.mine()).extracting(TaskUndo.Undoable::taskId).containsExactly(first);
        clock.advance(Duration.ofSeconds(8));
        assertThat(sweep.sweep()).isEqualTo(1);
        assertThatLogOfTask(jdbc, first).only(Kind.TASK_COMPLETED).hasLines(1);
    }

    @Test
    void an_answer_is_checked_when_it_is_given() {
        // given
        String id = desk.task("marketing", "mary");
        cast.actingAs("mary");

        // then
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> work.complete(id, Map.of(), TEN_SECONDS));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> work.complete(id, Map.of("outcome", "reject"), TEN_SECONDS));
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> work.complete(id, ACCEPT, Duration.ofSeconds(31)))
                .satisfies(refused -> assertThat(refused.violations())
                        .singleElement()
                        .satisfies(each -> assertThat(each.field()).isEqualTo("grace")));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> work.complete(id, ACCEPT, Duration.ofSeconds(-1)));
        assertThat(undo.mine()).isEmpty();
        assertThat(worklist.task(id).mayAnswer()).isTrue();
    }

    @Test
    void meanwhile_nobody_else_can_do_anything_with_the_task_and_is_told_by_whom_it_is_answered() {
        // given
        String id = desk.task("sales-rep", "ada");
        cast.actingAs("ada");
        work.complete(id, ACCEPT, TEN_SECONDS);

        // then
        cast.actingAs("boss");
        assertThat(worklist.task(id)).satisfies(open -> {
            assertThat(open.task().answeredAt()).isEqualTo(MONDAY_MORNING);
            assertThat(open.task().assignee()).isEqualTo("ada");
            assertThat(open.mayAssign()).isFalse();
            assertThat(open.mayAnswer()).isFalse();
            assertThat(open.draft()).isEmpty();
        });
        for (Runnable deed : List.<Runnable>of(() -> work.reassign(id, "ben"), () -> work.release(id))) {
            assertThat(catchThrowableOfType(Conflict.class, deed::run))
                    .hasMessageContaining("is being answered by ada")
                    .satisfies(refused -> assertThat(refused.properties()).containsEntry("takenByLogin", "ada"));
        }
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> undo.undo(id));
        cast.actingAs("ben");
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> work.claim(id));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> work.complete(id, ACCEPT));
        assertThat(undo.mine()).isEmpty();

        // and not oneself either
        cast.actingAs("ada");
        assertThat(catchThrowableOfType(Conflict.class, () -> work.complete(id, ACCEPT)))
                .hasMessageContaining("You have answered");
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> work.release(id));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> work.ask(id, "Who decides?"));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> work.saveDraft(id, Map.of("outcome", "reject")));
        assertThat(worklist.task(id)).satisfies(open -> {
            assertThat(open.mayAnswer()).isFalse();
            assertThat(open.mayAsk()).isFalse();
        });
    }

    @Test
    void whoever_has_answered_is_done_with_it_and_others_still_see_it() {
        // given
        String id = desk.task("marketing", null);
        String other = desk.task("marketing", "mary");
        cast.actingAs("mary");

        // when
        work.complete(id, ACCEPT, TEN_SECONDS);

        // then
        assertThat(worklist.rows(InboxQuery.of(Scope.ALL)))
                .extracting(TaskRow::id)
                .containsExactly(other);
        assertThat(worklist.rows(InboxQuery.of(Scope.ROLE)))
                .extracting(TaskRow::id)
                .containsExactly(other);
        assertThat(worklist.counts()).satisfies(counts -> {
            assertThat(counts.mine()).isEqualTo(1);
            assertThat(counts.all()).isEqualTo(1);
        });
        cast.actingAs("mike");
        assertThat(worklist.rows(InboxQuery.of(Scope.ALL)))
                .filteredOn(row -> row.answeredAt() != null)
                .singleElement()
                .satisfies(row -> assertThat(row.assignee()).isEqualTo("mary"));
        assertThat(worklist.counts().all()).isEqualTo(2);
    }

    @Test
    void of_undo_and_carrying_out_at_once_on_two_nodes_exactly_one_happens() {
        // given
        List<String> both = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            String id = desk.task("marketing", "mary");
            cast.actingAs("mary");
            work.complete(id, ACCEPT, TEN_SECONDS);
            clock.advance(TEN_SECONDS);

            // when
            List<Integer> done = atOnce(3, number -> {
                if (number < 2) {
                    return sweep.sweep();
                }
                cast.actingAs("mary");
                try {
                    undo.undo(id);
                    return 1;
                } catch (Conflict late) {
                    return 0;
                } finally {
                    cast.actingAsNobody();
                }
            });

            // then
            assertThat(done.stream().mapToInt(each -> each).sum()).isEqualTo(1);
            boolean undone = done.get(2) == 1;
            assertThatLogOfTask(jdbc, id).only(Kind.TASK_COMPLETED).hasLines(undone ? 0 : 1);
            both.add(undone ? "undone" : "done");
        }
        assertThat(both).hasSize(12);
    }

    @Test
    void a_task_that_goes_away_leaves_the_answer_as_a_draft_and_its_person_is_told() {
        // given
        String id = desk.task("sales-rep", "ada");
        cast.actingAs("ada");
        UUID lead = work.complete(id, ACCEPT, TEN_SECONDS).leadId();

        // when
        desk.takeAway(id);
        carryOut();

        // then
        assertThat(undo.mine()).isEmpty();
        assertThat(work.draft(id)).isEqualTo(ACCEPT);
        assertThat(notes.of(lead)).isEmpty();
        Notice told = notices.mine(true, 0, 10).items().get(0);
        assertThat(told.kind()).isEqualTo("answerLost");
        assertThat(told.leadId()).isEqualTo(lead);
        assertThat(noticeTasks.of(told)).contains(id);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> undo.undo(id));
    }

    @Test
    void what_meets_a_timer_is_carried_out_all_the_same_or_waits_for_the_next_sweep() {
        // given
        String id = desk.task("marketing", "mary");
        cast.actingAs("mary");
        work.complete(id, ACCEPT, TEN_SECONDS);
        clock.advance(TEN_SECONDS);

        // when
        tasks.collide(100);

        // then
        assertThat(sweep.sweep()).isZero();
        assertThat(undo.mine()).hasSize(1);

        // when
        tasks.collide(3);

        // then
        assertThat(sweep.sweep()).isEqualTo(1);
        assertThatLogOfTask(jdbc, id).only(Kind.TASK_COMPLETED).hasLines(1);
        assertThat(jdbc.sql("select count(*) from task_note").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void what_fails_for_good_is_given_back_to_its_person() {
        // given
        String id = desk.task("marketing", "mary");
        cast.actingAs("mary");
        work.complete(id, ACCEPT, TEN_SECONDS);
        clock.advance(TEN_SECONDS);

        // when
        tasks.fail(1);

        // then
        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(worklist.task(id)).satisfies(open -> {
            assertThat(open.mayAnswer()).isTrue();
            assertThat(open.draft()).isEqualTo(ACCEPT);
        });
        assertThat(notices.mine(true, 0, 10).items()).extracting(Notice::kind).containsExactly("answerLost");
        assertThat(sweep.sweep()).isZero();
    }

    @Test
    void somebody_who_left_has_answered_all_the_same() {
        // given
        String id = desk.task("marketing", "mary");
        cast.actingAs("mary");
        work.complete(id, ACCEPT, TEN_SECONDS);

        // when
        jdbc.sql("update person set active = false where login = 'mary'").update();
        cast.actingAsNobody();
        carryOut();

        // then
        assertThatLogOfTask(jdbc, id).ofPeople().deeds().containsExactly("task-completed mary");
    }

    @Test
    void a_rebuilt_inbox_still_says_what_is_answered() {
        // given
        String id = desk.task("marketing", "mary");
        cast.actingAs("mary");
        work.complete(id, ACCEPT, TEN_SECONDS);
        jdbc.sql("delete from task_item where task_id = ?").param(id).update();

        // when
        cast.actingAs("admin");
        rebuild.rebuild();

        // then
        cast.actingAs("mike");
        assertThat(worklist.task(id).task().answeredAt()).isEqualTo(MONDAY_MORNING);
        carryOut();
        assertThatLogOfTask(jdbc, id).only(Kind.TASK_COMPLETED).hasLines(1);
    }

    @Test
    void everyone_chooses_how_long_their_answers_wait() {
        // given
        cast.actingAs("mary");
        assertThat(undo.grace()).isZero();

        // when
        settings.choose(new PersonSetting(true, null, Duration.ofSeconds(30)));

        // then
        assertThat(undo.grace()).hasSeconds(30);
        assertThat(settings.mine().namesInTitles()).isTrue();
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> settings.choose(new PersonSetting(true, null, Duration.ofSeconds(31))));
        cast.actingAs("mike");
        assertThat(undo.grace()).isZero();
    }

    @Test
    void the_press_costs_less_than_half_of_completing_at_once(TestReporter reporter) {
        // given
        Map<String, Integer> statements = new TreeMap<>();
        cast.actingAs("mary");
        work.complete(desk.task("marketing", "mary"), ACCEPT);

        // when
        String once = desk.task("marketing", "mary");
        String waiting = desk.task("marketing", "mary");
        statements.put("at once", Statements.of(() -> work.complete(once, ACCEPT)));
        statements.put("press", Statements.of(() -> work.complete(waiting, ACCEPT, TEN_SECONDS)));
        clock.advance(TEN_SECONDS);
        statements.put("carried out", Statements.of(() -> sweep.sweep()));

        // then
        reporter.publishEntry("statements", statements.toString());
        assertThat(statements.get("press"))
                .as(statements.toString())
                .isPositive()
                .isLessThanOrEqualTo(statements.get("at once") / 2);
        assertThat(statements.get("carried out"))
                .as(statements.toString())
                .isLessThanOrEqualTo(statements.get("at once") + 3);
    }

    private UUID worklistLead(String doneTask) {
        return jdbc.sql("select lead_id from task_done where task_id = ?")
                .param(doneTask)
                .query(UUID.class)
                .single();
    }

    private void carryOut() {
        clock.advance(TEN_SECONDS);
        sweep.sweep();
    }

    /** By the models where one is deployed that has the field, else as the form called it when the note was written. */
    private String calledNow(Notes.Note note) {
        return names.inForce().field(note.step(), note.field(), "The note", Locale.ENGLISH);
    }
}
