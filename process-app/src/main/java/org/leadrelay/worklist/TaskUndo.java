package org.leadrelay.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.PersonSettings;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.CollisionRetry;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.Wording;
import org.springframework.stereotype.Service;

/** Undo of answers within their grace, as the current person. */
@Service
public class TaskUndo {

    private static final Wording WORDING = Wording.of(TaskUndo.class);

    private final PendingAnswers answers;
    private final PendingAnswerTable table;
    private final Forms forms;
    private final TaskGuard guard;
    private final CurrentPerson current;
    private final PersonSettings settings;
    private final CollisionRetry collisions;

    TaskUndo(
            PendingAnswers answers,
            PendingAnswerTable table,
            Forms forms,
            TaskGuard guard,
            CurrentPerson current,
            PersonSettings settings,
            CollisionRetry collisions) {
        this.answers = answers;
        this.table = table;
        this.forms = forms;
        this.guard = guard;
        this.current = current;
        this.settings = settings;
        this.collisions = collisions;
    }

    /** How long the current person wants answers to wait; zero for not at all. */
    public Duration grace() {
        return settings.mine().grace();
    }

    /** What the current person can still take back, newest first. */
    public List<Undoable> mine() {
        return table.of(current.get().login()).stream()
                .map(each -> new Undoable(
                        each.taskId(),
                        each.leadId(),
                        each.lead(),
                        each.task(),
                        outcome(each),
                        Answers.isWin(each.outcome()),
                        each.until()))
                .toList();
    }

    private @Nullable String outcome(PendingAnswerTable.Waiting answer) {
        return forms.of(answer.definitionId(), answer.step())
                .field(Answers.OUTCOME)
                .flatMap(field -> field.options().stream()
                        .filter(option -> option.value().equals(answer.outcome()))
                        .findFirst())
                .map(Option::label)
                .orElse(null);
    }

    /**
     * Takes the current person's answer to a task back; what was filled in is their draft again. Must not be called
     * within a transaction.
     *
     * @throws NotFound when there is no such task
     * @throws Forbidden when the task is not theirs
     * @throws Conflict when there is nothing to take back, any more
     */
    public void undo(String taskId) {
        Actor actor = current.get();
        boolean taken = collisions.inTransaction(() -> answers.takeBack(guard.heldBy(taskId, actor)));
        if (!taken) {
            throw new Conflict(WORDING.text("nothingToUndo"));
        }
    }

    /**
     * An answer that can be taken back.
     *
     * @param lead the lead's name, or what else it is known by
     * @param task what was to be done
     * @param outcome how it was answered, in words; null where the task has no outcomes
     * @param won whether it wins the deal
     * @param until when it is carried out
     */
    public record Undoable(
            String taskId,
            UUID leadId,
            String lead,
            String task,
            @Nullable String outcome,
            boolean won,
            Instant until) {}
}
