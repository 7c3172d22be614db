package org.leadrelay.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.notification.NoticeCause;
import org.leadrelay.notification.Notices;
import org.leadrelay.promise.Promises;
import org.leadrelay.worklist.InboxChange.What;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Read model (projection) of the running tasks that people see. The engine's listeners tell it what happens,
 * within the engine's transaction, so that a task and its row come and go together. A task that is not known is
 * passed over.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Inbox {

    private final TaskItemTable items;
    private final Promises promises;
    private final FailedAnswers lost;
    private final InboxChanges changes;
    private final QuestionAnswers answers;
    private final Notices notices;
    private final Clock clock;

    Inbox(
            TaskItemTable items,
            Promises promises,
            FailedAnswers lost,
            InboxChanges changes,
            QuestionAnswers answers,
            Notices notices,
            Clock clock) {
        this.items = items;
        this.promises = promises;
        this.lost = lost;
        this.changes = changes;
        this.answers = answers;
        this.notices = notices;
        this.clock = clock;
    }

    /** A task waits for somebody. */
    public void opened(TaskOpened task) {
        items.insert(task, due(task.due()), never(task.remind()) ? null : task.remind(), false);
        if (task.assignee() == null) {
            promises.heldByNobodyYet(task.leadId(), task.step());
        } else {
            promises.heldBy(task.leadId(), task.step(), task.assignee());
        }
        changes.add(new InboxChange(What.OPENED, task.taskId(), task.leadId(), task.role(), task.assignee()));
    }

    /** Somebody has it now, or nobody when null. */
    public void assigned(String taskId, @Nullable String login) {
        Optional<TaskItem> item = items.assign(taskId, login);
        item.ifPresent(task -> promises.heldBy(task.leadId(), task.step(), login));
        tell(What.ASSIGNED, item);
    }

    /**
     * It is over. Its promise hears of that from the engine's listeners too.
     *
     * @param assignee who had it then
     * @param how whether the assignee answered it
     * @return when the assignee answered it, which is earlier than now for an answer that had to wait
     */
    public Instant closed(String taskId, @Nullable String assignee, How how) {
        Instant now = clock.instant();
        Optional<TaskItemTable.Closed> closed = items.close(taskId, how == How.COMPLETED ? assignee : null, now);
        Optional<TaskItem> item = closed.map(TaskItemTable.Closed::task);
        tell(What.CLOSED, item);
        item.ifPresent(answers::over);
        if (how == How.COMPLETED) {
            item.ifPresent(task -> answers.answered(task, assignee));
        } else if (item.filter(TaskItem::pending).isPresent()) {
            lost.taskTakenAway(taskId);
        }
        notices.resolveAtEnd(NoticeCause.task(taskId));
        return closed.map(TaskItemTable.Closed::answeredAt).orElse(now);
    }

    /** How a task ends. */
    public enum How {
        COMPLETED,
        /** By a deadline or a withdrawal. */
        TAKEN_AWAY
    }

    /**
     * Its promise was moved.
     *
     * @param due null, or the year 9999, while the promise is paused
     * @param remind null when there is nothing to remind of now
     */
    public void dueChanged(String taskId, @Nullable Instant due, @Nullable Instant remind) {
        tell(What.DUE, items.due(taskId, due(due), never(remind) ? null : remind, never(due)));
    }

    private void tell(What what, Optional<TaskItem> item) {
        item.ifPresent(
                task -> changes.add(new InboxChange(what, task.taskId(), task.leadId(), task.role(), task.assignee())));
    }

    private static Instant due(@Nullable Instant due) {
        return due == null || never(due) ? Promises.NEVER : due;
    }

    private static boolean never(@Nullable Instant at) {
        return at == null || !at.isBefore(Promises.NEVER);
    }
}
