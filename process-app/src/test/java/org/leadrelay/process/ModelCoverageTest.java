package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the process tests passed each flow node and each flow of each model. The build runs it by its tag, when all
 * other tests are done.
 */
@Tag("after-all-tests")
class ModelCoverageTest {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCoverageTest.class);

    @Test
    void every_element_and_every_flow_of_every_model_is_passed_by_a_process_test() throws IOException {
        Set<String> passed = ModelCoverage.passed();
        assumeThat(passed).as("what process tests have passed before").isNotEmpty();
        ArrayList<String> lines = new ArrayList<String>();
        ArrayList<String> missed = new ArrayList<String>();
        for (String key : List.of("lead-journey", "lead-nurture", "lead-follow-up")) {
            BpmnModelInstance model = model(key);
            lines.add(key
                    + ": flow nodes "
                    + measure(key, model.getModelElementsByType(FlowNode.class), passed, missed)
                    + ", flows "
                    + measure(key, model.getModelElementsByType(SequenceFlow.class), passed, missed));
        }
        String report = "Model coverage: " + String.join("; ", lines);
        LOG.info(report);
        Files.writeString(Path.of("target", "model-coverage.txt"), report + System.lineSeparator());
        assertThat(missed).isEmpty();
    }

    private static BpmnModelInstance model(String key) throws IOException {
        try (InputStream file = ModelCoverageTest.class.getResourceAsStream("/processes/" + key + ".bpmn")) {
            return Bpmn.readModelFromStream(file);
        }
    }

    private static String measure(
            String key, Collection<? extends FlowElement> elements, Set<String> passed, List<String> missed) {
        List<? extends FlowElement> left = elements.stream()
                .filter(element -> !passed.contains(key + "#" + element.getId()))
                .toList();
        left.forEach(element -> missed.add(key + "#" + element.getId()));
        int walked = elements.size() - left.size();
        return "%d of %d (%d%%)".formatted(walked, elements.size(), 100 * walked / elements.size());
    }
}
