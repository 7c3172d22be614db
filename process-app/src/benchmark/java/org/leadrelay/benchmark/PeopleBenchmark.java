package org.leadrelay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.InboxQuery;
import org.leadrelay.worklist.InboxQuery.Scope;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskQueries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Response times of fifty people at work, alone and while deadlines run out. Each person opens the inbox, claims a task and completes it, then
 * pauses. {@link DeadlinesBenchmark} says how the pace of the deadlines compares.
 */
@ProductTest
@ContextConfiguration(initializers = DurableServer.class)
@TestPropertySource(properties = "leadrelay.benchmark=people")
@Import(Product.class)
class PeopleBenchmark {

    private static final int PEOPLE = Integer.getInteger("benchmark.people", 50);
    private static final int TASKS_EACH = Integer.getInteger("benchmark.tasks.each", 12);
    private static final int PAUSE_MILLISECONDS = Integer.getInteger("benchmark.pause", 3_000);
    private static final int DEADLINES = Integer.getInteger("benchmark.deadlines", 10_000);
    private static final int WORKERS = 4;
    private static final Map<String, Object> QUALIFIED = Map.of(
            "outcome", "salesReady", "need", "yes", "budget", true, "timeframe", "quarter", "authority", "decides");

    @Autowired
    Product product;

    @Autowired
    TaskQueries inbox;

    @Autowired
    TaskCommands tasks;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, Queue<Double>> took = new LinkedHashMap<>();

    @Test
    void people_work_and_deadlines_run_out() throws Exception {
        // given
        product.stage();
        for (int person = 0; person < PEOPLE; person++) {
            cast.person("marketer" + person, Roles.MARKETING);
        }
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        Deadlines deadlines = new Deadlines(workers);
        deadlines.atOnce(Collections.nCopies(2 * PEOPLE * TASKS_EACH + 2 * PEOPLE, () -> {
            UUID lead = product.captureToQualify();
            product.runJobs(lead);
            return lead;
        }));

        // when
        peopleWork();
        report("alone");
        List<UUID> leads = deadlines.handOff(product, DEADLINES);
        clock.advance(Duration.ofDays(1));
        ExecutorService beside = Executors.newSingleThreadExecutor();
        Future<Double> draining = beside.submit(() -> deadlines.drain(product, leads));
        peopleWork();
        Report.text(
                "deadlines were worked off meanwhile: %s",
                draining.isDone() ? "all, before the last answer" : "all, and longer");
        draining.get();
        report("while deadlines run out");
        beside.shutdown();
        workers.shutdown();
    }

    private void peopleWork() throws Exception {
        took.clear();
        List.of("inbox", "claim", "complete").forEach(what -> took.put(what, new ConcurrentLinkedQueue<>()));
        Queue<String> free = new ConcurrentLinkedQueue<>(
                jdbc.sql("select task_id from task_item where step = 'Activity_QualifyLead' and assignee is null")
                        .query(String.class)
                        .list());
        assertThat(free).hasSizeGreaterThanOrEqualTo(PEOPLE * TASKS_EACH);
        CountDownLatch done = new CountDownLatch(PEOPLE * TASKS_EACH);
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Future<?>> planned = new ArrayList<>();
        ScheduledExecutorService people = Executors.newScheduledThreadPool(PEOPLE);
        for (int person = 0; person < PEOPLE; person++) {
            String login = "marketer" + person;
            long delay = 0;
            for (int number = 0; number < TASKS_EACH; number++) {
                delay += ThreadLocalRandom.current().nextLong(PAUSE_MILLISECONDS / 2, PAUSE_MILLISECONDS * 3L / 2);
                planned.add(people.schedule(
                        () -> {
                            try {
                                answerOne(login, free.remove());
                            } catch (Throwable failure) {
                                failures.add(failure);
                            } finally {
                                done.countDown();
                            }
                        },
                        delay,
                        TimeUnit.MILLISECONDS));
            }
        }
        assertThat(done.await(20, TimeUnit.MINUTES)).isTrue();
        for (Future<?> each : planned) {
            each.get();
        }
        people.shutdownNow();
        assertThat(failures).isEmpty();
    }

    private void answerOne(String login, String task) {
        cast.actingAs(login);
        measure("inbox", () -> {
            inbox.counts();
            inbox.page(InboxQuery.of(Scope.ROLE));
        });
        measure("claim", () -> tasks.claim(task));
        measure("complete", () -> tasks.complete(task, QUALIFIED));
        cast.actingAsNobody();
    }

    private void measure(String what, Runnable action) {
        long start = System.nanoTime();
        action.run();
        took.get(what).add((System.nanoTime() - start) / 1e6);
    }

    private void report(String when) {
        took.forEach((what, times) -> {
            double[] each = times.stream().mapToDouble(Double::doubleValue).toArray();
            Report.text(
                    "%d people, one task in %.1f s each, %s, %s: median %.1f ms, p95 %.1f ms",
                    PEOPLE, PAUSE_MILLISECONDS / 1e3, when, what, Report.median(each), Report.p95(each));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("people", PEOPLE);
            row.put("when", when);
            row.put("action", what);
            row.put("median ms", Report.median(each));
            row.put("p95 ms", Report.p95(each));
            Report.row("people", row);
        });
    }
}
