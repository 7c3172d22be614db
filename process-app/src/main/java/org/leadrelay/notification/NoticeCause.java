package org.leadrelay.notification;

import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.Mandate;

/**
 * Cause of a notice: what it is about. When that is gone (a task is answered, a promise ended, a charter signed), every
 * notice of that cause is resolved.
 *
 * @param key as the database and REST write it: {@code task:} and an id
 */
public record NoticeCause(String key) {

    private static final String CHARTER = "charter:";

    /** A promise that is to be kept, or of which is to be said why it was not. */
    public static NoticeCause promise(UUID promiseId) {
        return new NoticeCause("promise:" + promiseId);
    }

    /** A task that is to be answered. */
    public static NoticeCause task(String taskId) {
        return new NoticeCause("task:" + taskId);
    }

    /** A version of the charter that this side is to sign. */
    public static NoticeCause signature(int version, Mandate mandate) {
        return new NoticeCause(CHARTER + version + ":" + mandate.code());
    }

    /** The version of the charter that it is about; empty when it is about something else. */
    public Optional<Integer> charterVersion() {
        return key.startsWith(CHARTER)
                ? Optional.of(Integer.valueOf(key.substring(CHARTER.length()).replaceFirst(":.*", "")))
                : Optional.empty();
    }

    /** The id of the task that it is about; empty when it is about something else. */
    public Optional<String> task() {
        return key.startsWith("task:") ? Optional.of(key.substring("task:".length())) : Optional.empty();
    }
}
