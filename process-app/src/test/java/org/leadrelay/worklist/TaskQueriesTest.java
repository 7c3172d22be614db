package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Page;
import org.leadrelay.promise.Promises;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.InboxQuery.Scope;
import org.leadrelay.worklist.InboxQuery.Sort;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@OwnDatabase
@Import(Desk.Furniture.class)
class TaskQueriesTest {

    @Autowired
    TaskQueries worklist;

    @Autowired
    Inbox inbox;

    @Autowired
    InboxRebuild rebuild;

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
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anEmptyInbox() {
        database.empty();
        Desk.staff(cast);
    }

    @Test
    void everyone_sees_the_tasks_of_their_role_and_no_other() {
        // given
        String qualify = desk.task("marketing", null);
        String verdict = desk.task("arbiter", null);
        String place = desk.task("sales-manager", null);
        String own = desk.task("process-owner", null);

        // then
        assertThat(seenBy("mary")).containsExactly(qualify);
        assertThat(seenBy("judge")).containsExactly(verdict);
        assertThat(seenBy("boss")).containsExactly(place);
        assertThat(seenBy("owner")).containsExactly(own);
        assertThat(seenBy("both")).containsExactlyInAnyOrder(qualify, verdict);
    }

    @Test
    void reps_see_their_own_and_their_teams_tasks() {
        // given
        String adas = desk.task("sales-rep", "ada");
        String bens = desk.task("sales-rep", "ben");
        String chloes = desk.task("sales-rep", "chloe");
        String nobodys = desk.task("sales-rep", null);

        // then
        assertThat(seenBy("ada")).containsExactlyInAnyOrder(adas, bens, nobodys);
        assertThat(seenBy("chloe")).containsExactlyInAnyOrder(chloes, nobodys);
        assertThat(seenBy("boss")).containsExactlyInAnyOrder(adas, bens, nobodys);
        assertThat(seenBy("other-boss")).containsExactlyInAnyOrder(chloes, nobodys);
        assertThat(seenBy("mary")).isEmpty();
    }

