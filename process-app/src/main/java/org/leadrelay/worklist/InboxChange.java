package org.leadrelay.worklist;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event of a committed change in the inbox. A hint to look again, never the truth itself: when very much changes
 * at once only {@link What#MUCH} is told, without a task.
 *
 * @param assignee who has it after the change
 */
public record InboxChange(
        What what,
        @Nullable String taskId,
        @Nullable UUID leadId,
        @Nullable String role,
        @Nullable String assignee) {

    static final InboxChange MUCH = new InboxChange(What.MUCH, null, null, null, null);

    /** Whether it concerns this task: what is told without a task may concern any. */
    public boolean concernsTask(@Nullable String id) {
        return taskId == null || taskId.equals(id);
    }

    /** Whether it concerns this lead: what is told without a lead may concern any. */
    public boolean concernsLead(UUID id) {
        return leadId == null || leadId.equals(id);
    }

    /** What happened. */
    public enum What {
        OPENED,
        ASSIGNED,
        /** Whoever has it has answered it; the answer is carried out when its grace is over. */
        ANSWERED,
        CLOSED,
        DUE,
        COMMENTED,
        MUCH
    }
}
