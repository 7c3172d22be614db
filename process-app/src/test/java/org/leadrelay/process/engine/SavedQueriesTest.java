package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.process.ModelContract;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine is spared must not be missed: incidents that there are, tables that were deployed anew, variables not set. */
@ProductTest
class SavedQueriesTest {

    private static final String MODEL = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Saved" targetNamespace="tests">
          <bpmn:process id="saved" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="Event_Start"/>
            <bpmn:sequenceFlow id="Flow_In" sourceRef="Event_Start" targetRef="Activity_Act"/>
            %s
          </bpmn:process>
        </bpmn:definitions>
        """;

    private static final String FAILING = """
        <bpmn:serviceTask id="Activity_Act" name="Act" camunda:asyncBefore="true"
            camunda:delegateExpression="${sendTouch}"/>
        """;

    private static final String ROUTING = """
        <bpmn:userTask id="Activity_Act" name="Look" camunda:candidateGroups="marketing"/>
        <bpmn:sequenceFlow id="Flow_On" sourceRef="Activity_Act" targetRef="Gateway_Route"/>
        <bpmn:exclusiveGateway id="Gateway_Route" name="Which?" default="Flow_Other"/>
        <bpmn:sequenceFlow id="Flow_Asked" sourceRef="Gateway_Route" targetRef="Event_Asked">
          <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${%s == 'asked'}</bpmn:conditionExpression>
        </bpmn:sequenceFlow>
        <bpmn:sequenceFlow id="Flow_Other" sourceRef="Gateway_Route" targetRef="Event_Other"/>
        <bpmn:endEvent id="Event_Asked"/>
        <bpmn:endEvent id="Event_Other"/>
        """;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private Deployment deployment;

    @AfterEach
    void undeploy() {
        if (deployment != null) {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    private ProcessInstance start(String body) {
        deployment = EngineDriver.deployPastTheGate(
                repository, repository.createDeployment().addString("saved.bpmn", MODEL.formatted(body)));
        UUID lead = new LeadRows(jdbc).lead();
        return runtime.startProcessInstanceByKey("saved", lead.toString(), ModelContract.presets(lead));
    }

    @Test
    void an_incident_is_gone_when_its_job_gets_retries_and_when_it_goes_away() {
        // given
        ProcessInstance instance = start(FAILING);
        Job job = job(instance);
        failed(job);

        // when: it may try again, and fails again
        management.setJobRetries(job.getId(), 1);
        List<String> afterRetries = incidents(instance);
        failed(job);
        List<String> afterFailure = incidents(instance);
        runtime.deleteProcessInstance(instance.getId(), "given up");

        // then
        assertThat(afterRetries).isEmpty();
        assertThat(afterFailure).containsExactly("failedJob");
        assertThat(jdbc.sql("select count(*) from act_ru_incident where proc_inst_id_ = ?")
                        .param(instance.getId())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private Job job(ProcessInstance instance) {
        return management.createJobQuery().processInstanceId(instance.getId()).singleResult();
    }

    private void failed(Job job) {
        management.setJobRetries(job.getId(), 0);
        assertThat(incidents(job.getProcessInstanceId())).containsExactly("failedJob");
    }

    private List<String> incidents(ProcessInstance instance) {
        return incidents(instance.getId());
    }

    private List<String> incidents(String instance) {
        return runtime.createIncidentQuery().processInstanceId(instance).list().stream()
                .map(each -> each.getIncidentType())
                .toList();
    }

    @Test
    void a_condition_reads_null_for_what_is_not_answered_yet() {
        ProcessInstance instance = start(ROUTING.formatted("rejectionReason"));

        engine.getTaskService().complete(task(instance), Map.of());

        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
        assertThat(jdbc.sql("select element_id from journey_log where lead_id = ? and element_id like 'Event_%'"
                                + " and kind = 'entered'")
                        .param(UUID.fromString(instance.getBusinessKey()))
                        .query(String.class)
                        .list())
                .contains("Event_Other")
                .doesNotContain("Event_Asked");
    }

    /** One that a step sets stops the journey where the step was left out. */
    @Test
    void a_condition_on_what_a_step_should_have_set_still_fails() {
        ProcessInstance instance = start(ROUTING.formatted("touchKind"));
        String task = task(instance);

        assertThatThrownBy(() -> engine.getTaskService().complete(task, Map.of()))
                .hasMessageContaining("touchKind");
    }

    private String task(ProcessInstance instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }
}
