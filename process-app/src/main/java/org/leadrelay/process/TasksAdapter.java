package org.leadrelay.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.HandOff;
import org.leadrelay.platform.NotFound;
import org.leadrelay.process.engine.RowPrefetch;
import org.leadrelay.process.trace.TaskDescriptions;
import org.leadrelay.worklist.EngineTasks;
import org.leadrelay.worklist.FormModel;
import org.leadrelay.worklist.TaskOpened;
import org.springframework.stereotype.Component;

/** Adapter of the engine's tasks for the worklist. */
@Component
class TasksAdapter implements EngineTasks {

    private static final int BATCH = 500;
    private static final String REP = "${" + ModelContract.REP_ID + "}";

    private final TaskService tasks;
    private final ProcessEngine engine;
    private final DeclaredForms forms;
    private final TaskDescriptions openTasks;
    private final AsCurrentPerson acting;

    TasksAdapter(
            TaskService tasks,
            ProcessEngine engine,
            DeclaredForms forms,
            TaskDescriptions openTasks,
            AsCurrentPerson acting) {
        this.tasks = tasks;
        this.engine = engine;
        this.forms = forms;
        this.openTasks = openTasks;
        this.acting = acting;
    }

    @Override
    public FormModel form(String definitionId, String step) {
        return forms.of(definitionId, step);
    }

    @Override
    public FormModel form(String definitionKey, int version, String step) {
        return forms.of(definitionKey, version, step);
    }

    /**
     * One engine command: the engine reads the task once, and the lead goes with it. Whoever has a
     * task that the model assigns to {@code ${repId}} is the lead's rep.
     */
    @Override
    public void assign(String taskId, @Nullable String login) {
        onTask(
                taskId,
                () -> inOneCommand(context -> {
                    tasks.setAssignee(taskId, login);
                    TaskEntity task = context.getTaskManager().findTaskById(taskId);
                    if (login != null && REP.equals(declaredAssignee(task))) {
                        engine.getRuntimeService().setVariable(task.getExecutionId(), ModelContract.REP_ID, login);
                    }
                    return taskId;
                }));
    }

    private static @Nullable String declaredAssignee(TaskEntity task) {
        Expression assignee = task.getTaskDefinition().getAssigneeExpression();
        return assignee == null ? null : assignee.getExpressionText();
    }

    @Override
    public void complete(String taskId, Map<String, @Nullable Object> routingFacts) {
        onTask(
                taskId,
                () -> inOneCommand(context -> {
                    RowPrefetch.ofTask(context, taskId);
                    tasks.complete(taskId, routingFacts);
                    return taskId;
                }));
    }

    @Override
    public @Nullable Object fact(String taskId, String name) {
        try {
            return tasks.getVariable(taskId, name);
        } catch (NullValueException e) {
            throw gone(taskId);
        }
    }

    @Override
    public HandOff handOff(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw gone(taskId);
        }
        Map<String, Object> facts = engine.getRuntimeService()
                .getVariables(
                        task.getExecutionId(),
                        List.of(
                                ModelContract.LEAD_ID,
                                ModelContract.LAP,
                                ModelContract.PRIORITY,
                                ModelContract.SKILLS));
        return new HandOff(
                UUID.fromString(String.valueOf(facts.get(ModelContract.LEAD_ID))),
                facts.get(ModelContract.LAP) instanceof Number lap ? lap.longValue() : 1L,
                facts.get(ModelContract.PRIORITY) instanceof String priority ? priority : ModelContract.NORMAL,
                HandOff.skills(facts.get(ModelContract.SKILLS) instanceof String skills ? skills : null),
                false);
    }

    @Override
    public List<TaskOpened> running() {
        return inOneCommand(context -> {
            ArrayList<TaskOpened> found = new ArrayList<>();
            for (int first = 0; ; first += BATCH) {
                List<Task> page = tasks.createTaskQuery()
                        .initializeFormKeys()
                        .orderByTaskId()
                        .asc()
                        .listPage(first, BATCH);
                for (Task task : page) {
                    TaskEntity entity = (TaskEntity) task;
                    ModelContract.leadOf(entity.getExecution())
                            .ifPresent(lead -> found.add(openTasks.describe(lead, entity)));
                }
                if (page.size() < BATCH) {
                    return found;
                }
            }
        });
    }

    private <T> T inOneCommand(Command<T> command) {
        return ((ProcessEngineImpl) engine)
                .getProcessEngineConfiguration()
                .getCommandExecutorTxRequired()
                .execute(command);
    }

    private void onTask(String taskId, Runnable command) {
        Supplier<String> run = () -> {
            command.run();
            return taskId;
        };
        try {
            acting.asCurrentPerson(run);
        } catch (NullValueException e) {
            throw gone(taskId);
        }
    }

    private static NotFound gone(String taskId) {
        return new NotFound("the task " + taskId + " is no longer open");
    }
}
