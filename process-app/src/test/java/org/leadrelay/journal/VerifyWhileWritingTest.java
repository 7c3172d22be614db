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
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final int PER_LEAD = 25;

    @Autowired
    JourneyLog log;

    @Autowired
    ChainVerification chains;

    @Autowired
    TransactionOperations transactions;

    /** New leads now and then, so that the chains stay short. */
    private final List<UUID> leads = IntStream.range(0, VERIFICATIONS / PER_LEAD)
            .mapToObj(i -> UUID.randomUUID())
            .toList();

    private final AtomicInteger verifications = new AtomicInteger();

    @Test
    void three_writers_and_a_thousand_verifications_give_no_finding() throws Exception {
        // given
        AtomicBoolean verified = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS + VERIFIERS);
        List<Future<Long>> written = new ArrayList<>();
        List<Future<List<ChainVerification.Verified>>> results = new ArrayList<>();

        // when
        try {
            for (int i = 0; i < WRITERS; i++) {
                written.add(pool.submit(() -> writeUntil(verified)));
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

    private long writeUntil(AtomicBoolean done) {
        long transactionsDone = 0;
        while (!done.get()) {
            write(lead(verifications.get()));
            transactionsDone++;
        }
        return transactionsDone;
    }

    private List<ChainVerification.Verified> verify() {
        return IntStream.range(0, VERIFICATIONS / VERIFIERS)
                .mapToObj(i -> chains.verify(lead(verifications.getAndIncrement())))
                .toList();
    }

    private UUID lead(int verification) {
        return leads.get(Math.min(verification / PER_LEAD, leads.size() - 1));
    }

    private void write(UUID lead) {
        transactions.executeWithoutResult(status -> {
            log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
            log.add(lead, Kind.SIGNAL, Map.of("signal", "form"));
        });
    }
}
