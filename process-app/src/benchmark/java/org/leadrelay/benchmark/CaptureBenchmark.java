package org.leadrelay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.leadrelay.access.Roles;
import org.leadrelay.intake.ImportDriver;
import org.leadrelay.process.engine.OperationsHistoryLevel;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Captures a second, as one API call is and by the rows of a CSV file, against process starts of the bare engine at the product's history level, in
 * turns on one PostgreSQL. A capture checks a record, finds or makes its lead, keeps facts and consents, and starts the journey. An import takes rows
 * by two workers and twenty to a transaction, the engine starts by all clients and one to a transaction.
 */
@ProductTest
@ContextConfiguration(initializers = DurableServer.class)
@TestPropertySource(properties = "leadrelay.benchmark=capture")
@Import({Product.class, ImportDriver.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptureBenchmark {

    private static final int CLIENTS = Integer.getInteger("benchmark.clients", 4);
    private static final int LEADS = Integer.getInteger("benchmark.leads", 500);
    private static final int WARM_UPS = Integer.getInteger("benchmark.warmups", 30);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 10);

    @Autowired
    Product product;

    @Autowired
    ImportDriver imports;

    @Autowired
    Cast cast;

    @Autowired
    FactSheet factSheet;

    @Autowired
    JdbcClient jdbc;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private BareEngine bare;

    /** All the leads of a round. */
    private interface Round {
        void run() throws Exception;
    }

    @BeforeAll
    void start() throws Exception {
        assertThat(product.serverSetting("fsync")).isEqualTo("on");
        product.stage();
        Map<String, Object> facts = factSheet.gather(product.capture(), 1);
        bare = BareEngine.start(facts, new OperationsHistoryLevel());
    }

    @AfterAll
    void stop() {
        clients.shutdown();
    }

    @Test
    void a_capture_is_measured_against_a_process_start() throws Exception {
        measure("capture", () -> capture(product), () -> capture(bare));
    }

    @Test
    void a_row_of_a_file_is_measured_against_a_process_start() throws Exception {
        cast.person("mia", Roles.MARKETING);
        cast.actingAs("mia");
        AtomicInteger files = new AtomicInteger();
        measure("capture by CSV", () -> importFile(files.incrementAndGet()), () -> capture(bare));
        cast.actingAsNobody();
    }

    private void measure(String what, Round ours, Round theirs) throws Exception {
        List<Round> contenders = List.of(ours, theirs);
        ProcessorTime processors = new ProcessorTime(jdbc);
        double[][] pace = new double[2][ROUNDS];
        double[][] work = new double[2][ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            for (int turn = 0; turn < 2; turn++) {
                int who = Math.floorMod(round + turn, 2);
                Duration before = processors.used();
                long start = System.nanoTime();
                contenders.get(who).run();
                double seconds = (System.nanoTime() - start) / 1e9;
                if (round >= 0) {
                    pace[who][round] = LEADS / seconds;
                    work[who][round] = processors.used().minus(before).toNanos() / 1e6 / LEADS;
                }
            }
        }
        double[] ratios = new double[ROUNDS];
        double[] byProcessor = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = pace[0][round] / pace[1][round];
            byProcessor[round] = work[1][round] / work[0][round];
        }
        Report.text(
                "%s, %d clients, %d x %d: product %.1f a second, bare engine %.1f starts a second; ratio within a"
                        + " round %.2f, by processor time %.2f",
                what,
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
        Report.row(what, row);
    }

    private void capture(Contender contender) throws Exception {
        List<Callable<UUID>> captures = Collections.nCopies(LEADS, contender::capture);
        for (Future<UUID> lead : clients.invokeAll(captures)) {
            assertThat(lead.get()).isNotNull();
        }
    }

    /** With the fields of {@link Product#capture}. */
    private void importFile(int number) {
        StringBuilder file = new StringBuilder(
                "Name,Email,Phone,Company,Country,Lead Source,Lead Number,Profile Score,Activity Score\n");
        for (int row = 0; row < LEADS; row++) {
            String id = number + "-" + row;
            file.append("Grace Example %s,grace%s@file.example,+49 30 %d,Example Works,DE,Web,C-%s,19,17\n"
                    .formatted(id, id, 70_000_000 + number * LEADS + row, id));
        }
        long before = leads();
        imports.run(file.toString(), "benchmark");
        assertThat(leads() - before).isEqualTo(LEADS);
    }

    private long leads() {
        return jdbc.sql("select count(*) from lead").query(Long.class).single();
    }
}
