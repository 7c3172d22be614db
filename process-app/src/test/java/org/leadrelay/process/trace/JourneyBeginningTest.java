package org.leadrelay.process.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.camunda.bpm.model.bpmn.builder.StartEventBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.LeadJourney.Beginning;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class JourneyBeginningTest {

    @Autowired
    EngineDriver driver;

    @Autowired
    RepositoryService repository;

    @Test
    void a_journey_begins_at_the_start_event_by_its_name() {
        assertThat(beginning(process().startEvent("Event_Captured").name("Lead\ncaptured")))
                .isEqualTo(new Beginning("Event_Captured", "Lead captured"));
    }

    @Test
    void a_start_without_a_name_is_called_by_its_id() {
        assertThat(beginning(process().startEvent("Event_Captured")))
                .isEqualTo(new Beginning("Event_Captured", "Event_Captured"));
    }

    @Test
    void where_a_job_comes_before_the_start_nothing_is_known_yet() {
        assertThat(beginning(process().startEvent("Event_Captured").camundaAsyncBefore()))
                .isNull();
    }

    @Test
    void of_several_messages_that_start_a_model_none_is_its_beginning() {
        ProcessBuilder twoMessages = process();
        twoMessages.startEvent("Event_Returned").message("returned").endEvent();

        assertThat(beginning(twoMessages.startEvent("Event_Captured").message("captured")))
                .isNull();
    }

    private static ProcessBuilder process() {
        return Bpmn.createExecutableProcess("beginning").camundaHistoryTimeToLiveString("P1D");
    }

    private @Nullable Beginning beginning(StartEventBuilder start) {
        String xml = Bpmn.convertToString(start.userTask().endEvent().done());
        String definition = driver.deploy("beginning.bpmn", xml);
        ProcessDefinitionEntity process = (ProcessDefinitionEntity) repository.getProcessDefinition(definition);
        try {
            return JourneyBeginning.of(process);
        } finally {
            repository.deleteDeployment(process.getDeploymentId(), true);
        }
    }
}
