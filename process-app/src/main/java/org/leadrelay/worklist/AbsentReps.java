package org.leadrelay.worklist;

import static org.leadrelay.access.Roles.SALES_REP;

import java.time.Instant;
import java.util.Optional;
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
class AbsentReps implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(AbsentReps.class);

    private final Deputies deputies;
    private final TaskItemTable items;
    private final TaskActions actions;
    private final EngineTasks tasks;
    private final CollisionRetry collisions;

    AbsentReps(
            Deputies deputies, TaskItemTable items, TaskActions actions, EngineTasks tasks, CollisionRetry collisions) {
        this.deputies = deputies;
        this.items = items;
        this.actions = actions;
        this.tasks = tasks;
        this.collisions = collisions;
    }

    @Override
    public int sweep() {
        int moved = 0;
        for (Deputies.Away away : deputies.now()) {
            for (String taskId : items.of(away.login())) {
                moved += move(taskId, away) ? 1 : 0;
            }
        }
        return moved;
    }

    private boolean move(String taskId, Deputies.Away away) {
        try {
            return collisions.inTransaction(() -> actions.handOver(
                    taskId,
                    away.login(),
                    task -> task.role().equals(SALES_REP),
                    task -> deputies.standIn(away, tasks.handOff(taskId))));
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
