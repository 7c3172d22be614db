package org.leadrelay.worklist;

import java.util.Optional;
import java.util.Set;
import org.leadrelay.access.Actor;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Authorization of what people do with single tasks. Methods that give a task throw {@link NotFound}
 * for one that never was, {@link Conflict} for one that is over or that somebody else has, and
 * {@link Forbidden} for one that is not this person's to see.
 */
@Component
class TaskGuard {

    private static final Wording WORDING = Wording.of(TaskGuard.class);

    private final TaskItemTable items;
    private final TaskAccessRules sights;
    private final TaskRefusals refusals;
    private final Uninvolved uninvolved;

    TaskGuard(TaskItemTable items, TaskAccessRules sights, TaskRefusals refusals, Uninvolved uninvolved) {
        this.items = items;
        this.sights = sights;
        this.refusals = refusals;
        this.uninvolved = uninvolved;
    }

    TaskAccess access(Actor actor) {
        return sights.of(actor);
    }

    /** The task as it is now. */
    TaskItem seen(String taskId, TaskAccess sight) {
        return checked(items.find(taskId), taskId, sight);
    }

    /** The task, locked until the transaction ends. */
    TaskItem locked(String taskId, TaskAccess sight) {
        return checked(items.lock(taskId), taskId, sight);
    }

    /** The task, locked, when nobody has answered it. */
    TaskItem unanswered(String taskId, TaskAccess sight) {
        TaskItem task = locked(taskId, sight);
        if (task.pending()) {
            throw refusals.answered(task, sight);
        }
        return task;
    }

    /** The task, locked, when this person has it; also one that they have answered. */
    TaskItem heldBy(String taskId, Actor actor) {
        TaskItem task = locked(taskId, sights.of(actor));
        if (!actor.login().equals(task.assignee())) {
            throw new Forbidden(WORDING.text("notUndone", task.name()));
        }
        return task;
    }

    /** Why there is no such task, or no longer. */
    ProductException gone(String taskId, TaskAccess sight) {
        return refusals.gone(taskId, sight);
    }

    private TaskItem checked(Optional<TaskItem> found, String taskId, TaskAccess sight) {
        TaskItem task = found.orElseThrow(() -> gone(taskId, sight));
        if (!sight.sees(task)) {
            throw refusals.notYours(task, sight);
        }
        return task;
    }

    /** The task, locked, when it is this person's to answer. */
    TaskItem mine(String taskId, Actor actor) {
        Optional<TaskItem> found = items.lock(taskId);
        TaskAccess sight = sightOf(actor, found);
        TaskItem task = checked(found, taskId, sight);
        String assignee = task.assignee();
        if (!sight.worksAs(task.role())) {
            throw new Forbidden(WORDING.text("notAnswering", task.name(), task.role()));
        }
        if (task.pending()) {
            throw refusals.answered(task, sight);
        }
        if (assignee != null && !assignee.equals(actor.login())) {
            throw refusals.taken(task, assignee);
        }
        uninvolved.whyNot(task, actor.login()).ifPresent(why -> {
            throw new Forbidden(why);
        });
        return task;
    }

    /** Without the teams where it is not they that let the person see the task. */
    private TaskAccess sightOf(Actor actor, Optional<TaskItem> task) {
        TaskAccess alone = TaskAccess.of(actor, Set.of());
        return task.filter(alone::sees).isPresent() ? alone : sights.of(actor);
    }

    void mustAssign(TaskItem task, TaskAccess sight) {
        if (!sight.mayAssign(task)) {
            throw new Forbidden(WORDING.text("notAssigned", task.name()));
        }
    }

    void mustRelease(TaskItem task, String assignee, TaskAccess sight) {
        if (!sight.mayAssign(task)) {
            throw new Forbidden(WORDING.text("notReleased", refusals.name(assignee), task.name()));
        }
    }
}
