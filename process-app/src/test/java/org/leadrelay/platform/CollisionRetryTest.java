package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.lead.LeadCommands;
import org.leadrelay.testing.ProductTest;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class CollisionRetryTest {

    @Autowired
    CollisionRetry retry;

    @Autowired
    LeadCommands life;

    @Autowired
    CurrentPerson person;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_collision_is_seen_however_deep_it_is_wrapped() {
        assertThat(retry.collided(new OptimisticLockingFailureException("timer")))
                .isTrue();
        assertThat(retry.collided(new OptimisticLockException("version"))).isTrue();
        assertThat(retry.collided(new LockTimeoutException("row"))).isTrue();
        for (String state : new String[] {"40P01", "40001", "55P03"}) {
            assertThat(retry.collided(
                            new IllegalStateException(new RuntimeException(new SQLException("deadlock", state)))))
                    .as(state)
                    .isTrue();
        }
    }

    @Test
    void other_failures_are_not_tried_again() {
        AtomicInteger tries = new AtomicInteger();
        Supplier<String> deed = () -> {
            tries.incrementAndGet();
            throw new NotFound("gone");
        };

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> retry.retried(deed));

        assertThat(tries).hasValue(1);
        for (String state : new String[] {"23505", "22001", "57014"}) {
            assertThat(retry.collided(new IllegalStateException(new SQLException("", state))))
                    .isFalse();
        }
        assertThat(retry.collided(new IllegalStateException(new SQLException("unknown"))))
                .isFalse();
    }

    @Test
    void what_collides_now_and_then_is_done_and_what_always_collides_is_told() {
        // given
        AtomicInteger tries = new AtomicInteger();

        // when
        String done = retry.inTransaction(() -> {
            if (tries.incrementAndGet() < CollisionRetry.TRIES) {
                throw new OptimisticLockingFailureException("again");
            }
            return "done";
        });

        // then
        assertThat(done).isEqualTo("done");
        assertThatExceptionOfType(ConcurrencyFailureException.class)
                .isThrownBy(() -> retry.retried(() -> {
                    throw new OptimisticLockingFailureException("again");
                }));
    }

    @Test
    void within_a_transaction_its_owner_repeats() {
        AtomicInteger tries = new AtomicInteger();
        TransactionTemplate outer = new TransactionTemplate(transactions);

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> outer.execute(status -> retry.retried(() -> {
                    tries.incrementAndGet();
                    throw new OptimisticLockingFailureException("once");
                })));
        assertThat(tries).hasValue(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> outer.execute(status -> retry.inTransaction(() -> "impossible")));
    }

    @Test
    void commands_are_repeated_around_their_transaction() {
        assertThat(AopUtils.isAopProxy(life)).isTrue();
        Advisor[] advisors = ((org.springframework.aop.framework.Advised) life).getAdvisors();
        assertThat(advisors[0].getAdvice().getClass().getSimpleName()).isEqualTo("Retrying");
        assertThat(advisors).hasSizeGreaterThan(1);
    }
}
