package org.leadrelay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * Captures a second, as one API call is, against process starts of the bare engine at the product's history level, in turns on one
 * PostgreSQL. A capture checks a record, finds or makes its lead, keeps facts and consents, and starts the journey.
 */
@ProductTest
@ContextConfiguration(initializers = DurableServer.class)
@TestPropertySource(properties = "leadrelay.benchmark=capture")
@Import(Product.class)
class CaptureBenchmark {

    private static final int CLIENTS = Integer.getInteger("benchmark.clients", 4);
    private static final int LEADS = Integer.getInteger("benchmark.leads", 500);
    private static final int WARM_UPS = Integer.getInteger("benchmark.warmups", 30);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 10);

    @Autowired
    Product product;

    @Autowired
    FactSheet factSheet;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_capture_is_measured_against_a_process_start() throws Exception {
        // given
        assertThat(product.serverSetting("fsync")).isEqualTo("on");
        product.stage();
        Map<String, Object> facts = factSheet.gather(product.capture(), 1);
        List<Contender> contenders = List.of(product, BareEngine.start(facts, new OperationsHistoryLevel()));
        ProcessorTime processors = new ProcessorTime(jdbc);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

        // when
        double[][] pace = new double[2][ROUNDS];
        double[][] work = new double[2][ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            for (int turn = 0; turn < 2; turn++) {
                int who = Math.floorMod(round + turn, 2);
                Duration before = processors.used();
                double captured = captured(contenders.get(who), clients);
                if (round >= 0) {
                    pace[who][round] = captured;
                    work[who][round] = processors.used().minus(before).toNanos() / 1e6 / LEADS;
                }
            }
        }
        clients.shutdown();

        // then
        double[] ratios = new double[ROUNDS];
        double[] byProcessor = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = pace[0][round] / pace[1][round];
            byProcessor[round] = work[1][round] / work[0][round];
        }
        Report.text(
                "capture, %d clients, %d x %d: product %.1f a second, bare engine %.1f starts a second; ratio within a"
                        + " round %.2f, by processor time %.2f",
                CLIENTS,
                ROUNDS,
                LEADS,
                Report.median(pace[0]),
                Report.median(pace[1]),
                Report.median(ratios),
                Report.median(byProcessor));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("captures", ROUNDS * LEADS);
        row.put("clients", CLIENTS);
        row.put("product, captures a second", Report.median(pace[0]));
        row.put("bare engine, starts a second", Report.median(pace[1]));
        row.put("ratio", Report.median(ratios));
        row.put("by processor time", Report.median(byProcessor));
        Report.row("capture", row);
    }

    /** A second. */
    private static double captured(Contender contender, ExecutorService clients) throws Exception {
        List<Callable<UUID>> captures = new ArrayList<>();
        for (int lead = 0; lead < LEADS; lead++) {
            captures.add(contender::capture);
        }
        long start = System.nanoTime();
        List<Future<UUID>> done = clients.invokeAll(captures);
        double seconds = (System.nanoTime() - start) / 1e9;
        for (Future<UUID> lead : done) {
            assertThat(lead.get()).isNotNull();
        }
        return LEADS / seconds;
    }
}
