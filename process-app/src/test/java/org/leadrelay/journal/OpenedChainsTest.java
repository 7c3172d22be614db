package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class OpenedChainsTest {

    private static final OffsetDateTime OPENED = OffsetDateTime.parse("2026-03-02T08:00:00.000001Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000); // it may begin anywhere, and run over
    private final OpenedChains chains = new OpenedChains(nanos::get);
    private final UUID lead = UUID.randomUUID();

    @BeforeEach
    void aTransaction() {
        TransactionSynchronizationManager.initSynchronization();
        chains.opened(lead, OPENED);
    }

    @AfterEach
    void ended() {
        TransactionSynchronizationManager.getSynchronizations()
                .forEach(each -> each.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        TransactionSynchronizationManager.clearSynchronization();
    }

    @Test
    void lines_are_recorded_as_much_later_as_they_are_written() {
        nanos.addAndGet(Duration.ofMillis(1_500).plusNanos(999).toNanos());

        assertThat(chains.take(lead)).contains(OPENED.plus(Duration.ofMillis(1_500)));
    }

    @Test
    void only_the_first_lines_of_a_chain_find_it_as_it_was_opened() {
        assertThat(chains.take(lead)).contains(OPENED);
        assertThat(chains.take(lead)).isEmpty();
        assertThat(chains.take(UUID.randomUUID())).isEmpty();
    }

    @Test
    void after_ten_seconds_the_database_is_asked_again() {
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(chains.take(lead)).isEmpty();
    }
}
