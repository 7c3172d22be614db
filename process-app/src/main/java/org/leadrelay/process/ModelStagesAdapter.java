package org.leadrelay.process;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.leadrelay.board.ModelStages;
import org.leadrelay.board.Stage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adapter that reads the stages in the deployed models (property {@code stage} of elements and flows). */
@Component
class ModelStagesAdapter implements ModelStages {

    private static final String PROPERTY = "stage";

    /** Given lazily: the engine's own listeners need services that are made later. */
    private final ObjectProvider<RepositoryService> engine;

    ModelStagesAdapter(ObjectProvider<RepositoryService> engine) {
        this.engine = engine;
    }

    @Override
    public String journeyModel() {
        return ModelContract.LEAD_JOURNEY;
    }

    @Override
    public Map<String, Stage> of(String model, int version) {
        return find(model, version)
                .map(definition -> namesStages(definition) ? named(definition) : shipped(definition))
                .orElse(Map.of());
    }

    @Override
    public Set<Stage> allWith(String model, int version) {
        Set<Stage> all = EnumSet.noneOf(Stage.class);
        find(model, version).ifPresent(definition -> {
            boolean names = namesStages(definition);
            deployedWith(definition).forEach(each -> all.addAll((names ? named(each) : shipped(each)).values()));
        });
        return all;
    }

    /** A release that names any stage means what it names; one that names none was made before there were stages. */
    private boolean namesStages(ProcessDefinition definition) {
        return deployedWith(definition).stream().anyMatch(each -> !named(each).isEmpty());
    }

    private Optional<ProcessDefinition> find(String model, int version) {
        return Optional.ofNullable(engine.getObject()
                .createProcessDefinitionQuery()
                .processDefinitionKey(model)
                .processDefinitionVersion(version)
                .singleResult());
    }

    private List<ProcessDefinition> deployedWith(ProcessDefinition definition) {
        return engine.getObject()
                .createProcessDefinitionQuery()
                .deploymentId(definition.getDeploymentId())
                .list();
    }

    private Map<String, Stage> named(ProcessDefinition definition) {
        Map<String, Stage> stages = new HashMap<>();
        elements(definition).forEach((id, element) -> {
            ExtensionElements extensions = element.getExtensionElements();
            if (extensions != null) {
                extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(all -> all.getCamundaProperties().stream())
                        .filter(property -> PROPERTY.equals(property.getCamundaName()))
                        .forEach(property ->
                                Stage.of(property.getCamundaValue()).ifPresent(stage -> stages.put(id, stage)));
            }
        });
        return stages;
    }

    /** What the product's own elements meant before they said so: an id never changes its meaning. */
    private Map<String, Stage> shipped(ProcessDefinition definition) {
        Map<String, Stage> stages = new HashMap<>(ShippedStages.BY_MODEL.getOrDefault(definition.getKey(), Map.of()));
        stages.keySet().retainAll(elements(definition).keySet());
        return stages;
    }

    private Map<String, FlowElement> elements(ProcessDefinition definition) {
        Map<String, FlowElement> elements = new HashMap<>();
        engine.getObject()
                .getBpmnModelInstance(definition.getId())
                .getModelElementsByType(FlowElement.class)
                .forEach(element -> elements.put(element.getId(), element));
        return elements;
    }
}
