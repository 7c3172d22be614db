package org.leadrelay.process;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.ModelElements;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Wording;
import org.leadrelay.process.trace.Deadline;
import org.leadrelay.worklist.FormModel;
import org.springframework.stereotype.Component;

/** Adapter that reads the newest version of every deployed model, for the charter. */
@Component
class ModelElementsAdapter implements ModelElements {

    private static final String AGREED = "charter:";

    private final RepositoryService repository;
    private final DeclaredForms forms;
    private final ModelNames names;
    private final Map<String, List<Element>> read = new ConcurrentHashMap<>();

    ModelElementsAdapter(RepositoryService repository, DeclaredForms forms, ModelNames names) {
        this.repository = repository;
        this.forms = forms;
        this.names = names;
    }

    @Override
    public List<Element> all() {
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .flatMap(definition -> read.computeIfAbsent(definition.getId(), id -> elements(definition)).stream()
                        .map(element -> element.called(
                                names.in(definition.getId()).step(element.id(), element.name(), Wording.language()))))
                .toList();
    }

    private List<Element> elements(ProcessDefinition definition) {
        return repository.getBpmnModelInstance(definition.getId()).getModelElementsByType(FlowNode.class).stream()
                .map(node -> element(definition, node))
                .toList();
    }

    private Element element(ProcessDefinition definition, FlowNode node) {
        List<FormModel.Field> fields = node instanceof UserTask
                ? forms.of(definition.getId(), node.getId()).fields()
                : List.<FormModel.Field>of();
        String name = node.getName();
        return new Element(
                node.getId(),
                name == null ? node.getId() : name.replaceAll("\\s+", " "),
                definition.getKey(),
                node instanceof UserTask task
                                && !task.getCamundaCandidateGroupsList().isEmpty()
                        ? task.getCamundaCandidateGroupsList().get(0)
                        : null,
                clauses(node),
                fields.stream()
                        .map(field -> field.properties().getOrDefault("options", ""))
                        .filter(bound -> bound.startsWith(AGREED))
                        .map(bound -> bound.substring(AGREED.length()))
                        .collect(toSet()),
                fields.stream().map(FormModel.Field::id).collect(toSet()));
    }

    /** Those of its own due date and timer, and of the timers at its border. */
    private static Set<String> clauses(FlowNode node) {
        HashSet<String> clauses = new HashSet<String>();
        if (node instanceof UserTask task) {
            due(task.getCamundaDueDate()).forEach(clauses::add);
        }
        if (node instanceof CatchEvent event) {
            timers(event).forEach(clauses::add);
        }
        BpmnModelInstance model = (org.camunda.bpm.model.bpmn.BpmnModelInstance) node.getModelInstance();
        Collection<BoundaryEvent> borders = model.getModelElementsByType(BoundaryEvent.class);
        borders.stream()
                .filter(border -> node.equals(border.getAttachedTo()))
                .flatMap(ModelElementsAdapter::timers)
                .forEach(clauses::add);
        return clauses;
    }

    private static Stream<String> timers(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(timer -> ((TimerEventDefinition) timer).getTimeDate())
                .filter(Objects::nonNull)
                .flatMap(date -> due(date.getTextContent()));
    }

    private static Stream<String> due(@Nullable String expression) {
        Deadline deadline = Deadline.of(expression);
        return deadline != null && deadline.due() ? Stream.of(deadline.clause()) : Stream.empty();
    }

    @Override
    public Optional<Table> table(String decision, int version) {
        DecisionDefinition newest = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult();
        DecisionDefinition agreed = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .decisionDefinitionVersion(version)
                .singleResult();
        return newest == null || agreed == null
                ? Optional.empty()
                : Optional.of(new Table(newest.getVersion(), same(newest, agreed)));
    }

    /** Every release deploys all tables anew, most of them as they were. */
    private boolean same(DecisionDefinition newest, DecisionDefinition agreed) {
        return newest.getId().equals(agreed.getId()) || Arrays.equals(content(newest), content(agreed));
    }

    private byte[] content(DecisionDefinition table) {
        try (InputStream model = repository.getDecisionModel(table.getId())) {
            return model.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a table in the database cannot be read", e);
        }
    }
}
