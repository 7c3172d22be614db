package org.leadrelay.worklist;

import java.util.function.BiConsumer;
import org.leadrelay.access.Actor;
import org.springframework.stereotype.Component;

/** Reader of one task as it is opened: whether it may be seen, that it was, and all that stands on it. */
@Component
class OpenedTasks {

    private final TaskGuard guard;
    private final InboxQueries reader;
    private final TaskDetails details;
    private final FirstLooks firstLooks;

    OpenedTasks(TaskGuard guard, InboxQueries reader, TaskDetails details, FirstLooks firstLooks) {
        this.guard = guard;
        this.reader = reader;
        this.details = details;
        this.firstLooks = firstLooks;
    }

    TaskDetail first(String taskId, Actor actor) {
        return task(taskId, actor, firstLooks::opened);
    }

    /** Of a task that is open on a page already. */
    TaskDetail again(String taskId, Actor actor) {
        return task(taskId, actor, firstLooks::seen);
    }

    Form form(TaskRow task) {
        return details.form(task);
    }

    private TaskDetail task(String taskId, Actor actor, BiConsumer<TaskItem, String> looked) {
        TaskAccess sight = guard.access(actor);
        TaskItem item = guard.seen(taskId, sight);
        TaskRow row = reader.one(taskId).orElseThrow(() -> guard.gone(taskId, sight));
        looked.accept(item, actor.login());
        return details.of(item, row, actor, sight);
    }
}
