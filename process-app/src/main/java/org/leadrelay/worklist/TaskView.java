package org.leadrelay.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as REST answers it: every name is there, null where there is nothing.
 *
 * @param mayAnswer whether the caller may claim and complete it now
 * @param whyNot why not, when it is because of the caller's part in the case
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TaskView(
        String id,
        String step,
        String name,
        String role,
        @Nullable String assignee,
        @Nullable String assigneeName,
        UUID leadId,
        String lead,
        @Nullable String company,
        String priority,
        @Nullable String source,
        Instant createdAt,
        @Nullable Instant due,
        @Nullable Instant remind,
        boolean overdue,
        boolean waiting,
        boolean mayAnswer,
        @Nullable String whyNot,
        List<Form.Field> form) {

    static TaskView of(TaskRow task, Form form, boolean mayAnswer, Instant now) {
        Instant due = task.due();
        return new TaskView(
                task.id(),
                task.step(),
                task.name(),
                task.role(),
                task.assignee(),
                task.assigneeName(),
                task.leadId(),
                task.lead(),
                task.company(),
                task.priority(),
                task.source(),
                task.createdAt(),
                due,
                task.remind(),
                due != null && !due.isAfter(now),
                task.waiting(),
                mayAnswer,
                task.whyNot(),
                form.fields());
    }
}
