package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ChainHeadCacheTest {

    private static final OffsetDateTime READ = OffsetDateTime.parse("2026-03-02T08:00:00.000001Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000); // it may begin anywhere, and run over
    private final ChainHeadCache heads = new ChainHeadCache(nanos::get);
    private final UUID lead = UUID.randomUUID();

    @BeforeEach
    void aTransaction() {
        TransactionSynchronizationManager.initSynchronization();
        heads.know(lead, new ChainHeadCache.Head(7, new byte[] {1, 2}, READ, false));
    }

    @AfterEach
    void ended() {
        TransactionSynchronizationManager.getSynchronizations()
                .forEach(each -> each.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        TransactionSynchronizationManager.clearSynchronization();
    }

    @Test
    void lines_follow_the_last_one_and_are_recorded_as_much_later_as_they_are_written() {
        nanos.addAndGet(Duration.ofMillis(1_500).plusNanos(999).toNanos());

        Optional<ChainHeadCache.Head> head = heads.take(lead);

        assertThat(head.map(ChainHeadCache.Head::at)).contains(READ.plus(Duration.ofMillis(1_500)));
        assertThat(head.map(ChainHeadCache.Head::seq)).contains(7L);
        assertThat(head.map(ChainHeadCache.Head::hash)).contains(new byte[] {1, 2});
    }

    @Test
    void only_the_first_lines_of_a_transaction_find_the_head_as_it_was_read() {
        assertThat(heads.take(lead)).isPresent();
        assertThat(heads.take(lead)).isEmpty();
        assertThat(heads.take(UUID.randomUUID())).isEmpty();
    }

    @Test
    void after_ten_seconds_the_database_is_asked_again() {
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());

        assertThat(heads.take(lead)).isEmpty();
    }

    @Test
    void only_the_head_of_a_chain_that_was_opened_is_locked() {
        UUID fresh = UUID.randomUUID();
        heads.opened(fresh, READ);

        assertThat(heads.take(fresh).map(ChainHeadCache.Head::locked)).contains(true);
        assertThat(heads.take(lead).map(ChainHeadCache.Head::locked)).contains(false);
    }
}
