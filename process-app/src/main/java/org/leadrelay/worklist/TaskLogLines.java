package org.leadrelay.worklist;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Entry;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.springframework.stereotype.Component;

/** Log lines of commands on tasks: codes and references, never what people wrote. */
@Component
class TaskLogLines {

    /** A definition's id as the engine makes it: key, version, number. */
    private static final Pattern DEFINITION = Pattern.compile("([^:]+):([0-9]{1,9}):.+");

    private final JourneyLog log;

    TaskLogLines(JourneyLog log) {
        this.log = log;
    }

    void add(TaskItem task, Kind kind, Map<String, ?> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("task", task.taskId());
        log.add(new Entry(task.leadId(), kind, place(task), all));
    }

    /** With the answers that route; a day is told as an instant. */
    void completed(TaskItem task, Answers answers) {
        Map<String, Object> details = new LinkedHashMap<>();
        answers.facts().forEach((field, value) -> {
            if (value != null) {
                details.put(field, value instanceof Date date ? date.toInstant().toString() : value);
            }
        });
        add(task, Kind.TASK_COMPLETED, details);
    }

    private static Entry.@Nullable Place place(TaskItem task) {
        Matcher definition = DEFINITION.matcher(task.definitionId());
        return definition.matches()
                ? new Entry.Place(definition.group(1), Integer.parseInt(definition.group(2)), task.step(), task.name())
                : null;
    }
}
