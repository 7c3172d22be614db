package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs after every other test: whether they passed each flow node and each flow of each model. */
@ProductTest
@Order(Integer.MAX_VALUE)
class ModelCoverageTest {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCoverageTest.class);

    @Autowired
    RepositoryService repository;

    @Test
    void every_element_and_every_flow_of_every_model_is_passed_by_a_process_test() throws IOException {
        assumeThat(ModelCoverage.isEmpty()).as("no process test has run before").isFalse();
        var lines = new ArrayList<String>();
        var missed = new ArrayList<String>();
        for (var key : List.of("lead-journey", "lead-nurture", "lead-follow-up")) {
            var definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            var model = repository.getBpmnModelInstance(definition.getId());
            lines.add(key
                    + ": flow nodes "
                    + measure(key, model.getModelElementsByType(FlowNode.class), missed)
                    + ", flows "
                    + measure(key, model.getModelElementsByType(SequenceFlow.class), missed));
        }
        var report = "Model coverage: " + String.join("; ", lines);
        LOG.info(report);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "model-coverage.txt"), report + System.lineSeparator());
        assertThat(missed).isEmpty();
    }

    private static String measure(
            String key, java.util.Collection<? extends FlowElement> elements, List<String> missed) {
        var left = elements.stream()
                .filter(element -> !ModelCoverage.passed(key, element.getId()))
                .toList();
        left.forEach(element -> missed.add(key + "#" + element.getId()));
        int passed = elements.size() - left.size();
        return "%d of %d (%d%%)".formatted(passed, elements.size(), 100 * passed / elements.size());
    }
}
