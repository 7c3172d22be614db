package org.leadrelay.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.charter.Charter;
import org.springframework.stereotype.Component;

/** Completion of a task: what was written goes to the lead's record, what routes goes to the engine. */
@Component
class TaskCompletion {

    private final Forms forms;
    private final Charter charter;
    private final TaskAssignment assignment;
    private final AnswerRecorder record;
    private final Drafts drafts;
    private final TaskLogLines lines;
    private final EngineTasks tasks;
    private final Clock clock;

    TaskCompletion(
            Forms forms,
            Charter charter,
            TaskAssignment assignment,
            AnswerRecorder record,
            Drafts drafts,
            TaskLogLines lines,
            EngineTasks tasks,
            Clock clock) {
        this.forms = forms;
        this.charter = charter;
        this.assignment = assignment;
        this.record = record;
        this.drafts = drafts;
        this.lines = lines;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Claims the task first when nobody has it.
     *
     * @param task locked, and the actor's to answer
     * @throws Invalid naming each field that is wrong
     */
    void complete(TaskItem task, Map<String, ?> sent, Actor actor) {
        PendingAnswer answer = checked(task, sent, actor);
        carryOut(task, answer, null);
    }

    /**
     * Checks an answer that will be carried out later, and keeps what was sent as the person's draft until then.
     *
     * @param task locked, and the actor's to answer
     * @throws Invalid naming each field that is wrong
     */
    PendingAnswer accept(TaskItem task, Map<String, ?> sent, Actor actor) {
        PendingAnswer answer = checked(task, sent, actor);
        drafts.keep(task.taskId(), task.leadId(), actor.login(), sent);
        return answer;
    }

    /** Carries out an answer that was accepted, with the moment at which it was given. */
    void carryOut(TaskItem task, PendingAnswer answer) {
        carryOut(task, answer, answer.at());
    }

    private PendingAnswer checked(TaskItem task, Map<String, ?> sent, Actor actor) {
        Form form = forms.of(task.definitionId(), task.step());
        Answers answers = Answers.check(form, sent, charter.calendar());
        if (task.assignee() == null) {
            assignment.claim(task, actor);
        }
        Instant now = clock.instant();
        List<Notes.Written> written = new ArrayList<>();
        answers.notes().forEach((field, words) -> {
            String label = form.field(field).map(Form.Field::label).orElse(field);
            written.add(new Notes.Written(field, label, words, actor.login(), now));
        });
        return new PendingAnswer(task.taskId(), task.leadId(), actor.login(), written, answers.facts(), now);
    }

    private void carryOut(TaskItem task, PendingAnswer answer, @Nullable Instant answeredAt) {
        record.write(task, answer);
        lines.completed(task, answer, answeredAt);
        tasks.complete(task.taskId(), answer.facts());
    }
}
