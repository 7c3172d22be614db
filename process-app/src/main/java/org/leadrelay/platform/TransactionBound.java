package org.leadrelay.platform;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transaction-bound state: one object for each transaction and key, gone at its end. A transaction within another has one of its
 * own. It is looked up by its key, because Spring sorts all synchronizations each time it is asked for them.
 */
public abstract class TransactionBound implements TransactionSynchronization {

    private final Object key;

    /**
     * @param key whose state it is, by identity; mostly the component that keeps it
     */
    protected TransactionBound(Object key) {
        this.key = key;
    }

    /**
     * That of the current transaction, made if there is none yet.
     *
     * @throws IllegalStateException outside a transaction
     */
    public static <T extends TransactionBound> T of(Object key, Class<T> type, Supplier<T> maker) {
        return find(key, type).orElseGet(() -> {
            T made = maker.get();
            TransactionSynchronizationManager.registerSynchronization(made);
            TransactionSynchronizationManager.bindResource(key, made);
            return made;
        });
    }

    /** That of the current transaction; empty when it has none, and outside a transaction. */
    public static <T extends TransactionBound> Optional<T> find(Object key, Class<T> type) {
        return Optional.ofNullable(type.cast(TransactionSynchronizationManager.getResource(key)));
    }

    @Override
    public final void suspend() {
        @Nullable Object unused = TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }

    @Override
    public final void resume() {
        TransactionSynchronizationManager.bindResource(key, this);
    }

    @Override
    public final void afterCompletion(int status) {
        suspend();
    }
}
