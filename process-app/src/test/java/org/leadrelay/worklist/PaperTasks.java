package org.leadrelay.worklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.leadrelay.promise.Option;
import org.springframework.dao.OptimisticLockingFailureException;

/** Tasks without an engine: forms as the tests need them, and a record of what was asked. */
final class PaperTasks implements Tasks {

    static final FormModel ANSWER =
            new FormModel(
                    List.of(
                            field("outcome", "enum", true, Map.of(), "accept", "reject"),
                            field(
                                    "rejectionReason",
                                    "enum",
                                    false,
                                    Map.of(
                                            "options", "charter:rejectionReasons",
                                            "visibleWhen", "outcome=reject",
                                            "requiredWhen", "outcome=reject")),
                            field(
                                    "otherReason",
                                    "string",
                                    false,
                                    Map.of("requiredWhen", "rejectionReason=other")),
                            field("nextStepDate", "date", false, Map.of()),
                            field("note", "string", false, Map.of("rows", "4"))));

    static final FormModel PLACE =
            new FormModel(
                    List.of(
                            field("outcome", "enum", true, Map.of(), "placed"),
                            field("rep", "enum", true, Map.of("options", "team:reps"))));

    private final Inbox inbox;
    private final Map<String, TaskOpened> running = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> completed = new ConcurrentHashMap<>();
    private final AtomicInteger collisions = new AtomicInteger();

    PaperTasks(Inbox inbox) {
        this.inbox = inbox;
    }

    void run(TaskOpened task) {
        running.put(task.taskId(), task);
    }

    void forget(String taskId) {
        running.remove(taskId);
    }

    /** The next so many calls meet a timer at the same task. */
    void collide(int times) {
        collisions.set(times);
    }

    Map<String, Object> completed(String taskId) {
        return completed.get(taskId);
    }

    @Override
    public FormModel form(String definitionId, String step) {
        return step.equals("Activity_PlaceLead") ? PLACE : ANSWER;
    }

    @Override
    public void claim(String taskId, String login) {
        collision();
    }

    @Override
    public void release(String taskId) {
        collision();
    }

    @Override
    public void reassign(String taskId, String login) {
        collision();
    }

    @Override
    public void complete(String taskId, Map<String, Object> routingFacts) {
        collision();
        completed.put(taskId, new LinkedHashMap<>(routingFacts));
        running.remove(taskId);
        inbox.closed(taskId);
    }

    @Override
    public List<TaskOpened> running() {
        return new ArrayList<>(running.values());
    }

    private void collision() {
        if (collisions.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new OptimisticLockingFailureException("a timer was at this task");
        }
    }

    private static FormModel.Field field(
            String id,
            String type,
            boolean required,
            Map<String, String> properties,
            String... values) {
        var options =
                List.of(values).stream().map(value -> new Option(value, "To " + value)).toList();
        return new FormModel.Field(
                id,
                type,
                "The " + id,
                required,
                null,
                null,
                null,
                null,
                false,
                null,
                options,
                properties);
    }
}
