package org.leadrelay.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rules about who may do what look at. */
record TaskItem(
        String taskId,
        UUID leadId,
        String definitionId,
        String step,
        String name,
        String role,
        @Nullable String assignee,
        boolean waiting) {}
