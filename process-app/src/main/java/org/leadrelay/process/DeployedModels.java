package org.leadrelay.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.leadrelay.audit.ModelSource;
import org.springframework.stereotype.Component;

/** Cache of the deployed models: a deployed definition never changes. */
@Component
class DeployedModels implements ModelSource {

    private record Key(String model, int version) {}

    private final RepositoryService repository;
    private final Map<Key, Optional<String>> cache = new ConcurrentHashMap<>();

    DeployedModels(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public Optional<String> bpmn(String model, int version) {
        return cache.computeIfAbsent(new Key(model, version), this::read);
    }

    private Optional<String> read(Key key) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key.model())
                        .processDefinitionVersion(key.version())
                        .singleResult())
                .map(definition -> text(repository.getProcessModel(definition.getId())));
    }

    private static String text(InputStream model) {
        try (model) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a model in the database cannot be read", e);
        }
    }
}
