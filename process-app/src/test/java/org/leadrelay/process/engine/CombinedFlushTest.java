package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine deletes together goes in one statement for each table, and a lost race is still noticed. */
@ProductTest
class CombinedFlushTest {

    private static final String MODEL = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Deleted" targetNamespace="x">
          <bpmn:process id="deleted" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="Event_Start"/>
            <bpmn:sequenceFlow id="Flow_In" sourceRef="Event_Start" targetRef="Activity_Wait"/>
            <bpmn:receiveTask id="Activity_Wait"/>
            <bpmn:sequenceFlow id="Flow_Out" sourceRef="Activity_Wait" targetRef="Event_End"/>
            <bpmn:endEvent id="Event_End"/>
          </bpmn:process>
        </bpmn:definitions>
        """;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    private String deployment;
    private String instance;

    @BeforeEach
    void anInstanceWithVariables() {
        RepositoryService repository = engine.getRepositoryService();
        deployment = EngineDriver.deployPastTheGate(
                        repository, repository.createDeployment().addString("deleted.bpmn", MODEL))
                .getId();
        String definition = repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
        instance = engine.getRuntimeService()
                .startProcessInstanceById(definition, Map.of("one", 1, "two", 2, "three", 3))
                .getId();
    }

    @AfterEach
    void gone() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void variables_that_go_together_are_deleted_by_one_statement() {
        // when
        List<String> statements = Statements.texts(() -> inOneCommand(this::delete));

        // then
        assertThat(statements.stream().map(each -> each.toUpperCase(Locale.ROOT)))
                .filteredOn(each -> each.contains("DELETE FROM ACT_RU_VARIABLE"))
                .hasSize(1);
        assertThat(variables()).isZero();
    }

    @Test
    void a_row_that_somebody_has_changed_meanwhile_is_a_lost_race_and_nothing_goes() {
        // when
        assertThatThrownBy(() -> inOneCommand(context -> {
                    context.getExecutionManager().findExecutionById(instance).getVariables();
                    jdbc.sql("update act_ru_variable set rev_ = rev_ + 1 where proc_inst_id_ = ? and name_ = 'two'")
                            .param(instance)
                            .update();
                    delete(context);
                }))
                // then
                .isInstanceOf(OptimisticLockingException.class)
                .hasMessageContaining("VariableInstanceEntity");
        assertThat(variables()).isEqualTo(3);
    }

    private void delete(CommandContext context) {
        context.getExecutionManager().deleteProcessInstance(instance, "tested");
    }

    private void inOneCommand(Consumer<CommandContext> deed) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    deed.accept(context);
                    return null;
                });
    }

    private long variables() {
        return jdbc.sql("select count(*) from act_ru_variable where proc_inst_id_ = ?")
                .param(instance)
                .query(Long.class)
                .single();
    }
}
