package org.leadrelay.worklist;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transactional commands on one task under a pessimistic row lock. The right to a command is checked on the locked row, so of
 * two people one wins and the other learns who.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TaskActions {

    private static final Wording WORDING = Wording.of(TaskActions.class);

    private static final int LONGEST_COMMENT = 5_000;

    private final TaskGuard guard;
    private final TaskItemTable items;
    private final TaskAssignment assignment;
    private final TaskCompletion completion;
    private final PendingAnswers answers;
    private final Comments comments;
    private final TaskLogLines lines;
    private final InboxChanges changes;

    TaskActions(
            TaskGuard guard,
            TaskItemTable items,
            TaskAssignment assignment,
            TaskCompletion completion,
            PendingAnswers answers,
            Comments comments,
            TaskLogLines lines,
            InboxChanges changes) {
        this.guard = guard;
        this.items = items;
        this.assignment = assignment;
        this.completion = completion;
        this.answers = answers;
        this.comments = comments;
        this.lines = lines;
        this.changes = changes;
    }

    void claim(String taskId, Actor actor) {
        TaskItem task = mine(taskId, actor);
        if (task.assignee() == null) {
            assignment.claim(task, actor);
        }
    }

    void release(String taskId, Actor actor) {
        TaskAccess sight = guard.access(actor);
        TaskItem task = guard.unanswered(taskId, sight);
        String assignee = task.assignee();
        if (assignee != null) {
            guard.mustRelease(task, assignee, sight);
            assignment.release(task, assignee);
        }
    }

    /**
     * @param candidates who may be given the task, decided by the caller for this task
     */
    void reassign(String taskId, @Nullable String login, Actor actor, Candidates candidates) {
        TaskAccess sight = guard.access(actor);
        TaskItem task = guard.unanswered(taskId, sight);
        guard.mustAssign(task, sight);
        if (Objects.equals(login, task.assignee())) {
            return;
        }
        if (login != null) {
            candidates.check(login, task, sight);
        }
        assignment.assign(task, login);
    }

    /**
     * A task of somebody who left or is away goes to somebody else, or back to its role when there
     * is nobody. Nobody's right is asked: whoever deactivates people or notes an absence may.
     *
     * @return whether it was still theirs, and one that moves
     */
    boolean handOver(String taskId, String from, Predicate<TaskItem> moves, Function<TaskItem, Optional<String>> to) {
        Optional<TaskItem> task = items.lock(taskId)
                .filter(each -> from.equals(each.assignee()) && !each.pending())
                .filter(moves);
        task.ifPresent(each -> assignment.assign(each, to.apply(each).orElse(null)));
        return task.isPresent();
    }

    CompletionResult complete(String taskId, Map<String, ?> sent, Duration grace, Actor actor) {
        TaskItem task = mine(taskId, actor);
        if (grace.isZero()) {
            completion.complete(task, sent, actor);
            return new CompletionResult(task.leadId(), null);
        }
        return new CompletionResult(task.leadId(), answers.add(task, sent, actor, grace));
    }

    TaskDetail.Comment comment(String taskId, String words, Actor actor) {
        if (words.isBlank() || words.length() > LONGEST_COMMENT || words.indexOf('\0') >= 0) {
            throw Invalid.field("text", WORDING.text("commentText", LONGEST_COMMENT));
        }
        TaskItem task = guard.locked(taskId, guard.access(actor));
        TaskDetail.Comment comment = comments.add(task, actor, words.strip());
        lines.add(
                task,
                Kind.COMMENT,
                Map.of("comment", comment.id().toString(), "words", new CommittedText(words.strip())));
        changes.add(new InboxChange(InboxChange.What.COMMENTED, taskId, task.leadId(), task.role(), task.assignee()));
        return comment;
    }

    /** The task, locked, when it is this person's to answer. */
    TaskItem mine(String taskId, Actor actor) {
        return guard.mine(taskId, actor);
    }

    /** Says who else may have a task. */
    interface Candidates {

        /**
         * @throws Invalid when this login may not
         */
        void check(String login, TaskItem task, TaskAccess sight);
    }
}
