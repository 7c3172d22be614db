package org.leadrelay.worklist;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Charter;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Entry;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.ListedText;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Language;
import org.springframework.stereotype.Component;

/** Log lines of commands on tasks: codes and references, never what people wrote. */
@Component
class TaskLogLines {

    /** A definition's id as the engine makes it: key, version, number. */
    private static final Pattern DEFINITION = Pattern.compile("([^:]+):([0-9]{1,9}):.+");

    private static final String ANSWERED = "answeredAt";

    private final JourneyLog log;
    private final Charter charter;
    private final ModelNames names;

    TaskLogLines(JourneyLog log, Charter charter, ModelNames names) {
        this.log = log;
        this.charter = charter;
        this.names = names;
    }

    void add(TaskItem task, Kind kind, Map<String, ?> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("task", task.taskId());
        log.add(new Entry(task.leadId(), kind, place(task), all));
    }

    /**
     * With the answers that route; a day is told as an instant, an amount with the currency of that day. What was
     * written beside them is told by commitment, field by field.
     *
     * @param answeredAt when the answer was given, where it had to wait
     */
    void completed(TaskItem task, PendingAnswer answer, @Nullable Instant answeredAt) {
        Map<String, Object> details = new LinkedHashMap<>();
        answer.facts().forEach((field, value) -> {
            if (value != null) {
                details.put(
                        field, value instanceof Date date ? date.toInstant().toString() : ListedText.orOther(value));
            }
        });
        if (!answer.notes().isEmpty()) {
            Map<String, Object> words = new TreeMap<>();
            answer.notes().forEach(note -> words.put(note.field(), new CommittedText(note.words())));
            details.put("words", words);
        }
        if (details.containsKey(Answers.DEAL_VALUE)) {
            details.put("currency", charter.current().currency());
        }
        if (answeredAt != null) {
            details.put(ANSWERED, answeredAt.toString());
        }
        add(task, Kind.TASK_COMPLETED, details);
    }

    /** With the model's own name of the step, whatever language the person speaks. */
    private Entry.@Nullable Place place(TaskItem task) {
        Matcher definition = DEFINITION.matcher(task.definitionId());
        return definition.matches()
                ? new Entry.Place(
                        definition.group(1),
                        Integer.parseInt(definition.group(2)),
                        task.step(),
                        names.in(task.definitionId()).step(task.step(), task.name(), Language.ENGLISH.locale()),
                        null)
                : null;
    }
}
