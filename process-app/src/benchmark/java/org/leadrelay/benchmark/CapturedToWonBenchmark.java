package org.leadrelay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Leads a second from captured to won, through the product and through the bare engine with the
 * same models, in turns on one PostgreSQL. What is compared ran within seconds of each other: a
 * machine that is busier for a minute slows both sides of a round, and moves medians of all rounds.
 */
@ProductTest
@ContextConfiguration(initializers = DurableServer.class)
@TestPropertySource(properties = "leadrelay.benchmark=captured-to-won")
@Import(Product.class)
class CapturedToWonBenchmark {

    private static final int CLIENTS = 4;
    private static final int LEADS = 120;
    private static final int WARM_UPS = 4;
    private static final int ROUNDS = 20;

    /** Below this, what the product adds to the engine would cost more than the engine. */
    private static final double LEAST_RATIO = 0.5;

    @Autowired
    Product product;

    @Autowired
    FactSheet factSheet;

    @Test
    void the_product_keeps_at_least_half_the_pace_of_the_bare_engine() throws Exception {
        // given
        product.stage();
        BareEngine bare = BareEngine.start(factSheet.gather(product.capture(), 1));
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int round = 0; round < WARM_UPS; round++) {
            run(bare, clients);
            run(product, clients);
        }

        // when
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 2 == 0) {
                ours[round] = run(product, clients);
                theirs[round] = run(bare, clients);
            } else {
                theirs[round] = run(bare, clients);
                ours[round] = run(product, clients);
            }
            Report.text(
                    "captured to won, round %d: product %.1f, bare engine %.1f leads a second",
                    round + 1, ours[round], theirs[round]);
        }
        clients.shutdown();

        // then
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, round -> ours[round] / theirs[round]);
        double ratio = Report.median(ratios);
        Report.text(
                "captured to won, %d clients, %d x %d leads each, medians: product %.1f, bare engine %.1f"
                        + " leads a second, ratio within a round %.2f",
                CLIENTS, ROUNDS, LEADS, Report.median(ours), Report.median(theirs), ratio);
        assertThat(ratio).isGreaterThanOrEqualTo(LEAST_RATIO);
    }

    /** Leads a second. */
    private static double run(Contender contender, ExecutorService clients) throws Exception {
        List<Callable<UUID>> journeys = new ArrayList<>();
        for (int lead = 0; lead < LEADS; lead++) {
            journeys.add(contender::captureToWon);
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
