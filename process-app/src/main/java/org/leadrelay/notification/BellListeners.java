package org.leadrelay.notification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Registry of the open screens on this node that show a bell. */
@Component
class BellListeners {

    private static final Logger LOG = LoggerFactory.getLogger(BellListeners.class);

    private final Map<String, List<Runnable>> byLogin = new ConcurrentHashMap<>();

    Runnable add(String login, Runnable changed) {
        byLogin.compute(login, (key, known) -> {
            List<Runnable> all = known == null ? new CopyOnWriteArrayList<>() : known;
            all.add(changed);
            return all;
        });
        return () -> byLogin.computeIfPresent(login, (key, all) -> {
            all.remove(changed);
            return all.isEmpty() ? null : all;
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(NoticesChanged event) {
        event.logins().forEach(this::call);
    }

    /** Who has a screen open on this node. */
    Set<String> logins() {
        return Set.copyOf(byLogin.keySet());
    }

    void call(String login) {
        for (Runnable each : byLogin.getOrDefault(login, List.of())) {
            try {
                each.run();
            } catch (RuntimeException failure) {
                LOG.warn("A screen could not show a new notice.", failure);
            }
        }
    }
}
