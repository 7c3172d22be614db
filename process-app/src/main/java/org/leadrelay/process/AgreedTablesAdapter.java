package org.leadrelay.process;

import java.util.List;
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

    private static final String FACT = ModelContract.FACTS + ".";

    private record Key(String decision, int version) {}

    private record Deployed(DecisionTable table, List<String> facts) {}

    private final RepositoryService repository;
    private final Map<Key, Optional<Deployed>> cache = new ConcurrentHashMap<>();

    AgreedTablesAdapter(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public Optional<DecisionTable> table(String decision, int version) {
        return deployed(new Key(decision, version)).map(Deployed::table);
    }

    @Override
    public List<String> factsRead(String decision, int version) {
        return deployed(new Key(decision, version)).map(Deployed::facts).orElse(List.of());
    }

    private Optional<Deployed> deployed(Key key) {
        Optional<Deployed> known = cache.get(key);
        if (known == null) {
            known = read(key);
            // one that is not deployed yet may be later
            if (known.isPresent()) {
                cache.put(key, known);
            }
        }
        return known;
    }

    private Optional<Deployed> read(Key key) {
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
        return Optional.of(new Deployed(table(decision, table), facts(table)));
    }

    private static List<String> facts(org.camunda.bpm.model.dmn.instance.DecisionTable table) {
        return table.getInputs().stream()
                .map(each -> text(each.getInputExpression().getText()))
                .filter(expression -> expression.startsWith(FACT))
                .map(expression -> expression.substring(FACT.length()))
                .toList();
    }

    private static DecisionTable table(Decision decision, org.camunda.bpm.model.dmn.instance.DecisionTable table) {
        return new DecisionTable(
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
                        .toList());
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
