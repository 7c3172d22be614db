package org.leadrelay.process;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Language;
import org.leadrelay.redesign.Releases;
import org.springframework.stereotype.Component;

/** Cache of the deployed decision tables with their words: a deployed definition never changes, and each is read once. */
@Component
class DeployedTables {

    private record Key(String decision, int version) {}

    private final RepositoryService repository;
    private final Releases releases;
    private final Map<Key, DeployedTable> cache = new ConcurrentHashMap<>();

    DeployedTables(RepositoryService repository, Releases releases) {
        this.repository = repository;
        this.releases = releases;
    }

    /** Empty when no such version was ever deployed, or it decides without a table. */
    Optional<DeployedTable> find(String decision, int version) {
        Key key = new Key(decision, version);
        DeployedTable known = cache.get(key);
        if (known == null) {
            known = read(key);
            // one that is not deployed yet may be later
            if (known != null) {
                cache.put(key, known);
            }
        }
        return Optional.ofNullable(known);
    }

    /**
     * Why a row is there, in this language where somebody has found words for it: those of its own version, or else those in force with its id, because
     * an id keeps its meaning.
     *
     * @param row from 0
     */
    String reason(String decision, DeployedTable table, int row, Language language) {
        String own = table.table().rules().get(row).why();
        if (language == Language.ENGLISH) {
            return own;
        }
        String id = table.rows().get(row);
        return table.word(id, language)
                .or(() -> inForce(decision).flatMap(now -> now.word(id, language)))
                .orElse(own);
    }

    private Optional<DeployedTable> inForce(String decision) {
        return Optional.ofNullable(releases.current().tables().get(decision))
                .flatMap(version -> find(decision, version));
    }

    /** Null when there is no such version. */
    @Nullable
    DecisionDefinition definition(String decision, int version) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .decisionDefinitionVersion(version)
                .singleResult();
    }

    private @Nullable DeployedTable read(Key key) {
        DecisionDefinition definition = definition(key.decision(), key.version());
        if (definition == null
                || !(repository.getDmnModelInstance(definition.getId()).getModelElementById(key.decision())
                        instanceof Decision decision)
                || !(decision.getExpression() instanceof DecisionTable table)) {
            return null;
        }
        return DeployedTable.of(decision, table, words(definition));
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
