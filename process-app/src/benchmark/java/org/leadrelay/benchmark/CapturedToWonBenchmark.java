package org.leadrelay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.junit.jupiter.api.Test;
import org.leadrelay.process.engine.OperationsHistoryLevel;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Leads a second from captured to won, through the product and through the bare engine with the
 * same models, once with full history and once with the product's level, in turns on one PostgreSQL. What is compared ran within seconds of each other: a
 * machine that is busier for a minute slows both sides of a round, and moves medians of all rounds.
 */
@ProductTest
@ContextConfiguration(initializers = DurableServer.class)
@TestPropertySource(properties = "leadrelay.benchmark=captured-to-won")
@Import(Product.class)
class CapturedToWonBenchmark {

    private static final int CLIENTS = Integer.getInteger("benchmark.clients", 4);
    private static final int LEADS = Integer.getInteger("benchmark.leads", 240);
    private static final int WARM_UPS = Integer.getInteger("benchmark.warmups", 11);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);

    /** Leads of each contender that wait for their hand-off's answer meanwhile, as a firm's do. */
    private static final int STOCK = Integer.getInteger("benchmark.stock", 0);

    private static final String PACE = "leads a second";
    private static final String WORK = "processor ms a lead";
    private static final String ALONE = "without compiler and collector";

    /** Below this, what the product adds to the engine would cost more than the engine. */
    private static final double LEAST_RATIO = 0.5;

    /** Nanoseconds of processor time that the clients' own threads have used. */
    private final LongAdder clientsWork = new LongAdder();

    @Autowired
    Product product;

    @Autowired
    FactSheet factSheet;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_product_keeps_pace_with_the_bare_engine() throws Exception {
        // given
        assertThat(product.serverSetting("fsync")).isEqualTo("on");
        product.stage();
        Map<String, Object> facts = factSheet.gather(product.capture(), 1);
        List<Contender> contenders = List.of(
                product,
                BareEngine.start(facts, HistoryLevel.HISTORY_LEVEL_FULL),
                BareEngine.start(facts, new OperationsHistoryLevel()));
        ProcessorTime processors = new ProcessorTime(jdbc);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        Rounds rounds = new Rounds(contenders, WARM_UPS, ROUNDS);
        for (Contender contender : contenders) {
            for (Future<UUID> waiting :
                    clients.invokeAll(Collections.nCopies(STOCK, (Callable<UUID>) contender::captureToHandOff))) {
                waiting.get();
            }
        }

        // when
        rounds.run((contender, counts) -> {
            Duration before = processors.used();
            Duration inDatabase = processors.database();
            clientsWork.reset();
            double pace = run(contender, clients);
            return Map.of(
                    PACE,
                    pace,
                    WORK,
                    processors.used().minus(before).toNanos() / 1e6 / LEADS,
                    ALONE,
                    (processors.database().minus(inDatabase).toNanos() + clientsWork.sum()) / 1e6 / LEADS);
        });
        clients.shutdown();

        // then
        double ofFull = rounds.ratio(PACE, 0, 1);
        Report.text(
                "captured to won, %d clients, %d x %d leads each, medians: product %.1f, bare engine %.1f with full"
                        + " history, %.1f with ours, leads a second; ratios within a round %.2f and %.2f,"
                        + " by processor time %.2f and %.2f, without compiler and collector %.2f and %.2f",
                CLIENTS,
                ROUNDS,
                LEADS,
                rounds.median(PACE, 0),
                rounds.median(PACE, 1),
                rounds.median(PACE, 2),
                ofFull,
                rounds.ratio(PACE, 0, 2),
                rounds.ratio(WORK, 1, 0),
                rounds.ratio(WORK, 2, 0),
                rounds.ratio(ALONE, 1, 0),
                rounds.ratio(ALONE, 2, 0));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("leads", ROUNDS * LEADS);
        row.put("clients", CLIENTS);
        row.put("others that wait", STOCK);
        row.put("product, leads a second", rounds.median(PACE, 0));
        row.put("of bare engine, full history", ofFull);
        row.put("of bare engine, our level", rounds.ratio(PACE, 0, 2));
        row.put("product, processor ms a lead", rounds.median(WORK, 0));
        row.put("by processor time, full history", rounds.ratio(WORK, 1, 0));
        row.put("by processor time, our level", rounds.ratio(WORK, 2, 0));
        row.put("without compiler and collector, full history", rounds.ratio(ALONE, 1, 0));
        row.put("without compiler and collector, our level", rounds.ratio(ALONE, 2, 0));
        Report.row("captured to won", row);
        assertThat(ofFull).isGreaterThanOrEqualTo(LEAST_RATIO);
    }

    /** Leads a second. */
    private double run(Contender contender, ExecutorService clients) throws Exception {
        List<Callable<UUID>> journeys = new ArrayList<>();
        for (int lead = 0; lead < LEADS; lead++) {
            journeys.add(() -> {
                Duration before = ProcessorTime.ofThisThread();
                UUID captured = contender.captureToWon();
                clientsWork.add(ProcessorTime.ofThisThread().minus(before).toNanos());
                return captured;
            });
        }
        long start = System.nanoTime();
        List<Future<UUID>> done = clients.invokeAll(journeys);
        double seconds = (System.nanoTime() - start) / 1e9;
        for (Future<UUID> lead : done) {
            assertThat(contender.won(lead.get())).isTrue();
        }
        return LEADS / seconds;
    }
}
