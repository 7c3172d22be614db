package org.leadrelay.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.leadrelay.audit.ModelSource;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Language;
import org.springframework.stereotype.Component;

/** Cache of the deployed models with their names in each language: a deployed definition never changes. */
@Component
class DeployedModels implements ModelSource {

    private static final String NAME = "name";

    private record Key(String model, int version, Language language) {}

    private final RepositoryService repository;
    private final ModelNames names;
    private final Map<Key, Optional<String>> cache = new ConcurrentHashMap<>();

    DeployedModels(RepositoryService repository, ModelNames names) {
        this.repository = repository;
        this.names = names;
    }

    @Override
    public Optional<String> bpmn(String model, int version, Locale locale) {
        return cache.computeIfAbsent(new Key(model, version, Language.of(locale)), this::read);
    }

    private Optional<String> read(Key key) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key.model())
                        .processDefinitionVersion(key.version())
                        .singleResult())
                .map(definition -> translated(definition, key.language()));
    }

    /** In English the names stay as they are drawn, with their line breaks. */
    private String translated(ProcessDefinition definition, Language language) {
        BpmnModelInstance model = Bpmn.readModelFromStream(repository.getProcessModel(definition.getId()));
        if (language != Language.ENGLISH) {
            ModelNames.Names words = names.in(definition.getId());
            for (Class<? extends BaseElement> drawn : List.of(FlowElement.class, Lane.class, Participant.class)) {
                for (BaseElement each : model.getModelElementsByType(drawn)) {
                    if (each.getAttributeValue(NAME) != null) {
                        words.find(each.getId(), language.locale())
                                .ifPresent(name -> each.setAttributeValue(NAME, name));
                    }
                }
            }
        }
        return Bpmn.convertToString(model);
    }
}
