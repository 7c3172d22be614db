package org.leadrelay.worklist;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.HandOff;

/**
 * Port to the engine's tasks. Implemented in {@code process}; every call joins the caller's transaction. Of
 * tasks that come and go the engine's listeners tell the {@link Inbox} before the call returns; of who has a
 * task, the worklist does.
 *
 * <p>Every method that changes a task throws {@code OptimisticLockingFailureException} when a timer
 * or another node was at the same task, and {@code NotFound} when the task is gone. The task's
 * person and rights are checked before.
 */
public interface EngineTasks {

    /**
     * The form as the model declares it; without fields when it declares none. Cached by the
     * adapter.
     */
    FormModel form(String definitionId, String step);

    /**
     * The form of an earlier version, as log lines name it; without fields where it is gone.
     */
    FormModel form(String definitionKey, int version, String step);

    /**
     * Gives the task to someone, or back to its role when null. With a rep's task goes the lead:
     * the rep that later steps are assigned to is this one.
     */
    void assign(String taskId, @Nullable String login);

    /**
     * Completes the task.
     *
     * @param routingFacts by the form's field ids; {@code String}, {@code Boolean}, {@code Long} or
     *     {@code java.util.Date}, and null for a field that was not answered, so that no answer of
     *     an earlier lap routes this one; what a person cannot answer is left out, and stays
     */
    void complete(String taskId, Map<String, @Nullable Object> routingFacts);

    /** A routing fact of the journey, as the task sees it; null when it has none of that name. */
    @Nullable
    Object fact(String taskId, String name);

    /** The lead as it would be handed to a rep now, of a task of its journey. */
    HandOff handOff(String taskId);

    /** Every running user task, for rebuilding the inbox. */
    List<TaskOpened> running();
}
