package org.leadrelay.worklist;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.leadrelay.promise.Promises;
import org.springframework.stereotype.Component;

/**
 * Reconciliation of the inbox with the engine's running tasks. While it works, tasks neither come nor go: whoever
 * changes one waits, whoever reads does not.
 */
@Component
class InboxReconciliation {

    private final EngineTasks tasks;
    private final TaskItemTable items;
    private final TaskCountTable counts;
    private final Promises promises;
    private final PendingAnswerTable answers;
    private final Clock clock;

    InboxReconciliation(
            EngineTasks tasks,
            TaskItemTable items,
            TaskCountTable counts,
            Promises promises,
            PendingAnswerTable answers,
            Clock clock) {
        this.tasks = tasks;
        this.items = items;
        this.counts = counts;
        this.promises = promises;
        this.answers = answers;
        this.clock = clock;
    }

    /** Within the caller's transaction. */
    InboxRebuild.Rebuilt run() {
        items.holdStill();
        Map<String, TaskOpened> running = tasks.running().stream().collect(toMap(TaskOpened::taskId, task -> task));
        Set<String> known = items.all();
        HashSet<String> gone = new HashSet<>(known);
        gone.removeAll(running.keySet());
        gone.forEach(taskId -> items.close(taskId, null, clock.instant()));
        int added = 0;
        int corrected = 0;
        for (TaskOpened task : running.values()) {
            Instant due = task.due() == null ? Promises.NEVER : task.due();
            boolean waiting = task.due() != null && !due.isBefore(Promises.NEVER);
            boolean changed = true;
            if (known.contains(task.taskId())) {
                changed = items.correct(task, due, waiting) > 0;
                corrected += changed ? 1 : 0;
            } else {
                items.insert(task, due, task.remind(), waiting);
                added++;
            }
            if (changed) {
                promises.heldBy(task.leadId(), task.step(), task.assignee());
            }
        }
        answers.markAll();
        return new InboxRebuild.Rebuilt(running.size(), added, gone.size(), corrected, counts.recount());
    }
}
