package org.leadrelay.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the rules about who may do what look at.
 *
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
        @Nullable String openedBy) {}
