package org.leadrelay.worklist;

import java.util.Map;
import org.leadrelay.journal.Kind;
import org.springframework.stereotype.Component;

/** Read receipt of tasks: noted in the journey log when the holder of a task opens it for the first time. */
@Component
class FirstLooks {

    private final TaskItemTable items;
    private final TaskLogLines lines;

    FirstLooks(TaskItemTable items, TaskLogLines lines) {
        this.items = items;
        this.lines = lines;
    }

    void opened(TaskItem task, String login) {
        if (login.equals(task.assignee()) && !login.equals(task.openedBy()) && items.open(task.taskId(), login)) {
            lines.add(task, Kind.TASK_OPENED, Map.of());
        }
    }
}
