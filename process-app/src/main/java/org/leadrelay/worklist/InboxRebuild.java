package org.leadrelay.worklist;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.promise.Promises;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rebuild of the inbox from the engine's running tasks. While it works, tasks neither come nor go: whoever
 * changes one waits, whoever reads does not.
 */
@Service
public class InboxRebuild {

    private final EngineTasks tasks;
    private final TaskItemTable items;
    private final TaskCountTable counts;
    private final Promises promises;
    private final PendingAnswerTable answers;
    private final InboxChanges changes;
    private final CurrentPerson current;
    private final OperationLog log;
    private final Clock clock;

    InboxRebuild(
            EngineTasks tasks,
            TaskItemTable items,
            TaskCountTable counts,
            Promises promises,
            PendingAnswerTable answers,
            InboxChanges changes,
            CurrentPerson current,
            OperationLog log,
            Clock clock) {
        this.tasks = tasks;
        this.items = items;
        this.counts = counts;
        this.promises = promises;
        this.answers = answers;
        this.changes = changes;
        this.current = current;
        this.log = log;
        this.clock = clock;
    }

    /** For administrators. */
    @Transactional
    public Rebuilt rebuild() {
        current.get().mustHave(Permission.REBUILD_READ_MODELS);
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
        int recounted = counts.recount();
        changes.add(InboxChange.MUCH);
        Rebuilt rebuilt = new Rebuilt(running.size(), added, gone.size(), corrected, recounted);
        log.add(
                StreamKind.OPERATION,
                Kind.INBOX_REBUILT,
                "task_item",
                LineDetails.of("running", rebuilt.running())
                        .and("added", rebuilt.added())
                        .and("removed", rebuilt.removed())
                        .and("corrected", rebuilt.corrected())
                        .and("recounted", rebuilt.recounted())
                        .map());
        return rebuilt;
    }

    /**
     * What was found.
     *
     * @param running tasks in the inbox now
     * @param added tasks that were missing
     * @param removed rows whose task had ended
     * @param corrected rows that told something else than their task
     * @param recounted kinds of task of which there were more or fewer than counted
     */
    public record Rebuilt(int running, int added, int removed, int corrected, int recounted) {}
}
