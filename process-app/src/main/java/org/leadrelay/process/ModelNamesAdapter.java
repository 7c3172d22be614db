package org.leadrelay.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.ModelNames;
import org.leadrelay.platform.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Cache of the names in the deployed models. A deployed definition never changes, so its words are read once;
 * which definitions are the newest is asked again after a while, or when they lack what is looked for.
 */
@Component
class ModelNamesAdapter implements ModelNames {

    private static final Duration FRESH = Duration.ofMinutes(1);

    /** As long a model that names nothing of the kind is not asked for again. */
    private static final Duration JUST_READ = Duration.ofSeconds(2);

    private record Version(String model, int number) {}

    /** The newest version of each model by its key, and its words. */
    private record Newest(Map<String, ModelWords> byModel, Instant read) {

        boolean fresh(Instant now, Duration after) {
            return !read.isAfter(now) && read.plus(after).isAfter(now);
        }
    }

    /** The words of a definition, and which model it is a version of. */
    private record Definition(String model, ModelWords words) {}

    /** Given lazily: the engine's own listeners need services that show names. */
    private final ObjectProvider<RepositoryService> engine;

    private final Clock clock;
    private final Map<String, Definition> definitions = new ConcurrentHashMap<>();
    private final Map<Version, String> ids = new ConcurrentHashMap<>();
    private volatile @Nullable Newest newest;

    ModelNamesAdapter(ObjectProvider<RepositoryService> engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public Names in(String definitionId) {
        Definition definition = definition(definitionId);
        return definition == null ? newest() : names(definition);
    }

    @Override
    public Names in(String model, int version) {
        String id = ids.computeIfAbsent(new Version(model, version), this::id);
        return id == null ? newest() : in(id);
    }

    @Override
    public Names newest() {
        return (key, locale) -> {
            Language language = Language.of(locale);
            return newest(null, key, language).or(() -> newest(null, key, Language.ENGLISH));
        };
    }

    /** Its own words, or the newest ones with this key; its own name where nobody has found words yet. */
    private Names names(Definition definition) {
        return (key, locale) -> {
            Language language = Language.of(locale);
            Optional<String> own = definition.words().find(key, Language.ENGLISH);
            Optional<String> found = definition.words().find(key, language);
            return found.isPresent() || (language == Language.ENGLISH && own.isPresent())
                    ? found
                    : newest(definition.model(), key, language).or(() -> own);
        };
    }

    private Optional<String> newest(@Nullable String model, String key, Language language) {
        Newest known = newest;
        Instant now = clock.instant();
        if (known != null && known.fresh(now, FRESH)) {
            Optional<String> found = find(known, model, key, language);
            if (found.isPresent() || known.fresh(now, JUST_READ)) {
                return found;
            }
        }
        Newest read = new Newest(newestWords(), now);
        newest = read;
        return find(read, model, key, language);
    }

    private static Optional<String> find(Newest newest, @Nullable String model, String key, Language language) {
        ModelWords of = model == null ? null : newest.byModel().get(model);
        Collection<ModelWords> asked = of == null ? newest.byModel().values() : List.of(of);
        return asked.stream()
                .flatMap(words -> words.find(key, language).stream())
                .findFirst();
    }

    private Map<String, ModelWords> newestWords() {
        Map<String, ModelWords> words = new LinkedHashMap<>();
        engine.getObject()
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .forEach(each -> words.put(each.getKey(), remembered(each).words()));
        return words;
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