    @Test
    void the_auditor_and_the_administrator_have_nothing_to_do() {
        // given
        String task = desk.task("marketing", null);
        desk.task("auditor", null);
        desk.task("administrator", null);

        // then
        for (String login : List.of("watcher", "admin")) {
            assertThat(seenBy(login)).isEmpty();
            assertThat(worklist.counts().all()).isZero();
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> worklist.task(task));
        }
    }

    @Test
    void nobody_in_particular_sees_nothing() {
        desk.task("marketing", null);
        cast.actingAsNobody();

        assertThat(worklist.page(InboxQuery.of(Scope.ALL)).items()).isEmpty();
    }

    @Test
    void scopes_tell_mine_from_my_roles_and_my_teams() {
        // given
        String mine = desk.task("sales-rep", "ada");
        String teams = desk.task("sales-rep", "ben");
        String free = desk.task("sales-rep", null);
        cast.actingAs("ada");

        // then
        assertThat(ids(InboxQuery.of(Scope.MINE))).containsExactly(mine);
        assertThat(ids(InboxQuery.of(Scope.TEAM))).containsExactly(teams);
        assertThat(ids(InboxQuery.of(Scope.ROLE))).containsExactlyInAnyOrder(mine, free);
        assertThat(ids(InboxQuery.of(Scope.ALL))).containsExactlyInAnyOrder(mine, teams, free);
    }

    @Test
    void filters_narrow_and_never_widen() {
        // given
        UUID webinar = desk.lead("Ada Byron", "Analytical Engines", "Webinar");
        UUID fair = desk.lead("Grace Hopper", "Navy", "Trade Show");
        String first = desk.task(webinar, "Activity_QualifyLead", "marketing", null, "high", Duration.ofHours(1));
        String second = desk.task(fair, "Activity_ReviewRejection", "marketing", null, "low", Duration.ofHours(-1));
        desk.task(fair, "Activity_GiveVerdict", "arbiter", null, "low", null);
        cast.actingAs("mary");
        InboxQuery all = InboxQuery.of(Scope.ALL);

        // then
        assertThat(ids(all.source("Webinar"))).containsExactly(first);
        assertThat(ids(all.step("Activity_ReviewRejection"))).containsExactly(second);
        assertThat(ids(all.priority("high"))).containsExactly(first);
        assertThat(ids(all.overdue(true))).containsExactly(second);
        assertThat(ids(all.text("BYRON engines"))).containsExactly(first);
        assertThat(ids(all.text("100%"))).isEmpty();
        assertThat(ids(all.text("_"))).isEmpty();
        assertThat(ids(all.lead(fair))).containsExactly(second);
        assertThat(ids(all.role("marketing"))).containsExactly(second, first);
        assertThat(ids(all.role("arbiter"))).isEmpty();
    }

    @Test
    void a_row_tells_who_and_what_and_until_when() {
        // given
        UUID lead = desk.lead("Ada Byron", "Analytical Engines", "Webinar");
        String id = desk.task(lead, "Activity_QualifyLead", "marketing", "mary", "high", Duration.ofHours(1));
        cast.actingAs("mike");

        // when
        TaskRow row = worklist.page(InboxQuery.of(Scope.ALL)).items().get(0);

        // then
        assertThat(row)
                .isEqualTo(new TaskRow(
                        id,
                        lead,
                        "Ada Byron",
                        "Analytical Engines",
                        errands.definition(id),
                        "Activity_QualifyLead",
                        "Do what marketing does",
                        "marketing",
                        "mary",
                        "mary",
                        "high",
                        "Webinar",
                        clock.instant(),
                        clock.instant().plus(Duration.ofHours(1)),
                        null,
                        false,
                        false,
                        null,
                        null));
    }

    @Test
    void the_most_pressing_comes_first_and_what_has_no_deadline_last() {
        // given
        String never = desk.task(desk.lead(), "a", "marketing", null, "high", null);
        String later = desk.task(desk.lead(), "b", "marketing", "mary", "low", Duration.ofHours(5));
        String soon = desk.task(desk.lead(), "c", "marketing", null, "normal", Duration.ofHours(1));
        cast.actingAs("mary");

        // then
        assertThat(ids(InboxQuery.of(Scope.ALL))).containsExactly(soon, later, never);
        assertThat(ids(InboxQuery.of(Scope.ALL).sort(Sort.DUE, true))).containsExactly(never, later, soon);
        assertThat(ids(InboxQuery.of(Scope.ALL).sort(Sort.PRIORITY, false))).containsExactly(never, soon, later);
        assertThat(ids(InboxQuery.of(Scope.ALL).sort(Sort.STEP, true))).containsExactly(soon, later, never);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        // given
        for (int i = 0; i < 23; i++) {
            desk.task(
                    desk.lead(),
                    "step",
                    "sales-rep",
                    i % 3 == 0 ? "ada" : i % 3 == 1 ? "ben" : null,
                    "normal",
                    Duration.ofMinutes(i % 4));
        }
        cast.actingAs("boss");

        // when
        List<String> all = ids(InboxQuery.of(Scope.ALL).page(0, 100));
        Page<TaskRow> first = worklist.page(InboxQuery.of(Scope.ALL).page(0, 10));
        Page<TaskRow> last = worklist.page(InboxQuery.of(Scope.ALL).page(20, 10));

        // then
        assertThat(first.total()).isEqualTo(23);
        assertThat(last.total()).isEqualTo(23);
        assertThat(first.items()).extracting(TaskRow::id).containsExactlyElementsOf(all.subList(0, 10));
        assertThat(last.items()).extracting(TaskRow::id).containsExactlyElementsOf(all.subList(20, 23));
        assertThat(worklist.page(InboxQuery.of(Scope.ALL).page(40, 10)).total()).isEqualTo(23);
    }

    @Test
    void counts_agree_with_the_lists() {
        // given
        desk.task("sales-rep", "ada");
        desk.task("sales-rep", "ben");
        desk.task("sales-rep", null);
        desk.task("sales-rep", "chloe");
        String paused = desk.task("sales-rep", "ada");
        desk.task(desk.lead(), "Activity_Old", "sales-rep", "ada", "normal", Duration.ofHours(-1));
        transactions.executeWithoutResult(status -> inbox.dueChanged(paused, Promises.NEVER, null));

        for (String login : List.of("ada", "ben", "boss", "chloe", "mary")) {
            // when
            cast.actingAs(login);
            InboxCounts counts = worklist.counts();

            // then
            assertThat(counts.mine()).as(login).isEqualTo(count(InboxQuery.of(Scope.MINE)));
            assertThat(counts.role()).as(login).isEqualTo(login.equals("boss") ? 0 : count(InboxQuery.of(Scope.ROLE)));
            assertThat(counts.team()).as(login).isEqualTo(count(InboxQuery.of(Scope.TEAM)));
            assertThat(counts.all()).as(login).isEqualTo(count(InboxQuery.of(Scope.ALL)));
            assertThat(counts.waiting())
                    .as(login)
                    .isEqualTo(count(InboxQuery.of(Scope.ALL).waiting(true)));
            assertThat(counts.overdue())
                    .as(login)
                    .isEqualTo(count(InboxQuery.of(Scope.ALL).overdue(true)));
            assertThat(counts.steps().stream()
                            .mapToLong(InboxCounts.Step::count)
                            .sum())
                    .isEqualTo(counts.all());
        }
        cast.actingAs("ada");
        assertThat(worklist.counts().mine()).isEqualTo(3);
        assertThat(worklist.counts().waiting()).isEqualTo(1);
        assertThat(worklist.counts().overdue()).isEqualTo(1);
    }

    @Test
    void counts_follow_the_filters_and_each_is_what_choosing_it_would_list() {
        // given
        UUID lead = desk.lead();
        desk.task(lead, "Activity_Old", "sales-rep", "ada", "high", Duration.ofHours(-1));
        desk.task(lead, "Activity_New", "sales-rep", "ada", "normal", Duration.ofHours(1));
        desk.task("sales-rep", "ada");
        desk.task("sales-rep", "ben");
        cast.actingAs("ada");

        for (InboxQuery query : List.of(
                InboxQuery.of(Scope.MINE).lead(lead),
                InboxQuery.of(Scope.ROLE).priority("high"),
                InboxQuery.of(Scope.TEAM).priority("normal"),
                InboxQuery.of(Scope.MINE).overdue(true),
                InboxQuery.of(Scope.ALL).overdue(true).priority("high"),
                InboxQuery.of(Scope.ALL).step("Activity_Old"),
                InboxQuery.of(Scope.ALL).lead(UUID.randomUUID()))) {
            // when
            InboxCounts counts = worklist.counts(query);

            // then
            assertThat(counts.of(query)).as(query.toString()).isEqualTo(count(query));
            assertThat(counts.steps())
                    .as(query.toString())
                    .allSatisfy(step -> assertThat(step.count()).isEqualTo(count(query.step(step.step()))));
        }
        assertThat(worklist.counts(InboxQuery.of(Scope.MINE).step("Activity_Old"))
                        .steps())
                .extracting(InboxCounts.Step::step)
                .contains("Activity_Old", "Activity_New");
    }

    @Test
    void a_paused_task_waits_and_comes_back_with_its_new_due_instant() {
        // given
        String id = desk.task("marketing", "mary");
        cast.actingAs("mary");

        // when
        transactions.executeWithoutResult(status -> inbox.dueChanged(id, Promises.NEVER, null));
        TaskRow paused = worklist.task(id).task();
        Instant due = clock.instant().plus(Duration.ofHours(7));
        transactions.executeWithoutResult(status -> inbox.dueChanged(id, due, null));

        // then
        assertThat(paused.waiting()).isTrue();
        assertThat(paused.due()).isNull();
        assertThat(worklist.task(id).task().waiting()).isFalse();
        assertThat(worklist.task(id).task().due()).isEqualTo(due);
    }

    @Test
    void a_task_opens_with_the_models_form_and_the_agreed_options() {
        // given
        String id = desk.task("sales-rep", "ada");
        cast.actingAs("ada");

        // when
        TaskDetail detail = worklist.task(id);

        // then
        assertThat(detail.form().fields())
                .extracting(Form.Field::id)
                .containsExactly("outcome", "rejectionReason", "otherReason", "nextStepDate", "note");
        Form.Field reason = detail.form().field("rejectionReason").orElseThrow();
        assertThat(reason.options()).extracting(option -> option.value()).contains("noBudget", "other");
        assertThat(reason.requiredWhen()).isEqualTo("outcome=reject");
        assertThat(detail.form().field("note").orElseThrow().rows()).isEqualTo(4);
        assertThat(detail.mayAnswer()).isTrue();
        assertThat(detail.mayAsk()).isTrue();
    }

    @Test
    void the_manager_chooses_from_the_active_reps_whom_they_manage() {
        // given
        String id = desk.task(desk.lead(), "Activity_PlaceLead", "sales-manager", null, "high", Duration.ofHours(1));
        cast.actingAs("boss");

        // then
        assertThat(worklist.task(id).form().field("rep").orElseThrow().options())
                .extracting(option -> option.value())
                .contains("ada", "ben")
                .doesNotContain("mary", "chloe");
    }

    @Test
    void seeing_is_not_answering() {
        // given
        String id = desk.task("sales-rep", "ada");

        // then
        cast.actingAs("ben");
        assertThat(worklist.task(id).mayAnswer()).isFalse();
        assertThat(worklist.task(id).mayAssign()).isFalse();
        cast.actingAs("boss");
        assertThat(worklist.task(id).mayAnswer()).isFalse();
        assertThat(worklist.task(id).mayAssign()).isTrue();
        assertThat(worklist.candidates(id))
                .extracting(option -> option.value())
                .contains("ada", "ben")
                .doesNotContain("chloe", "boss");
        cast.actingAs("chloe");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> worklist.task(id));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> worklist.task("nothing"));
    }

    @Test
    void a_rebuild_makes_the_inbox_equal_to_the_running_tasks() {
        // given
        String kept = desk.task("marketing", null);
        String lost = desk.task("marketing", null);
        String wrong = desk.task("marketing", null);
        jdbc.sql("delete from task_item where task_id = ?").param(lost).update();
        jdbc.sql("update task_item set assignee = 'mike' where task_id = ?")
                .param(wrong)
                .update();
        jdbc.sql("""
            insert into task_item (task_id, lead_id, definition_id, step, name, role, priority,
                created_at, due)
            select 'gone', lead_id, definition_id, step, name, role, priority, created_at, due
            from task_item where task_id = ?
            """).param(kept).update();

        // when
        cast.actingAs("admin");
        InboxRebuild.Rebuilt rebuilt = rebuild.rebuild();
        InboxRebuild.Rebuilt again = rebuild.rebuild();

        // then
        assertThat(rebuilt).isEqualTo(new InboxRebuild.Rebuilt(3, 1, 1, 1, 0));
        assertThat(again).isEqualTo(new InboxRebuild.Rebuilt(3, 0, 0, 0, 0));
        assertThat(seenBy("mary")).containsExactlyInAnyOrder(kept, lost, wrong);
    }

    @Test
    void only_administrators_rebuild() {
        cast.actingAs("boss");

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> rebuild.rebuild());
    }

    private List<String> seenBy(String login) {
        cast.actingAs(login);
        return ids(InboxQuery.of(Scope.ALL));
    }

    private List<String> ids(InboxQuery query) {
        return worklist.page(query).items().stream().map(TaskRow::id).toList();
    }

    private long count(InboxQuery query) {
        assertThat(worklist.page(query).total()).isEqualTo(worklist.count(query));
        return worklist.count(query);
    }
}
