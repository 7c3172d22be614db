package org.leadrelay.worklist;

import java.util.Map;
import org.leadrelay.access.Actor;
import org.leadrelay.charter.Charter;
import org.springframework.stereotype.Component;

/** Completion of a task: what was written goes to the lead's record, what routes goes to the engine. */
@Component
class TaskCompletion {

    private final Forms forms;
    private final Charter charter;
    private final TaskAssignment assignment;
    private final Notes notes;
    private final Drafts drafts;
    private final TaskLogLines lines;
    private final EngineTasks tasks;

    TaskCompletion(
            Forms forms,
            Charter charter,
            TaskAssignment assignment,
            Notes notes,
            Drafts drafts,
            TaskLogLines lines,
            EngineTasks tasks) {
        this.forms = forms;
        this.charter = charter;
        this.assignment = assignment;
        this.notes = notes;
        this.drafts = drafts;
        this.lines = lines;
        this.tasks = tasks;
    }

    /**
     * Claims the task first when nobody has it.
     *
     * @param task locked, and the actor's to answer
     * @throws Invalid naming each field that is wrong
     */
    void complete(TaskItem task, Map<String, ?> sent, Actor actor) {
        Form form = forms.of(task.definitionId(), task.step());
        Answers answers = Answers.check(form, sent, charter.calendar());
        if (task.assignee() == null) {
            assignment.claim(task, actor);
        }
        answers.notes()
                .forEach((field, words) -> notes.write(
                        task, field, form.field(field).map(Form.Field::label).orElse(field), words, actor.login()));
        drafts.drop(task.taskId(), actor.login());
        lines.completed(task, answers);
        tasks.complete(task.taskId(), answers.facts());
    }
}
