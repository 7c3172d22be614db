package org.leadrelay.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event of a task that waits for a person.
 *
 * @param step the model's element id
 * @param name the element's name as people read it
 * @param role the lane's role
 * @param priority high, normal or low; anything else counts as normal
 * @param due null, or the year 9999, when nothing is due
 */
public record TaskOpened(
        String taskId,
        UUID leadId,
        String definitionId,
        String step,
        String name,
        String role,
        @Nullable String assignee,
        @Nullable String priority,
        Instant createdAt,
        @Nullable Instant due,
        @Nullable Instant remind) {}
