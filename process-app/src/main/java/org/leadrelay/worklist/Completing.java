package org.leadrelay.worklist;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Who is completing which task in the current transaction: told by {@link TaskCommands}, read when the
 * engine closes it.
 */
final class Completing {

    private static final Object KEY = new Object();

    private Completing() {}

    static void begin(String taskId, String login) {
        TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
        TransactionSynchronizationManager.bindResource(KEY, new Whom(taskId, login));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(KEY);
            }
        });
    }

    static @Nullable String personOf(String taskId) {
        return TransactionSynchronizationManager.getResource(KEY) instanceof Whom whom
                        && whom.taskId().equals(taskId)
                ? whom.login()
                : null;
    }

    private record Whom(String taskId, String login) {}
}
