package org.leadrelay.worklist;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.access.Actor;
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
    private final BrokenPromises breaches;
    private final SoFarReader soFars;

    TaskDetails(
            Forms forms,
            Drafts drafts,
            Comments comments,
            Notes notes,
            Questions questions,
            Uninvolved uninvolved,
            BrokenPromises breaches,
            SoFarReader soFars) {
        this.forms = forms;
        this.drafts = drafts;
        this.comments = comments;
        this.notes = notes;
        this.questions = questions;
        this.uninvolved = uninvolved;
        this.breaches = breaches;
        this.soFars = soFars;
    }

    /**
     * @param row the same task as the inbox lists it
     */
    TaskDetail of(TaskItem task, TaskRow row, Actor actor, TaskAccess sight) {
        String login = actor.login();
        String whyNot =
                sight.worksAs(task.role()) ? uninvolved.whyNot(task, login).orElse(null) : null;
        Form form = forms.opened(task);
        Map<UUID, String> others = notes.mergedInto(task.leadId());
        List<Notes.Note> written = notes.of(task.leadId(), others);
        return new TaskDetail(
                row.because(whyNot),
                form,
                drafts.of(task.taskId(), login),
                comments.of(task.leadId(), others),
                written,
                soFars.of(task, form, written, others, actor),
                sight.mayAnswer(task) && whyNot == null,
                whyNot,
                sight.mayAssign(task),
                questions.may(task, actor),
                breaches.unexplained(row));
    }

    Form form(TaskRow task) {
        return forms.of(task.definitionId(), task.step());
    }
}
