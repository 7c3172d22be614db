package org.leadrelay.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Row of a task as authorization needs it.
 *
 * @param name what is to be done, in the language of the current request
 * @param answered marketing has answered a question since its holder last looked
 * @param pending whether its holder has answered it, and the answer waits to be carried out
 * @param openedBy who of those that had it opened it last
 */
record TaskItem(
        String taskId,
        UUID leadId,
        String definitionId,
        String step,
        String name,
        String role,
        @Nullable String assignee,
        boolean waiting,
        boolean answered,
        boolean pending,
        @Nullable String openedBy) {}
