package org.leadrelay.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.junit.jupiter.api.Test;
import org.leadrelay.process.engine.OperationsHistoryLevel;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Pace at which deadlines that are all due are worked off: the product against the bare engine with full history and at the product's level, in turns on one
 * PostgreSQL. Each fires the timer and runs what it makes due at once: somebody is reminded, the lead is taken back and another rep is chosen.
 */
@ProductTest
@ContextConfiguration(initializers = DurableServer.class)
@TestPropertySource(properties = "leadrelay.benchmark=deadlines")
@Import(Product.class)
class DeadlinesBenchmark {

    private static final int WORKERS = 4;
    private static final int DEADLINES = Integer.getInteger("benchmark.deadlines.round", 600);
    private static final int WARM_UPS = Integer.getInteger("benchmark.warmups", 10);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 8);

    @Autowired
    Product product;

    @Autowired
    FactSheet factSheet;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void deadlines_are_worked_off() throws Exception {
        // given
        product.stage();
        Map<String, Object> facts = factSheet.gather(product.capture(), 1);
        List<Contender> contenders = List.of(
                product,
                BareEngine.start(facts, HistoryLevel.HISTORY_LEVEL_FULL),
                BareEngine.start(facts, new OperationsHistoryLevel()));
        ProcessorTime processors = new ProcessorTime(jdbc);
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        Deadlines deadlines = new Deadlines(workers);

        // when
        double[][] pace = new double[contenders.size()][ROUNDS];
        double[][] work = new double[contenders.size()][ROUNDS];
        double[][] database = new double[contenders.size()][ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                int who = Math.floorMod(round + turn, contenders.size());
                Contender contender = contenders.get(who);
                List<UUID> leads = deadlines.handOff(contender, DEADLINES);
                clock.advance(Duration.ofDays(1));
                Duration before = processors.database();
                double drained = deadlines.drain(contender, leads);
                if (round >= 0) {
                    pace[who][round] = drained;
                    database[who][round] = processors.database().minus(before).toNanos() / 1e6 / DEADLINES;
                    work[who][round] = database[who][round] + deadlines.work() / 1e6 / DEADLINES;
                }
            }
        }
        workers.shutdown();

        // then
        double[][] ratios = new double[2][];
        double[][] ofWork = new double[2][];
        for (int other = 0; other < 2; other++) {
            ratios[other] = ratios(pace[0], pace[other + 1]);
            ofWork[other] = ratios(work[other + 1], work[0]);
        }
        Report.text(
                "deadlines, %d workers, %d x %d each, medians: product %.0f, bare engine %.0f with full history, %.0f with"
                        + " ours, a second; ratios within a round %.2f and %.2f, by processor time of workers and"
                        + " database %.2f and %.2f; %.2f, %.2f and %.2f ms a deadline, of which the database %.2f, %.2f"
                        + " and %.2f",
                WORKERS,
                ROUNDS,
                DEADLINES,
                Report.median(pace[0]),
                Report.median(pace[1]),
                Report.median(pace[2]),
                Report.median(ratios[0]),
                Report.median(ratios[1]),
                Report.median(ofWork[0]),
                Report.median(ofWork[1]),
                Report.median(work[0]),
                Report.median(work[1]),
                Report.median(work[2]),
                Report.median(database[0]),
                Report.median(database[1]),
                Report.median(database[2]));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("deadlines", ROUNDS * DEADLINES);
        row.put("workers", WORKERS);
        row.put("product, a second", Report.median(pace[0]));
        row.put("of bare engine, full history", Report.median(ratios[0]));
        row.put("of bare engine, our level", Report.median(ratios[1]));
        row.put("by processor time, full history", Report.median(ofWork[0]));
        row.put("by processor time, our level", Report.median(ofWork[1]));
        Report.row("deadlines", row);
    }

    private static double[] ratios(double[] ones, double[] others) {
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, round -> ones[round] / others[round]);
        return ratios;
    }
}
