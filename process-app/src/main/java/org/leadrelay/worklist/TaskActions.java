package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.SALES_REP;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.charter.Charter;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Journeys;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with a task, each within one transaction that holds the task's row locked: the
 * right to do it is checked on the row as it is then, so of two people one wins and the other
 * learns who.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TaskActions {

    private static final Wording WORDING = Wording.of(TaskActions.class);

    private static final int LONGEST_COMMENT = 5_000;

    private final TaskItemTable items;
    private final EngineTasks tasks;
    private final Inbox inbox;
    private final HandOffs handOffs;
    private final Journeys journeys;
    private final Forms forms;
    private final Notes notes;
    private final Drafts drafts;
    private final TaskAccessRules sights;
    private final TaskRefusals refusals;
    private final TaskLogLines lines;
    private final Charter charter;
    private final Comments comments;
    private final InboxChanges changes;
    private final Uninvolved uninvolved;

    TaskActions(
            TaskItemTable items,
            EngineTasks tasks,
            Inbox inbox,
            HandOffs handOffs,
            Journeys journeys,
            Forms forms,
            Notes notes,
            Drafts drafts,
            TaskAccessRules sights,
            TaskRefusals refusals,
            TaskLogLines lines,
            Charter charter,
            Comments comments,
            InboxChanges changes,
            Uninvolved uninvolved) {
        this.items = items;
        this.tasks = tasks;
        this.inbox = inbox;
        this.handOffs = handOffs;
        this.journeys = journeys;
        this.forms = forms;
        this.notes = notes;
        this.drafts = drafts;
        this.sights = sights;
        this.refusals = refusals;
        this.lines = lines;
        this.charter = charter;
        this.comments = comments;
        this.changes = changes;
        this.uninvolved = uninvolved;
    }

    void claim(String taskId, Actor actor) {
        var task = mine(taskId, actor);
        if (task.assignee() == null) {
            take(task, actor);
        }
    }

    void release(String taskId, Actor actor) {
        var sight = sights.of(actor);
        var task = seen(taskId, sight);
        var assignee = task.assignee();
        if (assignee == null) {
            return;
        }
        if (!sight.mayAssign(task)) {
            throw new Forbidden(WORDING.say("notReleased", refusals.name(assignee), task.name()));
        }
        tasks.release(taskId);
        inbox.assigned(taskId, null);
        lines.add(task, Kind.TASK_RELEASED, Map.of("from", assignee));
    }

    /**
     * @param candidates who may be given the task, decided by the caller for this task
     */
    void reassign(String taskId, @Nullable String login, Actor actor, Candidates candidates) {
        var sight = sights.of(actor);
        var task = seen(taskId, sight);
        if (!sight.mayAssign(task)) {
            throw new Forbidden(WORDING.say("notAssigned", task.name()));
        }
        if (Objects.equals(login, task.assignee())) {
            return;
        }
        if (login != null) {
            candidates.check(login, task, sight);
        }
        assign(task, login);
    }

    /**
     * A task of somebody who left or is away goes to somebody else, or back to its role when there
     * is nobody. Nobody's right is asked: whoever deactivates people or notes an absence may.
     *
     * @return whether it was still theirs, and one that moves
     */
    boolean handOver(String taskId, String from, Predicate<TaskItem> moves, Function<TaskItem, Optional<String>> to) {
        Optional<TaskItem> task =
                items.lock(taskId).filter(each -> from.equals(each.assignee())).filter(moves);
        task.ifPresent(each -> assign(each, to.apply(each).orElse(null)));
        return task.isPresent();
    }

    private void assign(TaskItem task, @Nullable String login) {
        tasks.reassign(task.taskId(), login);
        given(task, login);
        Map<String, Object> details = new LinkedHashMap<>();
        if (task.assignee() != null) {
            details.put("from", task.assignee());
        }
        if (login != null) {
            details.put("to", login);
        }
        lines.add(task, Kind.TASK_ASSIGNED, details);
    }

    UUID complete(String taskId, Map<String, ?> sent, Actor actor) {
        var task = mine(taskId, actor);
        var form = forms.of(task.definitionId(), task.step());
        var answers = Answers.check(form, sent, charter.calendar());
        if (task.assignee() == null) {
            take(task, actor);
        }
        answers.notes()
                .forEach((field, words) -> notes.write(
                        task, field, form.field(field).map(Form.Field::label).orElse(field), words, actor.login()));
        drafts.drop(taskId, actor.login());
        lines.completed(task, answers);
        Completing.begin(taskId, actor.login());
        tasks.complete(taskId, answers.facts());
        return task.leadId();
    }

    TaskDetail.Comment comment(String taskId, String words, Actor actor) {
        if (words.isBlank() || words.length() > LONGEST_COMMENT || words.indexOf('\0') >= 0) {
            throw Invalid.field("text", WORDING.say("commentText", LONGEST_COMMENT));
        }
        var task = seen(taskId, sights.of(actor));
        lines.add(task, Kind.COMMENT, Map.of());
        changes.add(new InboxChange(InboxChange.What.COMMENTED, taskId, task.leadId(), task.role(), task.assignee()));
        return comments.add(task, actor, words.strip());
    }

    /** The task, locked, when it is this person's to answer. */
    TaskItem mine(String taskId, Actor actor) {
        var sight = sights.of(actor);
        var task = seen(taskId, sight);
        var assignee = task.assignee();
        if (!sight.worksAs(task.role())) {
            throw new Forbidden(WORDING.say("notAnswering", task.name(), task.role()));
        }
        if (assignee != null && !assignee.equals(actor.login())) {
            throw refusals.taken(task, assignee);
        }
        uninvolved.whyNot(task, actor.login()).ifPresent(why -> {
            throw new Forbidden(why);
        });
        return task;
    }

    private TaskItem seen(String taskId, TaskAccess sight) {
        var task = items.lock(taskId).orElse(null);
        if (task == null) {
            throw refusals.gone(taskId, sight);
        }
        if (!sight.sees(task)) {
            throw refusals.notYours(task, sight);
        }
        return task;
    }

    private void take(TaskItem task, Actor actor) {
        tasks.claim(task.taskId(), actor.login());
        given(task, actor.login());
        lines.add(task, Kind.TASK_CLAIMED, Map.of());
    }

    /** A rep's task takes the lead with it: its place in the rep's capacity, and who owns it. */
    private void given(TaskItem task, @Nullable String login) {
        inbox.assigned(task.taskId(), login);
        if (login != null && task.role().equals(SALES_REP)) {
            handOffs.moved(task.leadId(), login);
            journeys.owner(task.leadId(), login);
        }
    }

    /** Says who else may have a task. */
    interface Candidates {

        /**
         * @throws Invalid when this login may not
         */
        void check(String login, TaskItem task, TaskAccess sight);
    }
}
