package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.SALES_REP;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Journeys;
import org.springframework.stereotype.Component;

/**
 * Assignment of tasks: changes the assignee in the engine, the inbox, the ledger and the log. A rep's task takes
 * the lead with it: its place in the rep's capacity, and who owns it.
 */
@Component
class TaskAssignment {

    private final EngineTasks tasks;
    private final Inbox inbox;
    private final HandOffs handOffs;
    private final Journeys journeys;
    private final TaskLogLines lines;

    TaskAssignment(EngineTasks tasks, Inbox inbox, HandOffs handOffs, Journeys journeys, TaskLogLines lines) {
        this.tasks = tasks;
        this.inbox = inbox;
        this.handOffs = handOffs;
        this.journeys = journeys;
        this.lines = lines;
    }

    /** Nobody has it; now this person does. */
    void claim(TaskItem task, Actor actor) {
        give(task, actor.login());
        lines.add(task, Kind.TASK_CLAIMED, Map.of());
    }

    /** Back to its role. */
    void release(TaskItem task, String assignee) {
        give(task, null);
        lines.add(task, Kind.TASK_RELEASED, Map.of("from", assignee));
    }

    /** To somebody else, or back to its role when null. */
    void assign(TaskItem task, @Nullable String login) {
        give(task, login);
        Map<String, Object> details = new LinkedHashMap<>();
        if (task.assignee() != null) {
            details.put("from", task.assignee());
        }
        if (login != null) {
            details.put("to", login);
        }
        lines.add(task, Kind.TASK_ASSIGNED, details);
    }

    private void give(TaskItem task, @Nullable String login) {
        tasks.assign(task.taskId(), login);
        inbox.assigned(task.taskId(), login);
        if (login != null && task.role().equals(SALES_REP)) {
            handOffs.moved(task.leadId(), login);
            journeys.owner(task.leadId(), login);
        }
    }
}
