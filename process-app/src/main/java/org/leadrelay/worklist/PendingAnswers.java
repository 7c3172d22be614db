package org.leadrelay.worklist;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.worklist.InboxChange.What;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delayed completion of tasks: an answer is checked and recorded when it is given, and carried out when its grace is
 * over, until which it can be taken back. Who takes an answer out of the table, under the lock of its task, decides
 * what becomes of it: one node carries it out, or its person has it back.
 *
 * <p>Whatever else would move the lead meanwhile carries out its answers first, so that the answer given first wins.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class PendingAnswers {

    private final PendingAnswerTable table;
    private final TaskItemTable items;
    private final TaskCompletion completion;
    private final FailedAnswers lost;
    private final CurrentPerson current;
    private final InboxChanges changes;
    private final ApplicationEventPublisher events;

    PendingAnswers(
            PendingAnswerTable table,
            TaskItemTable items,
            TaskCompletion completion,
            FailedAnswers lost,
            CurrentPerson current,
            InboxChanges changes,
            ApplicationEventPublisher events) {
        this.table = table;
        this.items = items;
        this.completion = completion;
        this.lost = lost;
        this.current = current;
        this.changes = changes;
        this.events = events;
    }

    /**
     * Carries out every answer that was given to a task of this lead, before its grace is over. For whatever is about
     * to move the lead: a timer that is due, a withdrawal.
     *
     * @return whether there was any
     */
    public boolean carryOutAll(UUID leadId) {
        boolean any = false;
        for (String taskId : table.ofLead(leadId)) {
            any |= carryOut(taskId);
        }
        return any;
    }

    /**
     * Records the answer.
     *
     * @param task locked, and the actor's to answer
     * @return when it will be carried out
     */
    Instant add(TaskItem task, Map<String, ?> sent, Actor actor, Duration grace) {
        PendingAnswer answer = completion.accept(task, sent, actor);
        Instant then = answer.at().plus(grace);
        table.add(answer, then);
        changes.add(new InboxChange(What.ANSWERED, task.taskId(), task.leadId(), task.role(), actor.login()));
        events.publishEvent(new Scheduled(task.taskId(), then));
        return then;
    }

    /**
     * Carries out the answer to a task.
     *
     * @return false when there is none, any more
     */
    boolean carryOut(String taskId) {
        Optional<TaskItem> task = items.lock(taskId);
        Optional<PendingAnswer> taken = table.take(taskId);
        taken.ifPresent(answer -> {
            if (task.isPresent()) {
                current.as(Actor.onBehalfOf(answer.person()), () -> {
                    completion.carryOut(task.get(), answer);
                    return answer;
                });
            } else {
                lost.tell(answer);
            }
        });
        return taken.isPresent();
    }

    /**
     * Gives an answer back that could not be carried out: its person is told, and has it as a draft.
     *
     * @return false when there is none, any more
     */
    boolean giveUp(String taskId) {
        Optional<TaskItem> task = items.lock(taskId);
        Optional<PendingAnswer> taken = table.takeBack(taskId);
        taken.ifPresent(lost::tell);
        task.ifPresent(this::isOpenAgain);
        return taken.isPresent();
    }

    /**
     * Takes it back.
     *
     * @param task locked, and answered by whoever takes it back
     * @return false when it was carried out meanwhile
     */
    boolean takeBack(TaskItem task) {
        boolean taken = table.takeBack(task.taskId()).isPresent();
        if (taken) {
            isOpenAgain(task);
        }
        return taken;
    }

    private void isOpenAgain(TaskItem task) {
        changes.add(new InboxChange(What.OPENED, task.taskId(), task.leadId(), task.role(), task.assignee()));
    }

    /** An answer was recorded; it is to be carried out then. */
    record Scheduled(String taskId, Instant at) {}
}
