package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** A lead and its journey come into being together or not at all, with the real services. */
class SharedTransactionTest extends JourneyTest {

    @Autowired
    LeadCapture leads;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionOperations transactions;

    @Test
    void an_engine_that_refuses_to_start_leaves_no_lead() {
        // given
        String id = UUID.randomUUID().toString();
        repository.suspendProcessDefinitionByKey(ModelContract.LEAD_JOURNEY);
        try {
            // when
            assertThatThrownBy(() -> capture(id)).isInstanceOf(RuntimeException.class);
        } finally {
            repository.activateProcessDefinitionByKey(ModelContract.LEAD_JOURNEY);
        }

        // then
        assertThat(leadsOf(id)).isZero();
    }

    @Test
    void a_save_that_fails_leaves_no_instance() {
        // given
        String id = UUID.randomUUID().toString();
        long before = runtime.createProcessInstanceQuery().count();

        // when
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    capture(id);
                    jdbc.sql("insert into lead (id) values (null)").update();
                }))
                .isInstanceOf(RuntimeException.class);

        // then
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
        assertThat(leadsOf(id)).isZero();
    }

    @Test
    void a_table_asked_without_facts_stops_the_token_instead_of_routing_by_default() {
        Deployment deployment = EngineDriver.deployPastTheGate(
                repository, repository.createDeployment().addString("blind.bpmn", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Blind"
                        targetNamespace="x">
                      <bpmn:process id="blind" isExecutable="true" camunda:historyTimeToLive="P1D">
                        <bpmn:startEvent id="Event_Start"/>
                        <bpmn:sequenceFlow id="Flow_In" sourceRef="Event_Start" targetRef="Activity_Gather"/>
                        <bpmn:serviceTask id="Activity_Gather" camunda:delegateExpression="${gatherFacts}"/>
                        <bpmn:sequenceFlow id="Flow_On" sourceRef="Activity_Gather" targetRef="Activity_Rate"/>
                        <bpmn:businessRuleTask id="Activity_Rate" camunda:asyncBefore="true"
                            camunda:decisionRef="lead-fit"/>
                        <bpmn:sequenceFlow id="Flow_Out" sourceRef="Activity_Rate" targetRef="Event_End"/>
                        <bpmn:endEvent id="Event_End"/>
                      </bpmn:process>
                    </bpmn:definitions>
                    """));
        try {
            UUID lead = readyLead();
            ProcessInstance instance = runtime.startProcessInstanceByKey("blind", lead.toString());
            Job job = management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .singleResult();
            assertThatThrownBy(() -> management.executeJob(job.getId()))
                    .hasMessageContaining("Activity_Rate is asked without facts");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    private void capture(String id) {
        leads.capture(
                new Capture(Map.of(Field.EXTERNAL_ID, id, Field.NAME, "Grace Example"), List.of(), List.of(), null),
                new Origin("tests", Origin.Kind.API, "Web", "tests", null));
    }

    private long leadsOf(String id) {
        return jdbc.sql("select count(*) from lead where external_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }
}
