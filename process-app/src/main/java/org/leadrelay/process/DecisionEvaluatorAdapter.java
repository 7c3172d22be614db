package org.leadrelay.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;
import org.leadrelay.opening.DecisionEvaluator;
import org.leadrelay.platform.Language;
import org.leadrelay.process.engine.ParsedExpressions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Evaluation of deployed tables beside the engine: by a decision engine of its own, which has no listeners, so that neither the journey
 * log nor the engine's history hears of it.
 */
@Component
class DecisionEvaluatorAdapter implements DecisionEvaluator {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionEvaluatorAdapter.class);

    private record Key(String table, int version) {}

    private final RepositoryService repository;
    private final DeployedTables tables;
    private final DmnEngine engine = engine();
    private final Map<Key, DmnDecision> parsed = new ConcurrentHashMap<>();

    DecisionEvaluatorAdapter(RepositoryService repository, DeployedTables tables) {
        this.repository = repository;
        this.tables = tables;
    }

    private static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(new ParsedExpressions.Factory());
        return configuration.buildEngine();
    }

    @Override
    public Optional<String> answer(
            String table, int version, String output, Map<String, ? extends @Nullable Object> variables) {
        boolean answers = tables.find(table, version)
                .filter(found -> found.answers().containsKey(output))
                .isPresent();
        DmnDecision decision = answers ? decision(new Key(table, version)) : null;
        if (decision == null) {
            return Optional.empty();
        }
        try {
            DmnDecisionTableResult rows = engine.evaluateDecisionTable(decision, new HashMap<>(variables));
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(rows.getFirstResult().<Object>getEntry(output))
                            .map(Object::toString);
        } catch (DmnEngineException e) {
            // Nobody's work stops for what is only read.
            LOG.warn("Version {} of the table {} cannot be evaluated: {}", version, table, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public List<String> answers(String table, int version, String output) {
        return tables.find(table, version)
                .map(found -> found.answers().getOrDefault(output, List.of()))
                .orElse(List.of());
    }

    @Override
    public Optional<String> reason(String table, int version, int row, Locale locale) {
        return tables.find(table, version)
                .filter(found -> row >= 1 && row <= found.rows().size())
                .map(found -> tables.reason(table, found, row - 1, Language.of(locale)))
                .filter(reason -> !reason.isBlank());
    }

    @Override
    public Map<String, String> words(String table, int version, Locale locale) {
        Map<String, String> words = new HashMap<>();
        tables.find(table, version).ifPresent(found -> {
            words.putAll(found.words().getOrDefault(Language.ENGLISH, Map.of()));
            words.putAll(found.words().getOrDefault(Language.of(locale), Map.of()));
        });
        return words;
    }

    private @Nullable DmnDecision decision(Key key) {
        DmnDecision known = parsed.get(key);
        if (known == null) {
            known = parse(key);
            if (known != null) {
                parsed.put(key, known);
            }
        }
        return known;
    }

    private @Nullable DmnDecision parse(Key key) {
        DecisionDefinition definition = tables.definition(key.table(), key.version());
        if (definition == null) {
            return null;
        }
        try (InputStream stored = repository.getDecisionModel(definition.getId())) {
            return engine.parseDecision(key.table(), stored);
        } catch (IOException e) {
            throw new UncheckedIOException("a deployed table cannot be read", e);
        }
    }
}
