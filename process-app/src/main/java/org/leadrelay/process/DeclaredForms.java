package org.leadrelay.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Option;
import org.leadrelay.platform.NotFound;
import org.leadrelay.worklist.FormModel;
import org.springframework.stereotype.Component;

/** Cache of the forms that models declare, by definition and element: a deployed definition never changes. */
@Component
class DeclaredForms {

    private static final String UNINVOLVED = "uninvolved";

    private record Key(String definitionId, String step) {}

    private final RepositoryService repository;

    private record Version(String definitionKey, int number) {}

    private final Map<Version, String> definitions = new ConcurrentHashMap<>();
    private final Map<Key, FormModel> cache = new ConcurrentHashMap<>();

    DeclaredForms(RepositoryService repository) {
        this.repository = repository;
    }

    FormModel of(String definitionId, String step) {
        return cache.computeIfAbsent(new Key(definitionId, step), this::read);
    }

    /** Without fields where the version, or its task, is gone. */
    FormModel of(String definitionKey, int version, String step) {
        String definition = definitions.computeIfAbsent(new Version(definitionKey, version), this::find);
        try {
            return definition == null ? FormModel.EMPTY : of(definition, step);
        } catch (NotFound gone) {
            return FormModel.EMPTY;
        }
    }

    private @Nullable String find(Version version) {
        ProcessDefinition found = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(version.definitionKey())
                .processDefinitionVersion(version.number())
                .singleResult();
        return found == null ? null : found.getId();
    }

    private FormModel read(Key key) {
        if (!(repository.getBpmnModelInstance(key.definitionId()).getModelElementById(key.step())
                instanceof UserTask task)) {
            throw new NotFound("the model " + key.definitionId() + " has no task " + key.step());
        }
        ExtensionElements extensions = task.getExtensionElements();
        ArrayList<FormModel.Field> fields = new ArrayList<>();
        if (extensions != null) {
            extensions.getElementsQuery().filterByType(CamundaFormData.class).list().stream()
                    .flatMap(form -> form.getCamundaFormFields().stream())
                    .map(DeclaredForms::field)
                    .forEach(fields::add);
        }
        return new FormModel(List.copyOf(fields), uninvolved(extensions));
    }

    private static boolean uninvolved(@Nullable ExtensionElements extensions) {
        return extensions != null
                && extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                        .flatMap(all -> all.getCamundaProperties().stream())
                        .anyMatch(each ->
                                UNINVOLVED.equals(each.getCamundaName()) && "true".equals(each.getCamundaValue()));
    }

    private static FormModel.Field field(CamundaFormField field) {
        LinkedHashMap<String, String> constraints = new LinkedHashMap<String, @Nullable String>();
        if (field.getCamundaValidation() != null) {
            field.getCamundaValidation()
                    .getCamundaConstraints()
                    .forEach(constraint -> constraints.put(constraint.getCamundaName(), constraint.getCamundaConfig()));
        }
        ArrayList<Option> values = new ArrayList<>();
        field.getCamundaValues().forEach(value -> values.add(new Option(value.getCamundaId(), value.getCamundaName())));
        LinkedHashMap<String, String> properties = new LinkedHashMap<>();
        if (field.getCamundaProperties() != null) {
            field.getCamundaProperties()
                    .getCamundaProperties()
                    .forEach(property -> properties.put(property.getCamundaId(), property.getCamundaValue()));
        }
        return new FormModel.Field(
                field.getCamundaId(),
                field.getCamundaType(),
                field.getCamundaLabel(),
                flag(constraints, "required"),
                number(constraints, "min"),
                number(constraints, "max"),
                length(constraints, "minlength"),
                length(constraints, "maxlength"),
                flag(constraints, "readonly"),
                field.getCamundaDefaultValue(),
                values,
                properties);
    }

    private static boolean flag(Map<String, @Nullable String> constraints, String name) {
        return constraints.containsKey(name) && !"false".equals(constraints.get(name));
    }

    private static @Nullable Integer length(Map<String, @Nullable String> constraints, String name) {
        Long number = number(constraints, name);
        return number == null ? null : Math.toIntExact(number);
    }

    private static @Nullable Long number(Map<String, @Nullable String> constraints, String name) {
        String config = constraints.get(name);
        return config == null ? null : Long.valueOf(config.strip());
    }
}
