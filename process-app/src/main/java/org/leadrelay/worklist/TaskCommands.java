package org.leadrelay.worklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.UndoGrace;
import org.leadrelay.platform.CollisionRetry;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.NotFound;
import org.leadrelay.platform.ProductException;
import org.leadrelay.platform.Wording;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;

/**
 * Commands on tasks, retried on collisions. Everything is done as the current person and in a transaction of its
 * own, retried when a timer was at the same task; must not be called within a transaction.
 *
 * <p>All methods throw {@link NotFound} for a task that never was, {@link Forbidden} for one that
 * is not of the person's roles or teams, and {@link Conflict} with {@code takenBy} (name) and
 * {@code takenByLogin} when somebody else has it or was quicker.
 */
@Service
public class TaskCommands {

    private static final Wording WORDING = Wording.of(TaskCommands.class);

    /** Most tasks that one call may name. */
    public static final int MOST_AT_ONCE = 500;

    private final CurrentPerson current;
    private final CollisionRetry collisions;
    private final TaskActions actions;
    private final TaskItemTable items;
    private final Drafts drafts;
    private final Colleagues colleagues;
    private final Questions questions;

    TaskCommands(
            CurrentPerson current,
            CollisionRetry collisions,
            TaskActions actions,
            TaskItemTable items,
            Drafts drafts,
            Colleagues colleagues,
            Questions questions) {
        this.current = current;
        this.collisions = collisions;
        this.actions = actions;
        this.items = items;
        this.drafts = drafts;
        this.colleagues = colleagues;
        this.questions = questions;
    }

    /** Takes a task that nobody has; one's own stays one's own. */
    public void claim(String taskId) {
        run(actor -> actions.claim(taskId, actor));
    }

    /** Gives a task back to its role. */
    public void release(String taskId) {
        run(actor -> actions.release(taskId, actor));
    }

    /**
     * Gives a task to somebody who holds its role: one's own to anyone, a rep's by the sales
     * manager within the teams.
     *
     * @param login null gives it back to the role
     * @throws Invalid when that person cannot have it
     */
    public void reassign(String taskId, @Nullable String login) {
        run(actor -> actions.reassign(taskId, login, actor, colleagues));
    }

    /**
     * Answers a task, claiming it first when nobody has it. An answer that comes too late is kept
     * as the person's draft.
     *
     * @param answers by the form's field ids: texts, whole numbers, booleans, days as {@code
     *     LocalDate} or ISO text
     * @return the lead
     * @throws Invalid naming each field that is wrong
     */
    public UUID complete(String taskId, Map<String, ?> answers) {
        return complete(taskId, answers, Duration.ZERO).leadId();
    }

    /**
     * The same with a grace, in which the answer can be taken back ({@link TaskUndo}) and nobody can do anything else
     * with the task. The answer counts from now on.
     *
     * @param grace up to {@link UndoGrace#LONGEST}; zero carries it out at once
     * @throws Invalid naming each field that is wrong, also {@code grace}
     */
    public CompletionResult complete(String taskId, Map<String, ?> answers, Duration grace) {
        Actor actor = current.get();
        Duration wait = UndoGrace.checked(grace);
        try {
            return collisions.inTransaction(() -> actions.complete(taskId, answers, wait, actor));
        } catch (Conflict e) {
            keep(taskId, answers, actor);
            throw e;
        } catch (ConcurrencyFailureException e) {
            keep(taskId, answers, actor);
            throw new Conflict(WORDING.text(
                    "collided", items.find(taskId).map(TaskItem::name).orElse(taskId)));
        }
    }

    /** Claims each task by itself; what fails says why and stops nothing. */
    public List<BulkResult> claimAll(List<String> taskIds) {
        return each(taskIds, this::claim);
    }

    /** Reassigns each task by itself; what fails says why and stops nothing. */
    public List<BulkResult> reassignAll(List<String> taskIds, @Nullable String login) {
        return each(taskIds, taskId -> reassign(taskId, login));
    }

    /** Keeps a half-filled form for this person, whatever is wrong with it. */
    public void saveDraft(String taskId, Map<String, ?> answers) {
        run(actor -> drafts.keep(taskId, actions.mine(taskId, actor).leadId(), actor.login(), answers));
    }

    /** What this person had filled in, also of a task that somebody else has completed since. */
    public Map<String, Object> draft(String taskId) {
        return drafts.of(taskId, current.get().login());
    }

    public void dropDraft(String taskId) {
        drafts.drop(taskId, current.get().login());
    }

    /**
     * @throws Invalid when there is nothing said, or too much
     */
    public TaskDetail.Comment comment(String taskId, String text) {
        return asking(actor -> actions.comment(taskId, text, actor));
    }

    /**
     * Asks marketing for a fact the rep lacks: the lead's promises wait until the answer is there.
     *
     * @throws Conflict when a question is open, or the charter's number of questions is used up
     */
    public void ask(String taskId, String question) {
        run(actor -> questions.ask(actions.mine(taskId, actor), question, actor));
    }

    private void run(Consumer<Actor> command) {
        asking(actor -> {
            command.accept(actor);
            return actor;
        });
    }

    private <T> T asking(Function<Actor, T> command) {
        Actor actor = current.get();
        try {
            return collisions.inTransaction(() -> command.apply(actor));
        } catch (ConcurrencyFailureException e) {
            throw new Conflict(WORDING.text("collidedAgain"));
        }
    }

    private void keep(String taskId, Map<String, ?> answers, Actor actor) {
        Optional<UUID> lead = items.find(taskId)
                .map(TaskItem::leadId)
                .or(() -> items.done(taskId).map(TaskItemTable.Done::leadId));
        lead.ifPresent(id -> drafts.keep(taskId, id, actor.login(), answers));
    }

    private static List<BulkResult> each(List<String> taskIds, Consumer<String> command) {
        if (taskIds.isEmpty() || taskIds.size() > MOST_AT_ONCE) {
            throw Invalid.field("tasks", WORDING.text("tooManyTasks", MOST_AT_ONCE));
        }
        ArrayList<BulkResult> results = new ArrayList<>();
        for (String taskId : taskIds) {
            try {
                command.accept(taskId);
                results.add(new BulkResult(taskId, true, null, null));
            } catch (ProductException e) {
                results.add(
                        new BulkResult(taskId, false, e.detail(), e.properties().get("takenBy")));
            }
        }
        return results;
    }

    /**
     * How it went with one of several tasks.
     *
     * @param message why not, in words
     * @param takenBy name of who has it, when that is why
     */
    public record BulkResult(
            String id,
            boolean done,
            @Nullable String message,
            @Nullable Object takenBy) {}
}
