package org.leadrelay.benchmark;

import java.time.Duration;
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

    private static final String PACE = "deadlines a second";
    private static final String WORK = "processor ms a deadline";
    private static final String DATABASE = "of it the database";
    private static final int WORKERS = 4;
    private static final int DEADLINES = Integer.getInteger("benchmark.deadlines.round", 600);
    private static final int MOST_TO_WARM_UP = 600;
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

        Rounds rounds = new Rounds(contenders, WARM_UPS, ROUNDS);

        // when
        rounds.run((contender, counts) -> {
            int due = counts ? DEADLINES : Math.min(DEADLINES, MOST_TO_WARM_UP);
            List<UUID> leads = deadlines.handOff(contender, due);
            clock.advance(Duration.ofDays(1));
            Duration before = processors.database();
            double pace = deadlines.drain(contender, leads);
            double database = processors.database().minus(before).toNanos() / 1e6 / due;
            return Map.of(PACE, pace, DATABASE, database, WORK, database + deadlines.work() / 1e6 / due);
        });
        workers.shutdown();

        // then
        Report.text(
                "deadlines, %d workers, %d x %d each, medians: product %.0f, bare engine %.0f with full history, %.0f with"
                        + " ours, a second; ratios within a round %.2f and %.2f, by processor time of workers and"
                        + " database %.2f and %.2f; %.2f, %.2f and %.2f ms a deadline, of which the database %.2f, %.2f"
                        + " and %.2f",
                WORKERS,
                ROUNDS,
                DEADLINES,
                rounds.median(PACE, 0),
                rounds.median(PACE, 1),
                rounds.median(PACE, 2),
                rounds.ratio(PACE, 0, 1),
                rounds.ratio(PACE, 0, 2),
                rounds.ratio(WORK, 1, 0),
                rounds.ratio(WORK, 2, 0),
                rounds.median(WORK, 0),
                rounds.median(WORK, 1),
                rounds.median(WORK, 2),
                rounds.median(DATABASE, 0),
                rounds.median(DATABASE, 1),
                rounds.median(DATABASE, 2));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("deadlines", ROUNDS * DEADLINES);
        row.put("workers", WORKERS);
        row.put("product, a second", rounds.median(PACE, 0));
        row.put("of bare engine, full history", rounds.ratio(PACE, 0, 1));
        row.put("of bare engine, our level", rounds.ratio(PACE, 0, 2));
        row.put("by processor time, full history", rounds.ratio(WORK, 1, 0));
        row.put("by processor time, our level", rounds.ratio(WORK, 2, 0));
        Report.row("deadlines", row);
    }
}
