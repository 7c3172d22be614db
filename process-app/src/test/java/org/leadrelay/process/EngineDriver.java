package org.leadrelay.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/**
 * Facade of the engine for tests outside {@code process}: they import this and nothing of the engine, so that moving to a
 * fork of it changes no test of theirs.
 */
@TestComponent
public final class EngineDriver {

    /** How many deploy past the gate of an engine. */
    private static final Map<ProcessEngineConfigurationImpl, Integer> PASSING = new HashMap<>();

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

    /** Does this within one command of the engine, which writes at its end. */
    public void inOneCommand(Consumer<CommandContext> deed) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    deed.accept(context);
                    return null;
                });
    }

    /**
     * Deploys a model of one process, past the gate, which wants whole releases.
     *
     * @return the id of its definition
     */
    public String deploy(String file, String xml) {
        return pastTheGate(() -> engine.getRepositoryService()
                .createDeployment()
                .addString(file, xml)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId());
    }

    /** Deploys what an older version of the product, whose gate knew fewer rules, would have let in. */
    public static Deployment deployPastTheGate(RepositoryService repository, DeploymentBuilder deployment) {
        return pastTheGate(repository, deployment::deploy);
    }

    /** As {@link #deployPastTheGate}, for whoever deploys through a service. */
    public <T> T pastTheGate(Supplier<T> deployment) {
        return pastTheGate(engine.getRepositoryService(), deployment);
    }

    /** Several at once may: the gate is back when the last of them has deployed. */
    private static <T> T pastTheGate(RepositoryService repository, Supplier<T> deployment) {
        ProcessEngineConfigurationImpl configuration = ((RepositoryServiceImpl) repository)
                .getCommandExecutor()
                .execute(CommandContext::getProcessEngineConfiguration);
        passing(configuration, 1);
        try {
            return deployment.get();
        } finally {
            passing(configuration, -1);
        }
    }

    private static void passing(ProcessEngineConfigurationImpl configuration, int more) {
        synchronized (PASSING) {
            if (PASSING.merge(configuration, more, Integer::sum) > 0) {
                List<Deployer> others = new ArrayList<>(configuration.getDeployers());
                others.removeAll(configuration.getCustomPreDeployers());
                configuration.getDeploymentCache().setDeployers(others);
            } else {
                PASSING.remove(configuration);
                configuration.getDeploymentCache().setDeployers(configuration.getDeployers());
            }
        }
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

    /**
     * Gives up the next job of a lead's journey, as the engine does after its last try.
     *
     * @return the job's id
     */
    public String giveUpJob(UUID lead) {
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(lead.toString())
                .singleResult()
                .getId();
        String job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .list()
                .get(0)
                .getId();
        engine.getManagementService().setJobRetries(job, 0);
        return job;
    }

    private Task task(String taskId) {
        Task task = engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw new AssertionError("the engine has no open task " + taskId);
        }
        return task;
    }
}
