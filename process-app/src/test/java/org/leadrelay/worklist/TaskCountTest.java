package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.promise.Promises;
import org.leadrelay.testing.AtOnce;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.worklist.InboxQuery.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The maintained counter of the inbox says what counting the tasks says, whatever happens at once. */
@ProductTest
@OwnDatabase
@Import(Desk.Furniture.class)
class TaskCountTest {

    private static final List<String> ROLES = List.of("marketing", "sales-rep", "arbiter");
    private static final List<String> PEOPLE = List.of("mary", "ada", "ben", "chloe", "judge");

    @Autowired
    TaskQueries worklist;

    @Autowired
    TaskCountTable counts;

    @Autowired
    TaskItemTable items;

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

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
    void it_counts_what_the_lists_hold() {
        // given
        desk.task("sales-rep", "ada");
        desk.task("sales-rep", "ben");
        desk.task("sales-rep", null);
        desk.task("marketing", null);
        desk.task("marketing", "mike");
        desk.task("arbiter", null);
        desk.task(desk.lead(), "Activity_Old", "sales-rep", "ada", "normal", Duration.ofHours(-1));
        desk.task(desk.lead(), "Activity_Old", "marketing", null, "normal", Duration.ofHours(-1));
        desk.task(desk.lead(), "Activity_Older", "sales-rep", "ada", "normal", Duration.ofDays(-3));
        desk.task(desk.lead(), "Activity_Older", "marketing", null, "normal", Duration.ofDays(-2));
        desk.task(desk.lead(), "Activity_Later", "marketing", null, "normal", Duration.ofDays(2));
        String paused = desk.task("sales-rep", "ada");
        transactions.executeWithoutResult(status -> items.due(paused, Promises.NEVER, null, true));
        String answered = desk.task("sales-rep", "ada");
        String answeredLate =
                desk.task(desk.lead(), "Activity_Older", "sales-rep", "ada", "normal", Duration.ofDays(-3));
        jdbc.sql("update task_item set answered_at = now() where task_id in (?, ?)")
                .params(answered, answeredLate)
                .update();

        // then
        theScreensAgree();
        assertThat(recounted()).isZero();
    }

    @Test
    void it_is_in_step_while_many_change_tasks_and_others_compact() {
        // when
        AtOnce.atOnce(6, number -> {
            Random random = new Random(number);
            for (int i = 0; i < 60; i++) {
                if (number == 5) {
                    counts.compact();
                } else {
                    change(random);
                }
            }
            return number;
        });

        // then
        assertThat(differing()).isZero();
        theScreensAgree();
        for (int i = 0; i < 20; i++) {
            jdbc.sql("update task_item set waiting = not waiting").update();
        }
        assertThat(counts.compact()).isPositive();
        assertThat(differing()).isZero();
        theScreensAgree();
    }

    @Test
    void what_somebody_wrote_into_the_tables_by_hand_is_counted_anew() {
        // given
        desk.task("marketing", null);
        jdbc.sql("insert into task_count values ('marketing', 'Activity_Ghost', 'none', 'none', null, false,"
                        + " '2026-03-02', 3)")
                .update();

        // when
        int wrong = recounted();

        // then
        assertThat(wrong).isEqualTo(1);
        assertThat(recounted()).isZero();
        theScreensAgree();
    }

    @Test
    void what_was_not_counted_while_nodes_were_rolled_is_counted_by_the_migration() throws IOException {
        // given: tasks that came and went before the triggers were there
        desk.task("marketing", null);
        desk.task("sales-rep", "ada");
        jdbc.sql("delete from task_count where role = 'marketing'").update();
        jdbc.sql("insert into task_count values ('marketing', 'Activity_Ghost', 'none', 'none', null, false,"
                        + " '2026-03-02', 3)")
                .update();
        assertThat(differing()).isEqualTo(2);

        // when
        String migration = new ClassPathResource("db/migration/V61__open_tasks_counted_anew.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        database.superuser().sql("begin;\n" + migration + "commit").update();

        // then
        assertThat(differing()).isZero();
        theScreensAgree();
    }

    private int recounted() {
        return transactions.execute(status -> {
            items.holdStill();
            return counts.recount();
        });
    }

    private void theScreensAgree() {
        for (String login : List.of("ada", "ben", "boss", "chloe", "mary", "mike", "judge", "both")) {
            cast.actingAs(login);
            InboxCounts said = worklist.counts();
            for (Scope scope : Scope.values()) {
                for (boolean overdue : List.of(true, false)) {
                    InboxQuery query = InboxQuery.of(scope).overdue(overdue).page(0, 500);
                    List<TaskRow> rows = worklist.rows(query);
                    assertThat(worklist.count(query)).as("%s %s", login, query).isEqualTo(rows.size());
                    assertThat(rows.stream().filter(TaskRow::waiting).count())
                            .as("%s %s", login, query)
                            .isEqualTo(worklist.count(query.waiting(true)));
                }
            }
            List<TaskRow> all = worklist.rows(InboxQuery.of(Scope.ALL).page(0, 500));
            assertThat(said.all()).as(login).isEqualTo(all.size());
            assertThat(said.mine())
                    .as(login)
                    .isEqualTo(worklist.rows(InboxQuery.of(Scope.MINE).page(0, 500))
                            .size());
            assertThat(said.overdue())
                    .as(login)
                    .isEqualTo(
                            worklist.rows(InboxQuery.of(Scope.ALL).overdue(true).page(0, 500))
                                    .size());
            for (InboxCounts.Step step : said.steps()) {
                assertThat(all.stream()
                                .filter(row -> row.role().equals(step.role())
                                        && row.step().equals(step.step()))
                                .count())
                        .as("%s %s", login, step)
                        .isEqualTo(step.count());
            }
        }
    }

    private void change(Random random) {
        String role = ROLES.get(random.nextInt(ROLES.size()));
        transactions.executeWithoutResult(status -> {
            switch (random.nextInt(4)) {
                case 0, 1 -> desk.task(role, random.nextBoolean() ? PEOPLE.get(random.nextInt(PEOPLE.size())) : null);
                case 2 ->
                    jdbc.sql("update task_item set assignee = ?, waiting = ? where task_id in"
                                    + " (select task_id from task_item where role = ? limit 1 for update skip locked)")
                            .params(PEOPLE.get(random.nextInt(PEOPLE.size())), random.nextBoolean(), role)
                            .update();
                default ->
                    jdbc.sql("delete from task_item where task_id in"
                                    + " (select task_id from task_item where role = ? limit 1 for update skip locked)")
                            .param(role)
                            .update();
            }
            if (random.nextInt(10) == 0) {
                status.setRollbackOnly();
            }
        });
    }

    private long differing() {
        return jdbc.sql("""
            select count(*) from (
                select role, step, definition_id, name, assignee, waiting, due_day from (
                    select role, step, definition_id, name, assignee, waiting, (due at time zone 'UTC')::date as due_day,
                        1 as n from task_item
                    union all select role, step, definition_id, name, assignee, waiting, due_day, -n from task_count) each
                group by role, step, definition_id, name, assignee, waiting, due_day having sum(n) <> 0) wrong
            """).query(Long.class).single();
    }
}
