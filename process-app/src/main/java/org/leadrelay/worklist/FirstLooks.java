package org.leadrelay.worklist;

import java.util.Map;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.ReadingLog;
import org.springframework.stereotype.Component;

/** Read receipt of tasks: noted in the journey log when the holder of a task opens it for the first time, and what it
 * marked as unread is read. */
@Component
class FirstLooks {

    private final TaskItemTable items;
    private final TaskLogLines lines;
    private final QuestionAnswers answers;
    private final ReadingLog readings;

    FirstLooks(TaskItemTable items, TaskLogLines lines, QuestionAnswers answers, ReadingLog readings) {
        this.items = items;
        this.lines = lines;
        this.answers = answers;
        this.readings = readings;
    }

    void opened(TaskItem task, String login) {
        readings.task(task.leadId(), task.taskId());
        seen(task, login);
    }

    /** Of a task that is open on a page already, and is read anew. */
    void seen(TaskItem task, String login) {
        if (login.equals(task.assignee()) && !login.equals(task.openedBy()) && items.open(task.taskId(), login)) {
            lines.add(task, Kind.TASK_OPENED, Map.of());
        }
        answers.seen(task, login);
    }
}
