package org.leadrelay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.InboxQuery.Scope;
import org.leadrelay.worklist.TaskQueries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The inbox's first page with its counts at 100,000 open tasks (or {@code -Dbenchmark.tasks}), against the engine's own task query
 * asked for the same rows and for as many of the counts as it knows (none by step).
 */
@ProductTest
@ContextConfiguration(initializers = DurableServer.class)
@TestPropertySource(properties = "leadrelay.benchmark=inbox")
@Import(ManyTasks.class)
class InboxBenchmark {

    private static final int PAGE = 50;
    private static final int WARM_UPS = 5;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 21);
    private static final int ENGINE_ROUNDS = Math.min(ROUNDS, Integer.getInteger("benchmark.engine.rounds", ROUNDS));

    /** After which one of the engine's queries is given up, and counted as if it had answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Date NOW = Date.from(SettableClock.MONDAY_MORNING);

    @Autowired
    ManyTasks tasks;

    @Autowired
    TaskQueries worklist;

    @Autowired
    TaskService engine;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void the_inbox_is_ahead_of_the_engines_task_query() {
        tasks.make();

        compare(
                "marketing, the role's tasks",
                "marketer1",
                InboxQuery.of(Scope.ROLE),
                query -> query.or()
                        .taskCandidateGroup("marketing")
                        .taskAssignee("marketer1")
                        .endOr());
        compare(
                "marketing, one step, overdue",
                "marketer1",
                InboxQuery.of(Scope.ROLE).step("Activity_QualifyLead").overdue(true),
                query -> query.or()
                        .taskCandidateGroup("marketing")
                        .taskAssignee("marketer1")
                        .endOr()
                        .taskDefinitionKey("Activity_QualifyLead")
                        .dueBefore(NOW));
        compare("a rep's own tasks", "rep3", InboxQuery.of(Scope.MINE), query -> query.taskAssignee("rep3"));
        compare(
                "a rep's team",
                "rep3",
                InboxQuery.of(Scope.TEAM),
                query -> query.taskAssigneeIn(ManyTasks.team().stream()
                        .filter(login -> !login.equals("rep3"))
                        .toArray(String[]::new)));
    }

    private interface Filter {
        TaskQuery on(TaskQuery query);
    }

    private void compare(String what, String login, InboxQuery ours, Filter theirs) {
        // given
        cast.actingAs(login);
        LongSupplier product = () -> {
            worklist.counts();
            return worklist.page(ours).total();
        };
        boolean rep = login.startsWith("rep");
        long total = product.getAsLong();
        AtomicInteger givenUp = new AtomicInteger();
        LongSupplier bare = () -> {
            counts(login, rep, givenUp);
            within(
                    givenUp,
                    () -> theirs.on(engine.createTaskQuery())
                            .orderByDueDate()
                            .asc()
                            .listPage(0, PAGE)
                            .size());
            long count =
                    within(givenUp, () -> theirs.on(engine.createTaskQuery()).count());
            return count < 0 ? total : count;
        };
        assertThat(total).as(what).isPositive();
        for (int round = 0; round < WARM_UPS; round++) {
            milliseconds(product, total);
            if (ENGINE_ROUNDS == ROUNDS) {
                milliseconds(bare, total);
            }
        }
        givenUp.set(0);

        // when
        double[] our = new double[ROUNDS];
        double[] their = new double[ENGINE_ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            our[round] = milliseconds(product, total);
            if (round < ENGINE_ROUNDS) {
                their[round] = milliseconds(bare, total);
            }
        }

        // then
        double ratio = Report.median(their) / Report.median(our);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("open tasks", ManyTasks.TASKS);
        row.put("view", what);
        row.put("product, median ms", Report.median(our));
        row.put("product, p95 ms", Report.p95(our));
        row.put("engine's query, median ms", Report.median(their));
        row.put("times ahead", ratio);
        row.put("engine's queries given up after 20 s", givenUp.get());
        Report.row("inbox", row);
        Report.text(
                "inbox at %,d open tasks, %s: product median %.1f ms, p95 %.1f ms, engine %.1f ms, %.1f times ahead;"
                        + " %d of the engine's queries given up after 20 s",
                ManyTasks.TASKS, what, Report.median(our), Report.p95(our), Report.median(their), ratio, givenUp.get());
        assertThat(ratio).as(what).isGreaterThan(1);
        cast.actingAsNobody();
    }

    /** Mine, the role's, the team's, all, overdue. */
    private void counts(String login, boolean rep, AtomicInteger givenUp) {
        within(givenUp, () -> engine.createTaskQuery().taskAssignee(login).count());
        within(givenUp, () -> all(rep).count());
        within(givenUp, () -> all(rep).dueBefore(NOW).count());
        within(
                givenUp,
                () -> rep
                        ? engine.createTaskQuery()
                                .taskAssigneeIn(ManyTasks.team().stream()
                                        .filter(each -> !each.equals(login))
                                        .toArray(String[]::new))
                                .count()
                        : engine.createTaskQuery()
                                .or()
                                .taskCandidateGroup("marketing")
                                .taskAssignee(login)
                                .endOr()
                                .count());
    }

    /** What the query answers, or -1 when it is given up. */
    private long within(AtomicInteger givenUp, LongSupplier query) {
        try {
            Long answer = transactions.execute(status -> {
                jdbc.sql("select set_config('statement_timeout', ?, true)")
                        .param(String.valueOf(PATIENCE.toMillis()))
                        .query(String.class)
                        .single();
                return query.getAsLong();
            });
            return answer == null ? -1 : answer;
        } catch (RuntimeException e) {
            if (!String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage())
                    .contains("statement timeout")) {
                throw e;
            }
            givenUp.incrementAndGet();
            return -1;
        }
    }

    private TaskQuery all(boolean rep) {
        return rep
                ? engine.createTaskQuery()
                        .or()
                        .taskCandidateGroup("sales-rep")
                        .taskAssigneeIn(ManyTasks.team().toArray(String[]::new))
                        .endOr()
                : engine.createTaskQuery().taskCandidateGroup("marketing").includeAssignedTasks();
    }

    /** How long it took to find as many as there are. */
    private static double milliseconds(LongSupplier work, long total) {
        long start = System.nanoTime();
        long found = work.getAsLong();
        long end = System.nanoTime();
        assertThat(found).isEqualTo(total);
        return (end - start) / 1e6;
    }
}
