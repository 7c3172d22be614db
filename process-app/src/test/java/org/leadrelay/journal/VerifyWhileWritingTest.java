package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadrelay.audit.ChainVerification;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** A verification that accuses falsely is worse than none: chains that grow meanwhile stay without a finding. */
@ProductTest
class VerifyWhileWritingTest {

    private static final int VERIFICATIONS = 1_000;
    private static final int WRITERS = 3;
    private static final int VERIFIERS = 2;

    @Autowired
    JourneyLog log;

    @Autowired
    ChainVerification chains;

    @Autowired
    TransactionOperations transactions;

    private final List<UUID> leads =
            IntStream.range(0, 8).mapToObj(i -> UUID.randomUUID()).toList();

    @Test
    void three_writers_and_a_thousand_verifications_give_no_finding() throws Exception {
        // given
        leads.forEach(this::write);
        AtomicBoolean verified = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS + VERIFIERS);
        List<Future<Long>> written = new ArrayList<>();
        List<Future<List<ChainVerification.Verified>>> results = new ArrayList<>();

        // when
        try {
            for (int i = 0; i < WRITERS; i++) {
                int first = i;
                written.add(pool.submit(() -> writeUntil(verified, first)));
            }
            for (int i = 0; i < VERIFIERS; i++) {
                results.add(pool.submit(this::verify));
            }
            List<ChainVerification.Verified> all = new ArrayList<>();
            for (Future<List<ChainVerification.Verified>> each : results) {
                all.addAll(each.get());
            }
            verified.set(true);

            // then
            assertThat(all)
                    .hasSize(VERIFICATIONS)
                    .allSatisfy(each -> assertThat(each.findings()).isEmpty());
            for (Future<Long> each : written) {
                assertThat(each.get()).as("transactions of a writer").isGreaterThan(20);
            }
        } finally {
            verified.set(true);
            pool.shutdown();
        }
    }

    private long writeUntil(AtomicBoolean done, int first) {
        long transactionsDone = 0;
        for (int i = first; !done.get(); i++) {
            write(leads.get(i % leads.size()));
            transactionsDone++;
        }
        return transactionsDone;
    }

    private List<ChainVerification.Verified> verify() {
        return IntStream.range(0, VERIFICATIONS / VERIFIERS)
                .mapToObj(i -> chains.verify(leads.get(i % leads.size())))
                .toList();
    }

    private void write(UUID lead) {
        transactions.executeWithoutResult(status -> {
            log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
            log.add(lead, Kind.SIGNAL, Map.of("signal", "form"));
        });
    }
}
