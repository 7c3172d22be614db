package org.leadrelay.worklist;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.leadrelay.assignment.HandOff;
import org.springframework.dao.OptimisticLockingFailureException;

/** The engine's tasks, with a timer that is at the same task as often as a test wants. */
final class CollidingTasks implements EngineTasks {

    private final EngineTasks engine;
    private final AtomicInteger collisions = new AtomicInteger();

    private final AtomicInteger failures = new AtomicInteger();

    CollidingTasks(EngineTasks engine) {
        this.engine = engine;
    }

    /** The next so many calls meet a timer at the same task. */
    void collide(int times) {
        collisions.set(times);
    }

    /** The next so many completions fail, whoever tries them. */
    void fail(int times) {
        failures.set(times);
    }

    @Override
    public FormModel form(String definitionId, String step) {
        return engine.form(definitionId, step);
    }

    @Override
    public FormModel form(String definitionKey, int version, String step) {
        return engine.form(definitionKey, version, step);
    }

    @Override
    public void assign(String taskId, String login) {
        engine.assign(taskId, login);
        collision();
    }

    @Override
    public void complete(String taskId, Map<String, Object> routingFacts) {
        engine.complete(taskId, routingFacts);
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("a step that follows failed");
        }
        collision();
    }

    @Override
    public Object fact(String taskId, String name) {
        return engine.fact(taskId, name);
    }

    @Override
    public HandOff handOff(String taskId) {
        return engine.handOff(taskId);
    }

    @Override
    public List<TaskOpened> running() {
        return engine.running();
    }

    private void collision() {
        if (collisions.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new OptimisticLockingFailureException("a timer was at this task");
        }
    }
}
