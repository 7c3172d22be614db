package org.leadrelay.worklist;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as REST answers it: every name is there, null where there is nothing.
 *
 * @param answered marketing has answered a question since its holder last opened it
 * @param answeredBy login of who has answered it, and answeredAt when: the answer is carried out when its grace is over
 * @param mayAnswer whether the caller may claim and complete it now
 * @param whyNot why not, when it is because of the caller's part in the case
 * @param soFar what happened before; of a task that is asked for by itself
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
        boolean answered,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        boolean mayAnswer,
        @Nullable String whyNot,
        List<Form.Field> form,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable SoFar soFar) {

    static TaskView of(TaskRow task, Form form, boolean mayAnswer, Instant now) {
        return of(task, form, mayAnswer, now, null);
    }

    static TaskView of(TaskDetail detail, Instant now) {
        return of(detail.task(), detail.form(), detail.mayAnswer(), now, detail.soFar());
    }

    private static TaskView of(TaskRow task, Form form, boolean mayAnswer, Instant now, @Nullable SoFar soFar) {
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
                task.answered(),
                task.answeredAt() == null ? null : task.assignee(),
                task.answeredAt(),
                mayAnswer,
                task.whyNot(),
                form.fields(),
                soFar);
    }
}
