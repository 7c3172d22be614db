package org.leadrelay.process.redesign;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.leadrelay.process.engine.RegisteredBeans;
import org.leadrelay.redesign.ModelStore;
import org.leadrelay.redesign.gate.FileKind;
import org.leadrelay.redesign.gate.ModelFile;
import org.springframework.stereotype.Component;

/** Adapter that keeps releases of the models as deployments of the engine. */
@Component
class EngineModelStore implements ModelStore {

    private static final Pattern STEP = Pattern.compile("delegateExpression\\s*=\\s*[\"']\\s*[$#]\\{\\s*(\\w+)\\s*}");

    private final RepositoryService repository;
    private final RegisteredBeans registered;

    EngineModelStore(RepositoryService repository, RegisteredBeans registered) {
        this.repository = repository;
        this.registered = registered;
    }

    @Override
    public Deployed deploy(String name, String source, SortedMap<String, byte[]> files) {
        DeploymentBuilder deployment = repository.createDeployment().name(name).source(source);
        files.forEach((file, content) -> deployment.addString(file, new String(content, StandardCharsets.UTF_8)));
        try {
            return deployed(deployment.deploy().getId());
        } catch (ProcessEngineException e) {
            if (e instanceof OptimisticLockingException || e instanceof ProcessEnginePersistenceException) {
                throw e; // another transaction, not the models
            }
            throw new NotDeployable(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Deployed deployed(String deploymentId) {
        List<Definition> definitions = new ArrayList<>();
        Map<String, Definition> byFile = new HashMap<>();
        for (ProcessDefinition each : repository
                .createProcessDefinitionQuery()
                .deploymentId(deploymentId)
                .list()) {
            Definition process = new Definition(FileKind.PROCESS, each.getKey(), each.getVersion(), each.getId());
            definitions.add(process);
            byFile.put(each.getResourceName(), process);
        }
        for (DecisionDefinition each : repository
                .createDecisionDefinitionQuery()
                .deploymentId(deploymentId)
                .list()) {
            Definition table = new Definition(FileKind.DECISION, each.getKey(), each.getVersion(), each.getId());
            definitions.add(table);
            byFile.put(each.getResourceName(), table);
        }
        return new Deployed(
                deploymentId,
                definitions,
                repository.getDeploymentResourceNames(deploymentId).stream()
                        .sorted()
                        .map(each -> file(deploymentId, each, byFile.get(each)))
                        .toList());
    }

    @Override
    public List<String> missingSteps(String deploymentId) {
        Set<String> missing = new TreeSet<>();
        for (ModelFile each : deployed(deploymentId).files()) {
            if (each.kind() == FileKind.PROCESS) {
                Matcher named = STEP.matcher(new String(each.content(), StandardCharsets.UTF_8));
                named.results().map(step -> step.group(1)).forEach(missing::add);
            }
        }
        missing.removeAll(registered.names());
        return List.copyOf(missing);
    }

    private ModelFile file(String deploymentId, String name, @Nullable Definition definition) {
        byte[] content = content(deploymentId, name);
        return definition == null
                ? new ModelFile(name.replaceFirst("\\.properties$", ""), FileKind.WORDS, name, content)
                : new ModelFile(definition.key(), definition.kind(), name, content);
    }

    private byte[] content(String deploymentId, String name) {
        try (InputStream stored = repository.getResourceAsStream(deploymentId, name)) {
            return stored.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a deployed file cannot be read", e);
        }
    }
}
