package org.leadrelay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
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
import org.leadrelay.process.engine.OperationsHistoryLevel;
import org.leadrelay.qualification.FactSheet;
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
 * Response times of fifty people at work, alone and while deadlines run out; and the pace at which deadlines are worked off, against
 * the bare engine's at the product's history level. Each person opens the inbox, claims a task and completes it, then pauses.
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
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int WORKERS = 4;
    private static final Map<String, Object> QUALIFIED = Map.of(
            "outcome", "salesReady", "need", "yes", "budget", true, "timeframe", "quarter", "authority", "decides");

    @Autowired
    Product product;

    @Autowired
    FactSheet factSheet;

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
        Map<String, Object> facts = factSheet.gather(product.capture(), 1);
        BareEngine bare = BareEngine.start(facts, new OperationsHistoryLevel());
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        work(workers, Collections.nCopies(2 * PEOPLE * TASKS_EACH + 2 * PEOPLE, () -> {
            product.runJobs(product.captureToQualify());
        }));

        // when
        peopleWork();
        report("alone");

        // then
        double[][] paces = new double[2][ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int turn = 0; turn < 2; turn++) {
                int who = Math.floorMod(round + turn, 2);
                Contender contender = List.of(product, bare).get(who);
                handOff(contender, workers, DEADLINES / ROUNDS);
                clock.advance(Duration.ofDays(1));
                paces[who][round] = drain(contender, workers, DEADLINES / ROUNDS);
            }
            ratios[round] = paces[0][round] / paces[1][round];
        }
        Report.text(
                "%,d deadlines by %d workers in %d rounds: product %.0f a second, bare engine %.0f; ratio within a"
                        + " round %.2f",
                DEADLINES, WORKERS, ROUNDS, Report.median(paces[0]), Report.median(paces[1]), Report.median(ratios));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("deadlines", DEADLINES);
        row.put("product, a second", Report.median(paces[0]));
        row.put("bare engine, a second", Report.median(paces[1]));
        row.put("ratio", Report.median(ratios));
        Report.row("deadlines", row);

        handOff(product, workers, DEADLINES);
        clock.advance(Duration.ofDays(1));
        ExecutorService beside = Executors.newSingleThreadExecutor();
        Future<Double> draining = beside.submit(() -> drain(product, workers, DEADLINES));
        peopleWork();
        Report.text(
                "deadlines were worked off meanwhile: %s",
                draining.isDone() ? "all, before the last answer" : "all, and longer");
        draining.get();
        report("while deadlines run out");
        beside.shutdown();
        workers.shutdown();
    }

    /** Each hand-off has two deadlines: its reminder and its end. */
    private static void handOff(Contender contender, ExecutorService workers, int deadlines) throws Exception {
        work(workers, Collections.nCopies(deadlines / 2, contender::captureToHandOff));
    }

    /** Reminders first, then the ends; a second. None is left and none was carried out twice. */
    private static double drain(Contender contender, ExecutorService workers, int deadlines) throws Exception {
        long start = System.nanoTime();
        int fired = 0;
        for (String event : List.of("Event_AnswerReminder", "Event_AnswerOverdue")) {
            List<Runnable> timers = new ArrayList<>();
            for (String timer : contender.timers(event)) {
                timers.add(() -> contender.fire(timer));
            }
            fired += timers.size();
            work(workers, timers);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(fired).isGreaterThanOrEqualTo(deadlines);
        return fired / seconds;
    }

    private static void work(ExecutorService workers, List<? extends Runnable> all) throws Exception {
        List<Callable<Object>> calls = new ArrayList<>();
        all.forEach(each -> calls.add(Executors.callable(each)));
        for (Future<Object> done : workers.invokeAll(calls)) {
            done.get();
        }
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
