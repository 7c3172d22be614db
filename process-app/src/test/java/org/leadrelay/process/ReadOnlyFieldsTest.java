package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.worklist.TaskCommands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a form only shows stays what it is, and routes on. */
@ProductTest
class ReadOnlyFieldsTest {

    private static final String READ_ONLY =
            "<camunda:validation><camunda:constraint name=\"readonly\"/></camunda:validation>";

    private static final String MODEL = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Shown" targetNamespace="tests">
          <bpmn:process id="shown" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="Event_Start"/>
            <bpmn:sequenceFlow id="Flow_In" sourceRef="Event_Start" targetRef="Activity_Look"/>
            <bpmn:userTask id="Activity_Look" name="Look" camunda:candidateGroups="marketing">
              <bpmn:extensionElements><camunda:formData>
                <camunda:formField id="outcome" label="Outcome" type="enum">
                  <camunda:value id="seen" name="Seen"/>
                </camunda:formField>
                <camunda:formField id="remark" label="Remark" type="boolean"/>
                <camunda:formField id="tier" label="Tier" type="enum">READ_ONLY
                  <camunda:value id="gold" name="Gold"/>
                  <camunda:value id="plain" name="Plain"/>
                </camunda:formField>
                <camunda:formField id="worth" label="Worth" type="long">READ_ONLY</camunda:formField>
              </camunda:formData></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="Flow_On" sourceRef="Activity_Look" targetRef="Gateway_Tier"/>
            <bpmn:exclusiveGateway id="Gateway_Tier" name="Which tier?" default="Flow_Plain"/>
            <bpmn:sequenceFlow id="Flow_Gold" name="gold" sourceRef="Gateway_Tier" targetRef="Event_Gold">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${tier == 'gold' &amp;&amp; worth &gt; 10}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="Flow_Plain" name="plain" sourceRef="Gateway_Tier" targetRef="Event_Plain"/>
            <bpmn:endEvent id="Event_Gold"/>
            <bpmn:endEvent id="Event_Plain"/>
          </bpmn:process>
        </bpmn:definitions>
        """.replace("READ_ONLY", READ_ONLY);

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    EngineDriver engine;

    @Autowired
    TaskCommands work;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_gateway_reads_what_the_form_before_it_only_showed() {
        // given
        Deployment deployment = EngineDriver.deployPastTheGate(
                repository, repository.createDeployment().addString("shown.bpmn", MODEL));
        try {
            UUID lead = new LeadRows(jdbc).lead();
            HashMap<String, Object> known = new HashMap<>(ModelContract.presets(lead));
            known.put("tier", "gold");
            known.put("worth", 12L);
            known.put("remark", true);
            ProcessInstance instance = runtime.startProcessInstanceByKey("shown", lead.toString(), known);
            Task task =
                    tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
            cast.person("looker", Roles.MARKETING);
            cast.actingAs("looker");

            // when
            work.complete(task.getId(), Map.of("outcome", "seen"));

            // then
            assertThat(jdbc.sql("select element_id from journey_log where lead_id = ? and kind = 'entered'")
                            .param(lead)
                            .query(String.class)
                            .list())
                    .contains("Event_Gold")
                    .doesNotContain("Event_Plain");
            assertThat(engine.variablesAfter(task.getId()))
                    .containsEntry("tier", "gold")
                    .containsEntry("worth", 12L)
                    .containsEntry("outcome", "seen")
                    .as("asked, not answered")
                    .containsEntry("remark", null);
        } finally {
            cast.actingAsNobody();
            repository.deleteDeployment(deployment.getId(), true);
        }
    }
}
