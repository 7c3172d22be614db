package org.leadrelay.process.redesign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.process.ModelContract;
import org.leadrelay.redesign.gate.Gate;
import org.leadrelay.redesign.gate.Severity;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A version that came in under earlier rules is loaded again after a restart, and its leads go on. */
@ProductTest
class OldVersionsRunOnTest {

    /** Breaks rules that are younger than it: a role and a message that are gone, a reserved field, no history, nothing drawn. */
    private static final String OLD = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_Old" targetNamespace="x">
          <bpmn:process id="old-journey" isExecutable="true" camunda:historyTimeToLive="P0D">
            <bpmn:startEvent id="Event_Start"/>
            <bpmn:sequenceFlow id="Flow_In" sourceRef="Event_Start" targetRef="Activity_Old"/>
            <bpmn:userTask id="Activity_Old" name="Do it" camunda:candidateGroups="wizards">
              <bpmn:extensionElements><camunda:formData>
                <camunda:formField id="lap" label="Lap" type="long"/>
              </camunda:formData></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="Flow_On" sourceRef="Activity_Old" targetRef="Gateway_Old"/>
            <bpmn:exclusiveGateway id="Gateway_Old" default="Flow_Else"/>
            <bpmn:sequenceFlow id="Flow_Else" sourceRef="Gateway_Old" targetRef="Activity_Old"/>
            <bpmn:sequenceFlow id="Flow_Out" sourceRef="Gateway_Old" targetRef="Event_End">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${longGone == 'x'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:endEvent id="Event_End"/>
          </bpmn:process>
          <bpmn:message id="Message_Gone" name="lead.longGone"/>
        </bpmn:definitions>
        """;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Gate gate;

    @Autowired
    JdbcClient jdbc;

    @Test
    void leads_of_a_version_that_breaks_younger_rules_go_on_after_a_restart() {
        // given
        Deployment old = EngineDriver.deployPastTheGate(
                engine.getRepositoryService(),
                engine.getRepositoryService().createDeployment().addString("old-journey.bpmn", OLD));
        try {
            String lead = new LeadRows(jdbc).lead().toString();
            String instance = engine.getRuntimeService()
                    .startProcessInstanceByKey("old-journey", lead, ModelContract.presets(UUID.fromString(lead)))
                    .getId();
            assertThat(gate.check(gate.read(Map.of("old-journey.bpmn", OLD.getBytes(StandardCharsets.UTF_8)))
                            .files()))
                    .as("today it would not get in")
                    .anyMatch(finding -> finding.severity() == Severity.REFUSAL);

            // when
            asAfterARestart();
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult();
            engine.getTaskService().complete(task.getId(), Map.of("longGone", "x"));

            // then
            assertThat(engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceId(instance)
                            .count())
                    .isZero();
        } finally {
            engine.getRepositoryService().deleteDeployment(old.getId(), true);
        }
    }

    /** A node that has just started parses each definition when the first lead comes. */
    private void asAfterARestart() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getDeploymentCache().discardProcessDefinitionCache();
        configuration.getDeploymentCache().discardDecisionDefinitionCache();
    }
}
