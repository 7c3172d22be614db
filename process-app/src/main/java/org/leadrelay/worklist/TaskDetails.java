package org.leadrelay.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.promise.Breaches;
import org.springframework.stereotype.Component;

/** Read model of one task with its form, what was written about it, and what a person may do with it. */
@Component
class TaskDetails {

    private final Forms forms;
    private final Drafts drafts;
    private final Comments comments;
    private final Notes notes;
    private final Questions questions;
    private final Uninvolved uninvolved;
    private final Breaches breaches;
    private final Clock clock;

    TaskDetails(
            Forms forms,
            Drafts drafts,
            Comments comments,
            Notes notes,
            Questions questions,
            Uninvolved uninvolved,
            Breaches breaches,
            Clock clock) {
        this.forms = forms;
        this.drafts = drafts;
        this.comments = comments;
        this.notes = notes;
        this.questions = questions;
        this.uninvolved = uninvolved;
        this.breaches = breaches;
        this.clock = clock;
    }

    /**
     * @param row the same task as the inbox lists it
     */
    TaskDetail of(TaskItem task, TaskRow row, Actor actor, TaskAccess sight) {
        String login = actor.login();
        String whyNot =
                sight.worksAs(task.role()) ? uninvolved.whyNot(task, login).orElse(null) : null;
        return new TaskDetail(
                row.because(whyNot),
                forms.opened(task),
                drafts.of(task.taskId(), login),
                comments.of(task.leadId()),
                notes.of(task.leadId()),
                sight.mayAnswer(task) && whyNot == null,
                whyNot,
                sight.mayAssign(task),
                questions.may(task, actor),
                unexplained(row));
    }

    Form form(TaskRow task) {
        return forms.of(task.definitionId(), task.step());
    }

    private @Nullable UUID unexplained(TaskRow task) {
        Instant due = task.due();
        return due == null || due.isAfter(clock.instant())
                ? null
                : breaches.unexplained(task.leadId(), task.step()).orElse(null);
    }
}
