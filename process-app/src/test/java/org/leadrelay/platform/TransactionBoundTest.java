package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class TransactionBoundTest {

    private static final Object KEY = new Object();

    private final TransactionTemplate transaction;
    private final TransactionTemplate within;

    TransactionBoundTest(@Autowired PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        within = new TransactionTemplate(transactions);
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private static final class Bound extends TransactionBound {

        Bound(Object key) {
            super(key);
        }
    }

    @Test
    void there_is_one_for_each_transaction_and_key() {
        Object other = new Object();
        Bound first = transaction.execute(status -> {
            Bound made = of(KEY);
            assertThat(of(KEY)).isSameAs(made);
            assertThat(of(other)).isNotSameAs(made);
            return made;
        });
        transaction.executeWithoutResult(status -> {
            assertThat(find(KEY)).isEmpty();
            assertThat(of(KEY)).isNotSameAs(first);
        });
    }

    @Test
    void a_transaction_within_has_its_own_and_the_outer_one_has_its_own_again() {
        transaction.executeWithoutResult(status -> {
            Bound outer = of(KEY);
            within.executeWithoutResult(inner -> {
                assertThat(find(KEY)).isEmpty();
                assertThat(of(KEY)).isNotSameAs(outer);
            });
            assertThat(find(KEY)).containsSame(outer);
        });
    }

    @Test
    void it_is_gone_when_the_transaction_ends_however_it_ends() {
        AtomicReference<Bound> bound = new AtomicReference<>();
        transaction.executeWithoutResult(status -> {
            bound.set(of(KEY));
            status.setRollbackOnly();
        });
        assertThat(bound.get()).isNotNull();
        assertThat(find(KEY)).isEmpty();
    }

    @Test
    void outside_a_transaction_there_is_none_and_none_is_made() {
        assertThat(find(KEY)).isEmpty();
        assertThatThrownBy(() -> of(KEY)).isInstanceOf(IllegalStateException.class);
        assertThat(find(KEY)).isEmpty();
    }

    private static Bound of(Object key) {
        return TransactionBound.of(key, Bound.class, () -> new Bound(key));
    }

    private static Optional<Bound> find(Object key) {
        return TransactionBound.find(key, Bound.class);
    }
}
