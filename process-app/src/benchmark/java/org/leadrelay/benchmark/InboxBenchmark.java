package org.leadrelay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
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
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

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
    private static final int ROUNDS = 21;
    private static final Date NOW = Date.from(SettableClock.MONDAY_MORNING);

    @Autowired
    ManyTasks tasks;

    @Autowired
    TaskQueries worklist;

    @Autowired
    TaskService engine;

    @Autowired
    Cast cast;

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
        LongSupplier bare = () -> {
            counts(login, rep);
            theirs.on(engine.createTaskQuery()).orderByDueDate().asc().listPage(0, PAGE);
            return theirs.on(engine.createTaskQuery()).count();
        };
        long total = product.getAsLong();
        assertThat(total).as(what).isPositive();
        for (int round = 0; round < WARM_UPS; round++) {
            milliseconds(product, total);
            milliseconds(bare, total);
        }

        // when
        double[] our = new double[ROUNDS];
        double[] their = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            our[round] = milliseconds(product, total);
            their[round] = milliseconds(bare, total);
        }

        // then
        double ratio = Report.median(their) / Report.median(our);
        Report.text(
                "inbox at %,d open tasks, %s: product %.1f ms, engine %.1f ms, %.1f times ahead",
                ManyTasks.TASKS, what, Report.median(our), Report.median(their), ratio);
        assertThat(ratio).as(what).isGreaterThan(1);
        cast.actingAsNobody();
    }

    /** Mine, the role's, the team's, all, overdue. */
    private void counts(String login, boolean rep) {
        engine.createTaskQuery().taskAssignee(login).count();
        all(rep).count();
        all(rep).dueBefore(NOW).count();
        if (rep) {
            engine.createTaskQuery()
                    .taskAssigneeIn(ManyTasks.team().stream()
                            .filter(each -> !each.equals(login))
                            .toArray(String[]::new))
                    .count();
        } else {
            engine.createTaskQuery()
                    .or()
                    .taskCandidateGroup("marketing")
                    .taskAssignee(login)
                    .endOr()
                    .count();
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
