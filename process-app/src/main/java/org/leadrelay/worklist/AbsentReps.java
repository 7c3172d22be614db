package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.SALES_REP;

import java.time.Instant;
import java.util.Optional;
import org.leadrelay.access.TeamReach;
import org.leadrelay.assignment.Deputies;
import org.leadrelay.platform.CollisionRetry;
import org.leadrelay.platform.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reassignment of absent reps' open tasks to those who stand in, when the absence begins and for whatever comes
 * back to the rep while it lasts. Promises keep their instants. Each task has a transaction of its own, because
 * whoever locks the pool has locked the task first.
 */
@Component
public class AbsentReps implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(AbsentReps.class);

    private final Deputies deputies;
    private final TaskItemTable items;
    private final TaskActions actions;
    private final EngineTasks tasks;
    private final CollisionRetry collisions;
    private final TeamReach reach;

    AbsentReps(
            Deputies deputies,
            TaskItemTable items,
            TaskActions actions,
            EngineTasks tasks,
            CollisionRetry collisions,
            TeamReach reach) {
        this.deputies = deputies;
        this.items = items;
        this.actions = actions;
        this.tasks = tasks;
        this.collisions = collisions;
        this.reach = reach;
    }

    @Override
    public int sweep() {
        return deputies.now().stream().mapToInt(this::move).sum();
    }

    /**
     * What the sweep does for one rep, at once: whoever notes an absence that begins now reads what it did.
     *
     * @return how many tasks moved
     */
    public int moveNow(String rep) {
        reach.mustManage(rep);
        return deputies.now().stream()
                .filter(away -> away.login().equals(rep))
                .mapToInt(this::move)
                .sum();
    }

    private int move(Deputies.Away away) {
        int moved = 0;
        for (String taskId : items.of(away.login())) {
            moved += move(taskId, away) ? 1 : 0;
        }
        return moved;
    }

    private boolean move(String taskId, Deputies.Away away) {
        try {
            return collisions.inTransaction(() ->
                    actions.handOver(taskId, away.login(), task -> task.role().equals(SALES_REP), task -> {
                        Optional<String> to = deputies.standIn(away, tasks.handOff(taskId));
                        deputies.moved(away, taskId, to.orElse(null));
                        return to;
                    }));
        } catch (RuntimeException failure) {
            LOG.warn("Task {} stays with its absent rep; it is tried again.", taskId, failure);
            return false;
        }
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return deputies.next(after);
    }
}
