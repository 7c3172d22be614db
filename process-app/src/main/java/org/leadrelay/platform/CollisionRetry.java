package org.leadrelay.platform;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Retry with back-off and jitter on deadlocks, serialization failures, lock timeouts and optimistic
 * locking. People never see such a collision: the next try finds things as the other left them.
 * Commands come here by {@link RetryOnCollision}.
 */
@Component
public class CollisionRetry {

    /** Attempts before the failure is reported. */
    public static final int TRIES = 8;

    /** The class of SQL states with which a database ends a transaction that met another. */
    private static final String ROLLED_BACK = "40";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int LONGEST_PAUSE_MILLIS = 400;

    private final TransactionTemplate transactions;
    private final ObjectProvider<CollisionClassifier> classifiers;
    private final LongAdder repeated = new LongAdder();

    CollisionRetry(PlatformTransactionManager transactions, ObjectProvider<CollisionClassifier> classifiers) {
        this.transactions = new TransactionTemplate(transactions);
        this.classifiers = classifiers;
    }

    /**
     * Does something in a transaction of its own.
     *
     * @throws ConcurrencyFailureException when it collided every time
     * @throws IllegalStateException within a transaction: what collided there cannot be done again
     */
    @SuppressWarnings("NullAway") // null comes back only when the deed returned it
    public <T> T inTransaction(Supplier<T> deed) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a collision can only be retried outside a transaction");
        }
        return retried(() -> transactions.execute(status -> deed.get()));
    }

    /**
     * Does something that begins and ends its own transaction; once only within a transaction,
     * whose owner repeats it.
     *
     * @throws ConcurrencyFailureException when it collided every time
     */
    public <T> T retried(Supplier<T> deed) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return deed.get();
        }
        for (int tried = 1; ; tried++) {
            try {
                return deed.get();
            } catch (RuntimeException e) {
                if (!collided(e)) {
                    throw e;
                }
                if (tried == TRIES) {
                    throw new ConcurrencyFailureException("collided " + TRIES + " times", e);
                }
                repeated.increment();
                pause(tried);
            }
        }
    }

    /** Whether it is a collision, however deep a library has wrapped it. */
    public boolean collided(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            Throwable link = each;
            if (isCollision(link) || classifiers.stream().anyMatch(known -> known.isCollision(link))) {
                return true;
            }
        }
        return false;
    }

    /** How often something was repeated since the start. */
    public long repeated() {
        return repeated.sum();
    }

    private static boolean isCollision(Throwable failure) {
        return failure instanceof ConcurrencyFailureException
                || failure instanceof OptimisticLockException
                || failure instanceof PessimisticLockException
                || failure instanceof LockTimeoutException
                || (failure instanceof SQLException sql && isCollision(sql.getSQLState()));
    }

    private static boolean isCollision(@Nullable String sqlState) {
        return sqlState != null && (sqlState.startsWith(ROLLED_BACK) || sqlState.equals(LOCK_NOT_AVAILABLE));
    }

    private static void pause(int tried) {
        int longest = Math.min(LONGEST_PAUSE_MILLIS, 10 << tried);
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(1, longest)));
    }
}
