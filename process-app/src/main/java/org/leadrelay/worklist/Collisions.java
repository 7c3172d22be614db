package org.leadrelay.worklist;

import java.sql.SQLException;
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

    /** The class of SQL states with which a database ends a transaction that met another. */
    private static final String ROLLED_BACK = "40";

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
            } catch (RuntimeException e) {
                if (!collided(e)) {
                    throw e;
                }
                if (tried == TRIES) {
                    throw new ConcurrencyFailureException("collided " + TRIES + " times", e);
                }
                pause(tried);
            }
        }
    }

    /**
     * Also a deadlock that the database resolved at our expense, however deep the engine has
     * wrapped it.
     */
    static boolean collided(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ConcurrencyFailureException) {
                return true;
            }
            if (each instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(ROLLED_BACK)) {
                return true;
            }
        }
        return false;
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
