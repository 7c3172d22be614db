package org.leadrelay.process;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Language;
import org.leadrelay.redesign.InForce;
import org.leadrelay.redesign.Releases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Cache of the names in the deployed models. A deployed definition never changes, so its words are read once; those
 * that are in force are read again with each release.
 */
@Component
class ModelNamesAdapter implements ModelNames {

    private record Version(String model, int number) {}

    /** The words of each model in force by its key. */
    private record Current(String deployment, Map<String, ModelWords> byModel) {}

    /** The words of a definition, and which model it is a version of. */
    private record Definition(String model, ModelWords words) {}

    /** Given lazily: the engine's own listeners need services that show names. */
    private final ObjectProvider<RepositoryService> engine;

    private final Releases releases;
    private final Map<String, Definition> definitions = new ConcurrentHashMap<>();
    private final Map<Version, String> ids = new ConcurrentHashMap<>();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Current current;

    ModelNamesAdapter(ObjectProvider<RepositoryService> engine, Releases releases) {
        this.engine = engine;
        this.releases = releases;
    }

    @Override
    public Names in(String definitionId) {
        Definition definition = definition(definitionId);
        return definition == null ? inForce() : names(definition);
    }

    @Override
    public Names in(String model, int version) {
        String id = ids.computeIfAbsent(new Version(model, version), this::id);
        return id == null ? inForce() : in(id);
    }

    @Override
    public Names inForce() {
        return (key, locale) -> {
            Language language = Language.of(locale);
            return inForce(null, key, language).or(() -> inForce(null, key, Language.ENGLISH));
        };
    }

    /** Its own words, or those in force with this key; its own name where nobody has found words yet. */
    private Names names(Definition definition) {
        return (key, locale) -> {
            Language language = Language.of(locale);
            Optional<String> own = definition.words().find(key, Language.ENGLISH);
            Optional<String> found = definition.words().find(key, language);
            return found.isPresent() || (language == Language.ENGLISH && own.isPresent())
                    ? found
                    : inForce(definition.model(), key, language).or(() -> own);
        };
    }

    private Optional<String> inForce(@Nullable String model, String key, Language language) {
        Map<String, ModelWords> words = words();
        ModelWords of = model == null ? null : words.get(model);
        Collection<ModelWords> asked = of == null ? words.values() : List.of(of);
        return asked.stream().flatMap(each -> each.find(key, language).stream()).findFirst();
    }

    /**
     * Those of the release in force. One thread reads the words of a new one and the others go on with the earlier words: who asks may
     * hold a connection, and the engine takes another.
     */
    private Map<String, ModelWords> words() {
        InForce release = releases.current();
        Current known = current;
        if (known != null && known.deployment().equals(release.deploymentId())) {
            return known.byModel();
        }
        if (known == null) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return known.byModel();
        }
        try {
            return read(release);
        } finally {
            reading.unlock();
        }
    }

    private Map<String, ModelWords> read(InForce release) {
        Current known = current;
        if (known == null || !known.deployment().equals(release.deploymentId())) {
            Map<String, ModelWords> words = new LinkedHashMap<>();
            new TreeMap<>(release.definitions()).forEach((model, id) -> {
                Definition definition = definition(id);
                if (definition != null) {
                    words.put(model, definition.words());
                }
            });
            known = new Current(release.deploymentId(), words);
            current = known;
        }
        return known.byModel();
    }

    private @Nullable Definition definition(String id) {
        Definition known = definitions.get(id);
        if (known != null) {
            return known;
        }
        ProcessDefinition definition = engine.getObject()
                .createProcessDefinitionQuery()
                .processDefinitionId(id)
                .singleResult();
        return definition == null ? null : remembered(definition);
    }

    private Definition remembered(ProcessDefinition definition) {
        Definition known = definitions.get(definition.getId());
        if (known == null) {
            known = new Definition(definition.getKey(), ModelWords.of(definition, engine.getObject()));
            definitions.put(definition.getId(), known);
        }
        return known;
    }

    private @Nullable String id(Version version) {
        ProcessDefinition definition = engine.getObject()
                .createProcessDefinitionQuery()
                .processDefinitionKey(version.model())
                .processDefinitionVersion(version.number())
                .singleResult();
        return definition == null ? null : definition.getId();
    }
}
