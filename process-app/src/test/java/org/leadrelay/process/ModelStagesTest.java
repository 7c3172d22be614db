package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.leadrelay.board.ModelStages;
import org.leadrelay.board.Stage;
import org.leadrelay.redesign.gate.Gate;
import org.leadrelay.redesign.gate.Severity;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** What elements of deployed models mean to the boards. */
@ProductTest
@OwnDatabase
class ModelStagesTest {

    private static final List<String> MODELS = List.of("lead-journey", "lead-nurture", "lead-follow-up");

    @Autowired
    ModelStages stages;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Gate gate;

    @Test
    void the_shipped_models_name_every_stage_where_the_registry_has_it() throws Exception {
        // given
        Deployment deployed = deployed((model, text) -> text);

        // then
        assertThat(stages.allWith("lead-journey", version(deployed))).isEqualTo(EnumSet.allOf(Stage.class));
        for (String model : MODELS) {
            assertThat(stages.of(model, version(deployed, model))).isEqualTo(ShippedStages.BY_MODEL.get(model));
        }
    }

    @Test
    void a_release_from_before_there_were_stages_is_read_by_the_ids_that_were_shipped() throws Exception {
        // given
        Deployment deployed = deployed((model, text) -> text.replaceAll("<camunda:property name=\"stage\"[^>]*>", ""));

        // then
        assertThat(stages.of("lead-journey", version(deployed)))
                .isEqualTo(ShippedStages.BY_MODEL.get("lead-journey"))
                .containsEntry("Flow_Accepted", Stage.ACCEPTED);
        assertThat(stages.allWith("lead-journey", version(deployed))).isEqualTo(EnumSet.allOf(Stage.class));
    }

    @Test
    void a_release_that_names_some_stages_and_lacks_one_is_not_filled_up() throws Exception {
        // given
        Deployment deployed =
                deployed((model, text) -> text.replace("<camunda:property name=\"stage\" value=\"contacted\" />", ""));

        // then
        Set<Stage> all = EnumSet.allOf(Stage.class);
        all.remove(Stage.CONTACTED);
        assertThat(stages.allWith("lead-journey", version(deployed))).isEqualTo(all);
        assertThat(stages.of("lead-follow-up", version(deployed, "lead-follow-up")))
                .isEqualTo(Map.of("Flow_NextStep", Stage.BUYERS_DAY));
        assertThat(stages.of("lead-journey", 4_711)).isEmpty();
    }

    @Test
    void the_gate_warns_of_a_stage_that_a_release_loses() throws Exception {
        // given
        String text = new ClassPathResource("processes/lead-journey.bpmn").getContentAsString(StandardCharsets.UTF_8);
        String without = text.replace("<camunda:property name=\"stage\" value=\"accepted\" />", "");

        // then
        assertThat(losses(text)).doesNotContain("accepted");
        assertThat(losses(without)).contains("accepted");
    }

    private List<String> losses(String journey) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        files.put("lead-journey.bpmn", journey.getBytes(StandardCharsets.UTF_8));
        for (String model : MODELS.subList(1, 3)) {
            files.put(model + ".bpmn", new ClassPathResource("processes/" + model + ".bpmn").getContentAsByteArray());
        }
        return gate.check(gate.read(files).files()).stream()
                .filter(finding -> finding.rule().equals("stage-missing"))
                .peek(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING))
                .map(finding -> finding.arguments().get(0))
                .toList();
    }

    private Deployment deployed(BiFunction<String, String, String> change) throws IOException {
        DeploymentBuilder builder = engine.getRepositoryService().createDeployment();
        for (String model : MODELS) {
            String text =
                    new ClassPathResource("processes/" + model + ".bpmn").getContentAsString(StandardCharsets.UTF_8);
            builder.addString(model + ".bpmn", change.apply(model, text));
        }
        return EngineDriver.deployPastTheGate(engine.getRepositoryService(), builder);
    }

    private int version(Deployment deployed) {
        return version(deployed, "lead-journey");
    }

    private int version(Deployment deployed, String model) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployed.getId())
                .processDefinitionKey(model)
                .singleResult()
                .getVersion();
    }
}
