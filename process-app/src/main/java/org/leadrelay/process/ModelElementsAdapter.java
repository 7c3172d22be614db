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
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.ModelElements;
import org.leadrelay.lead.LearnedList;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Wording;
import org.leadrelay.process.trace.Deadline;
import org.leadrelay.redesign.Releases;
import org.leadrelay.redesign.RunningLeads;
import org.leadrelay.worklist.FormModel;
import org.springframework.stereotype.Component;

/** Adapter that reads the models and tables in force, for the charter. */
@Component
class ModelElementsAdapter implements ModelElements {

    private final RepositoryService repository;
    private final Releases releases;
    private final RunningLeads running;
    private final DeclaredForms forms;
    private final ModelNames names;
    private final DeployedTables tables;
    private final Map<String, List<Element>> read = new ConcurrentHashMap<>();

    ModelElementsAdapter(
            RepositoryService repository,
            Releases releases,
            RunningLeads running,
            DeclaredForms forms,
            ModelNames names,
            DeployedTables tables) {
        this.repository = repository;
        this.releases = releases;
        this.running = running;
        this.forms = forms;
        this.names = names;
        this.tables = tables;
    }

    @Override
    public List<Element> all() {
        return of(new TreeMap<>(releases.current().definitions()).values());
    }

    @Override
    public List<Element> inUse() {
        return of(running.definitions());
    }

    @Override
    public List<Element> coming() {
        return of(releases.comingModels());
    }

    @Override
    public List<Element> of(Collection<String> definitions) {
        return definitions.stream()
                .flatMap(definition -> read.computeIfAbsent(definition, this::elements).stream()
                        .map(element -> element.called(
                                names.in(definition).step(element.id(), element.name(), Wording.language()))))
                .toList();
    }

    private List<Element> elements(String definition) {
        String model = repository.getProcessDefinition(definition).getKey();
        return repository.getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class).stream()
                .map(node -> element(model, definition, node))
                .toList();
    }

    private Element element(String model, String definition, FlowNode node) {
        List<FormModel.Field> fields =
                node instanceof UserTask ? forms.of(definition, node.getId()).fields() : List.<FormModel.Field>of();
        String name = node.getName();
        return new Element(
                node.getId(),
                name == null ? node.getId() : name.replaceAll("\\s+", " "),
                model,
                node instanceof UserTask task
                                && !task.getCamundaCandidateGroupsList().isEmpty()
                        ? task.getCamundaCandidateGroupsList().get(0)
                        : null,
                clauses(node),
                fields.stream()
                        .flatMap(field -> Stream.concat(
                                field.agreedList().stream(), field.learned().map(LearnedList::code).stream()))
                        .collect(toSet()),
                fields.stream().map(FormModel.Field::id).collect(toSet()));
    }

    /** Those of its own due date and timer, and of the timers at its border. */
    private static Set<String> clauses(FlowNode node) {
        HashSet<String> clauses = new HashSet<>();
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
        Integer deciding = releases.current().tables().get(decision);
        DecisionDefinition inForce = deciding == null ? null : tables.definition(decision, deciding);
        DecisionDefinition agreed = tables.definition(decision, version);
        return inForce == null || agreed == null
                ? Optional.empty()
                : Optional.of(
                        new Table(inForce.getVersion(), same(inForce, agreed) || releases.isComing(decision, version)));
    }

    /** Every release deploys all tables anew, most of them as they were. */
    private boolean same(DecisionDefinition inForce, DecisionDefinition agreed) {
        return inForce.getId().equals(agreed.getId()) || Arrays.equals(content(inForce), content(agreed));
    }

    private byte[] content(DecisionDefinition table) {
        try (InputStream model = repository.getDecisionModel(table.getId())) {
            return model.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a table in the database cannot be read", e);
        }
    }
}
