package org.leadrelay.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Message catalog of one deployed model: its own names as the English ones, and the words files of its deployment,
 * {@code <model>_<language>.properties}, in UTF-8.
 */
record ModelWords(Map<Language, Map<String, String>> texts) {

    private static final Logger LOG = LoggerFactory.getLogger(ModelWords.class);

    static ModelWords of(ProcessDefinition definition, RepositoryService repository) {
        Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
        texts.put(Language.ENGLISH, own(repository.getBpmnModelInstance(definition.getId())));
        String file = definition.getResourceName().replaceFirst("\\.bpmn$", "");
        for (String resource : repository.getDeploymentResourceNames(definition.getDeploymentId())) {
            for (Language language : Language.values()) {
                if (language != Language.ENGLISH && resource.equals(file + "_" + language.code() + ".properties")) {
                    texts.put(language, read(repository, definition.getDeploymentId(), resource));
                }
            }
        }
        return new ModelWords(texts);
    }

    Optional<String> find(String key, Language language) {
        return Optional.ofNullable(texts.getOrDefault(language, Map.of()).get(key));
    }

    private static Map<String, String> own(BpmnModelInstance model) {
        Map<String, String> names = new HashMap<>();
        model.getModelElementsByType(Process.class).forEach(each -> put(names, each.getId(), each.getName()));
        model.getModelElementsByType(Participant.class).forEach(each -> put(names, each.getId(), each.getName()));
        model.getModelElementsByType(Lane.class).forEach(each -> put(names, each.getId(), each.getName()));
        model.getModelElementsByType(FlowElement.class).forEach(each -> put(names, each.getId(), each.getName()));
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            if (task.getExtensionElements() != null) {
                task.getExtensionElements().getElementsQuery().filterByType(CamundaFormData.class).list().stream()
                        .flatMap(form -> form.getCamundaFormFields().stream())
                        .forEach(field -> put(names, task.getId(), field));
            }
        }
        return names;
    }

    private static void put(Map<String, String> names, String task, CamundaFormField field) {
        String key = task + "." + field.getCamundaId();
        put(names, key, field.getCamundaLabel());
        field.getCamundaValues()
                .forEach(option -> put(names, key + "." + option.getCamundaId(), option.getCamundaName()));
    }

    /** A name that is broken into lines on the diagram is one line elsewhere. */
    private static void put(Map<String, String> names, String key, @Nullable String name) {
        if (name != null && !name.isBlank()) {
            names.put(key, name.replaceAll("\\s+", " ").strip());
        }
    }

    /** A file that cannot be read leaves its model in English; nobody's work stops for it. */
    static Map<String, String> read(RepositoryService repository, String deployment, String resource) {
        Properties properties = new Properties();
        try (InputStream stored = repository.getResourceAsStream(deployment, resource);
                Reader reader = new InputStreamReader(stored, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The words in {} of deployment {} cannot be read", resource, deployment, e);
        }
        Map<String, String> words = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> put(words, key, properties.getProperty(key)));
        return words;
    }
}
