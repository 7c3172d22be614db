package org.leadrelay.promise;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transaction-scoped cache of the promises opened in the current transaction. The engine reads a task's due
 * date, its reminder and its deadline one after the other; only the first of them needs the database, because
 * nobody else sees the row before the commit.
 */
final class PromisesOfTransaction {

    @Nullable
    Promise find(UUID leadId, String clause) {
        Map<String, Promise> kept = kept();
        return kept == null ? null : kept.get(key(leadId, clause));
    }

    void keep(Promise promise) {
        Map<String, Promise> kept = kept();
        if (kept == null) {
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                return;
            }
            kept = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, kept);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void suspend() {
                    if (TransactionSynchronizationManager.hasResource(PromisesOfTransaction.this)) {
                        TransactionSynchronizationManager.unbindResource(PromisesOfTransaction.this);
                    }
                }

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(PromisesOfTransaction.this);
                }
            });
        }
        kept.put(key(promise.leadId(), promise.clause()), promise);
    }

    void forget(UUID leadId, String clause) {
        Map<String, Promise> kept = kept();
        if (kept != null) {
            kept.remove(key(leadId, clause));
        }
    }

    void forgetAll() {
        Map<String, Promise> kept = kept();
        if (kept != null) {
            kept.clear();
        }
    }

    private static String key(UUID leadId, String clause) {
        return leadId + " " + clause;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Map<String, Promise> kept() {
        return (Map<String, Promise>) TransactionSynchronizationManager.getResource(this);
    }
}
