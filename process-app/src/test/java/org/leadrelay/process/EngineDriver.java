package org.leadrelay.process;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/**
 * Facade of the engine for tests outside {@code process}: they import this and nothing of the engine, so that moving to a
 * fork of it changes no test of theirs.
 */
@TestComponent
public final class EngineDriver {

    private final ProcessEngine engine;
    private final EndedProcesses ended;

    EngineDriver(ProcessEngine engine, EndedProcesses ended) {
        this.engine = engine;
        this.ended = ended;
    }

    /** Puts the engine's clock, which is one for the whole JVM, to this instant. */
    public static void setClock(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /** The engine's clock is the system's again. */
    public static void resetClock() {
        ClockUtil.reset();
    }

    /**
     * Deploys a model of one process.
     *
     * @return the id of its definition
     */
    public String deploy(String file, String xml) {
        return engine.getRepositoryService()
                .createDeployment()
                .addString(file, xml)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }

    /**
     * Starts a process that waits at one task.
     *
     * @return the task's id
     */
    public String startToTask(String definition, String businessKey, Map<String, Object> variables) {
        ProcessInstance instance =
                engine.getRuntimeService().startProcessInstanceById(definition, businessKey, variables);
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    /** Ends the process of a task, as a deadline or a withdrawal does. */
    public void endProcessOf(String taskId) {
        engine.getRuntimeService().deleteProcessInstance(task(taskId).getProcessInstanceId(), "taken away");
    }

    public String definition(String taskId) {
        return task(taskId).getProcessDefinitionId();
    }

    public String assignee(String taskId) {
        return task(taskId).getAssignee();
    }

    /** The value of a variable where an open task stands. */
    public Object variable(String taskId, String name) {
        return engine.getRuntimeService().getVariable(task(taskId).getExecutionId(), name);
    }

    /** The variables of a task's process as it ended, after the task was completed. */
    public Map<String, Object> variablesAfter(String taskId) {
        return ended.variablesAfter(taskId);
    }

    private Task task(String taskId) {
        Task task = engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new AssertionError("the engine has no open task " + taskId);
        }
        return task;
    }
}
