package org.leadrelay.process;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Text;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.AgreedTables;
import org.springframework.stereotype.Component;

/** Cache of the deployed decision tables, as people read them: a deployed definition never changes. */
@Component
class AgreedTablesAdapter implements AgreedTables {

    private record Key(String decision, int version) {}

    private final RepositoryService repository;
    private final Map<Key, Optional<DecisionTable>> cache = new ConcurrentHashMap<>();

    AgreedTablesAdapter(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public Optional<DecisionTable> table(String decision, int version) {
        Key key = new Key(decision, version);
        Optional<DecisionTable> known = cache.get(key);
        if (known == null) {
            known = read(key);
            // one that is not deployed yet may be later
            if (known.isPresent()) {
                cache.put(key, known);
            }
        }
        return known;
    }

    private Optional<DecisionTable> read(Key key) {
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key.decision())
                .decisionDefinitionVersion(key.version())
                .singleResult();
        if (definition == null
                || !(repository.getDmnModelInstance(definition.getId()).getModelElementById(key.decision())
                        instanceof Decision decision)
                || !(decision.getExpression() instanceof org.camunda.bpm.model.dmn.instance.DecisionTable table)) {
            return Optional.empty();
        }
        return Optional.of(new DecisionTable(
                decision.getName(),
                table.getHitPolicy().name(),
                table.getInputs().stream().map(Input::getId).toList(),
                table.getInputs().stream()
                        .map(each -> called(each.getLabel(), each.getId()))
                        .toList(),
                table.getOutputs().stream()
                        .map(each -> called(each.getLabel(), each.getName()))
                        .toList(),
                table.getRules().stream()
                        .map(each -> new Rule(
                                each.getInputEntries().stream()
                                        .map(InputEntry::getText)
                                        .map(AgreedTablesAdapter::text)
                                        .toList(),
                                each.getOutputEntries().stream()
                                        .map(OutputEntry::getText)
                                        .map(AgreedTablesAdapter::text)
                                        .toList(),
                                why(each)))
                        .toList()));
    }

    private static String called(@Nullable String label, @Nullable String otherwise) {
        if (label != null && !label.isBlank()) {
            return label;
        }
        return otherwise == null ? "" : otherwise;
    }

    private static String text(@Nullable Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    private static String why(DmnElement rule) {
        return rule.getDescription() == null
                ? ""
                : rule.getDescription().getTextContent().strip();
    }
}
