package org.leadrelay.worklist;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does something in a transaction of its own, again when it collided with a timer or another node.
 * People never see such a collision: the second try finds things as the other left them.
 */
@Component
class Collisions {

    static final int TRIES = 5;
    private static final int LONGEST_PAUSE_MILLIS = 40;

    private final TransactionTemplate transactions;

    Collisions(PlatformTransactionManager transactions) {
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * @throws ConcurrencyFailureException when it collided every time
     * @throws IllegalStateException within a transaction: what collided there cannot be done again
     */
    <T> T retried(Supplier<T> deed) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a task's collision can only be retried outside a transaction");
        }
        for (int tried = 1; ; tried++) {
            try {
                return done(deed);
            } catch (ConcurrencyFailureException e) {
                if (tried == TRIES) {
                    throw e;
                }
                pause(tried);
            }
        }
    }

    @SuppressWarnings("NullAway") // null comes back only when the deed returned it
    private <T> T done(Supplier<T> deed) {
        return transactions.execute(status -> deed.get());
    }

    private static void pause(int tried) {
        int millis = ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS * tried);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
