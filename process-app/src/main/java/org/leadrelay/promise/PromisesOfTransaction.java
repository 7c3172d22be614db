package org.leadrelay.promise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.TransactionBound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transaction-scoped cache of the promises opened in the current transaction. The engine reads a task's due
 * date, its reminder and its deadline one after the other; only the first of them needs the database, because
 * nobody else sees the row before the commit.
 */
@Component
final class PromisesOfTransaction {

    @Nullable
    Promise find(UUID leadId, String clause) {
        return kept().map(kept -> kept.byKey.get(key(leadId, clause))).orElse(null);
    }

    void keep(Promise promise) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionBound.of(this, Kept.class, () -> new Kept(this))
                    .byKey
                    .put(key(promise.leadId(), promise.clause()), promise);
        }
    }

    void forget(UUID leadId, String clause) {
        kept().ifPresent(kept -> kept.byKey.remove(key(leadId, clause)));
    }

    void forgetAll() {
        kept().ifPresent(kept -> kept.byKey.clear());
    }

    private static String key(UUID leadId, String clause) {
        return leadId + " " + clause;
    }

    private Optional<Kept> kept() {
        return TransactionBound.find(this, Kept.class);
    }

    private static final class Kept extends TransactionBound {

        private final Map<String, Promise> byKey = new HashMap<>();

        Kept(PromisesOfTransaction owner) {
            super(owner);
        }
    }
}
