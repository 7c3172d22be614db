package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.AtOnce;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.WaitingStatements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Locks that a transaction holds: given back when it ends, and no sooner. */
@ProductTest
class AdvisoryLockTest {

    @Autowired
    AdvisoryLock lock;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_lock_that_a_transaction_holds_is_free_when_it_ends() {
        // given
        assertThatIllegalStateException().isThrownBy(() -> lock.takenUntilCommit("test"));

        // then
        transactions.executeWithoutResult(status -> {
            assertThat(lock.takenUntilCommit("test")).isTrue();
            List<Boolean> others = AtOnce.atOnce(1, other -> transactions.execute(s -> lock.takenUntilCommit("test")));
            assertThat(others).containsExactly(false);
        });
        Boolean free = transactions.execute(status -> lock.takenUntilCommit("test"));
        assertThat(free).isTrue();
    }

    @Test
    void who_waits_for_it_has_it_when_the_transaction_before_has_ended() throws Exception {
        // given
        assertThatIllegalStateException().isThrownBy(() -> lock.awaitUntilCommit("test"));
        CompletableFuture<Boolean> second = new CompletableFuture<>();

        // when
        transactions.executeWithoutResult(status -> {
            lock.awaitUntilCommit("test");
            lock.awaitUntilCommit("test");
            second.completeAsync(() -> transactions.execute(other -> {
                lock.awaitUntilCommit("test");
                return true;
            }));
            WaitingStatements.await(jdbc, "%pg_advisory_xact_lock%");
            assertThat(second).isNotDone();
        });

        // then
        assertThat(second.get(20, TimeUnit.SECONDS)).isTrue();
    }
}
