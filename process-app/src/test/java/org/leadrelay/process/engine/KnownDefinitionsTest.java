package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Suspending definitions holds at once, though the engine no longer reads them with every job and command. */
@ProductTest
class KnownDefinitionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String MODEL = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Known" targetNamespace="x">
          <bpmn:process id="known" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="Event_Start" camunda:asyncBefore="true"/>
            <bpmn:sequenceFlow id="Flow_In" sourceRef="Event_Start" targetRef="Event_End"/>
            <bpmn:endEvent id="Event_End"/>
          </bpmn:process>
        </bpmn:definitions>
        """;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Database database;

    private String deployment;
    private String process;
    private String job;

    @BeforeEach
    void aProcessThatIsKnown() {
        RepositoryService repository = engine.getRepositoryService();
        deployment = EngineDriver.deployPastTheGate(
                        repository, repository.createDeployment().addString("known.bpmn", MODEL))
                .getId();
        process = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
        job = engine.getManagementService()
                .createJobDefinitionQuery()
                .processDefinitionId(process)
                .singleResult()
                .getId();
        assertThat(started().isSuspended()).isFalse();
    }

    @AfterEach
    void undeploy() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    private Job started() {
        String instance =
                engine.getRuntimeService().startProcessInstanceById(process).getId();
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult();
    }

    @Test
    void a_job_of_a_suspended_definition_is_suspended() {
        engine.getManagementService().suspendJobDefinitionById(job);
        assertThat(started().isSuspended()).isTrue();

        engine.getManagementService().activateJobDefinitionById(job);
        assertThat(started().isSuspended()).isFalse();
    }

    @Test
    void a_suspension_that_is_rolled_back_holds_in_its_transaction_only() {
        transaction.executeWithoutResult(status -> {
            engine.getManagementService().suspendJobDefinitionById(job);
            assertThat(started().isSuspended()).isTrue();
            status.setRollbackOnly();
        });
        assertThat(started().isSuspended()).isFalse();
    }

    @Test
    void a_suspension_by_another_tool_is_heard_of() {
        database.superuser()
                .sql("update act_ru_jobdef set suspension_state_ = 2 where id_ = ?")
                .param(job)
                .update();
        until(() -> started().isSuspended());
    }

    @Test
    void a_suspended_process_does_not_start() {
        engine.getRepositoryService().suspendProcessDefinitionById(process);
        assertThatThrownBy(this::started)
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("suspended");

        engine.getRepositoryService().activateProcessDefinitionById(process);
        assertThat(started()).isNotNull();
    }

    @Test
    void a_process_that_another_tool_suspends_does_not_start_for_long() {
        database.superuser()
                .sql("update act_re_procdef set suspension_state_ = 2 where id_ = ?")
                .param(process)
                .update();
        until(() -> {
            try {
                started();
                return false;
            } catch (ProcessEngineException suspended) {
                return true;
            }
        });
    }

    @Test
    void a_priority_of_a_job_definition_is_kept_and_holds_for_its_next_job() {
        engine.getManagementService().setOverridingJobPriorityForJobDefinition(job, 42);
        assertThat(started().getPriority()).isEqualTo(42);
        assertThat(engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job)
                        .singleResult()
                        .getOverridingJobPriority())
                .isEqualTo(42);
    }

    private static void until(BooleanSupplier seen) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!seen.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }
}
