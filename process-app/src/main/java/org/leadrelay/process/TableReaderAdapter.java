package org.leadrelay.process;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
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
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.leadrelay.opening.TableReader;
import org.leadrelay.platform.Language;
import org.leadrelay.process.engine.ParsedExpressions;
import org.leadrelay.redesign.InForce;
import org.leadrelay.redesign.Releases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Evaluation of deployed tables beside the engine: by a decision engine of its own, which has no listeners, so that neither the journey
 * log nor the engine's history hears of it. A deployed table never changes, so each is read once.
 */
@Component
class TableReaderAdapter implements TableReader {

    private static final Logger LOG = LoggerFactory.getLogger(TableReaderAdapter.class);

    private record Key(String table, int version) {}

    /** A row's id, and what it says of itself. */
    private record Row(String id, String reason) {}

    /**
     * @param answers what the rows may say, by the name of the output
     * @param words by key, as deployed with this version
     */
    private record Deployed(
            DmnDecision decision,
            List<Row> rows,
            Map<String, List<String>> answers,
            Map<Language, Map<String, String>> words) {}

    private final RepositoryService repository;
    private final Releases releases;
    private final DmnEngine engine = engine();
    private final Map<Key, Deployed> cache = new ConcurrentHashMap<>();

    TableReaderAdapter(RepositoryService repository, Releases releases) {
        this.repository = repository;
        this.releases = releases;
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
        Deployed deployed = deployed(table, version);
        if (deployed == null || !deployed.answers().containsKey(output)) {
            return Optional.empty();
        }
        try {
            DmnDecisionTableResult rows = engine.evaluateDecisionTable(deployed.decision(), new HashMap<>(variables));
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
        Deployed deployed = deployed(table, version);
        return deployed == null ? List.of() : deployed.answers().getOrDefault(output, List.of());
    }

    @Override
    public Optional<String> reason(String table, int version, int row, Locale locale) {
        Deployed deployed = deployed(table, version);
        if (deployed == null || row < 1 || row > deployed.rows().size()) {
            return Optional.empty();
        }
        Row found = deployed.rows().get(row - 1);
        return translated(deployed, table, found.id(), Language.of(locale))
                .or(() -> Optional.of(found.reason()))
                .filter(reason -> !reason.isBlank());
    }

    /** Its own words, or else those in force with this id, because an id keeps its meaning. */
    private Optional<String> translated(Deployed deployed, String table, String row, Language language) {
        if (language == Language.ENGLISH) {
            return Optional.empty();
        }
        Optional<String> own = Optional.ofNullable(
                deployed.words().getOrDefault(language, Map.of()).get(row));
        return own.or(() -> Optional.ofNullable(inForce(table))
                .map(now -> now.words().getOrDefault(language, Map.of()).get(row)));
    }

    private @Nullable Deployed inForce(String table) {
        InForce release = releases.current();
        Integer version = release.tables().get(table);
        return version == null ? null : deployed(table, version);
    }

    @Override
    public Map<String, String> words(String table, int version, Locale locale) {
        Deployed deployed = deployed(table, version);
        if (deployed == null) {
            return Map.of();
        }
        Map<String, String> words = new HashMap<>(deployed.words().getOrDefault(Language.ENGLISH, Map.of()));
        words.putAll(deployed.words().getOrDefault(Language.of(locale), Map.of()));
        return words;
    }

    private @Nullable Deployed deployed(String table, int version) {
        Key key = new Key(table, version);
        Deployed known = cache.get(key);
        if (known == null) {
            known = read(key);
            if (known != null) {
                cache.put(key, known);
            }
        }
        return known;
    }

    private @Nullable Deployed read(Key key) {
        DecisionDefinition definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key.table())
                .decisionDefinitionVersion(key.version())
                .singleResult();
        if (definition == null) {
            return null;
        }
        byte[] xml = xml(definition);
        DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(xml));
        if (!(model.getModelElementById(key.table()) instanceof Decision decision)
                || !(decision.getExpression() instanceof DecisionTable table)) {
            return null;
        }
        return new Deployed(
                engine.parseDecision(key.table(), new ByteArrayInputStream(xml)),
                table.getRules().stream()
                        .map(rule -> new Row(rule.getId(), reason(rule)))
                        .toList(),
                answers(table),
                words(definition));
    }

    private byte[] xml(DecisionDefinition definition) {
        try (InputStream stored = repository.getDecisionModel(definition.getId())) {
            return stored.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a deployed table cannot be read", e);
        }
    }

    private static String reason(Rule rule) {
        return rule.getDescription() == null
                ? ""
                : rule.getDescription().getTextContent().strip();
    }

    private static Map<String, List<String>> answers(DecisionTable table) {
        Map<String, List<String>> answers = new HashMap<>();
        List<Output> outputs = new ArrayList<>(table.getOutputs());
        for (int column = 0; column < outputs.size(); column++) {
            int at = column;
            answers.put(
                    outputs.get(column).getName(),
                    table.getRules().stream()
                            .map(rule -> new ArrayList<>(rule.getOutputEntries()))
                            .filter(cells -> cells.size() > at)
                            .map(cells -> cells.get(at).getTextContent().strip())
                            .filter(text -> text.length() > 2 && text.startsWith("\"") && text.endsWith("\""))
                            .map(text -> text.substring(1, text.length() - 1))
                            .distinct()
                            .toList());
        }
        return answers;
    }

    private Map<Language, Map<String, String>> words(DecisionDefinition definition) {
        Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);
        String file = definition.getResourceName().replaceFirst("\\.dmn$", "");
        List<String> resources = repository.getDeploymentResourceNames(definition.getDeploymentId());
        for (Language language : Language.values()) {
            String name = file + "_" + language.code() + ".properties";
            if (resources.contains(name)) {
                words.put(language, ModelWords.read(repository, definition.getDeploymentId(), name));
            }
        }
        return words;
    }
}
