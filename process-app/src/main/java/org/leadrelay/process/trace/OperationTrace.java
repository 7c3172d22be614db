package org.leadrelay.process.trace;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Sha256;
import org.springframework.stereotype.Component;

/**
 * Audit trail of the engine's operation: deployments, failed jobs, incidents and their mending, whoever asks for them and
 * by which tool, each in the engine's own transaction.
 */
@Component
class OperationTrace extends AbstractProcessEnginePlugin {

    private final OperationLog log;

    OperationTrace(OperationLog log) {
        this.log = log;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostDeployers(List.of(this::deployed));
        engine.setCustomIncidentHandlers(List.of(new IncidentTrace(log)));
        engine.setFailedJobCommandFactory(new JobFailureTrace(log));
    }

    /** One line for each file. A deployment comes by here again whenever a node reads it into its cache. */
    private void deployed(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().values().forEach(file -> deployed(deployment, file));
        }
    }

    private void deployed(DeploymentEntity deployment, ResourceEntity file) {
        String name = file.getName();
        List<String> versions = versions(deployment, name);
        Map<String, Object> details = LineDetails.of("deployment", deployment.getId())
                .and("sha256", Sha256.hex(file.getBytes()))
                .and("versions", versions)
                .map();
        if (versions.stream().anyMatch(each -> isNamedAfter(each, name))) {
            log.add(StreamKind.MODEL, Kind.MODEL_DEPLOYED, name, details);
        } else {
            log.add(StreamKind.MODEL, Kind.MODEL_DEPLOYED, new CommittedText(name), details);
        }
    }

    /** As the product names its files; whoever deploys by a tool of their own may call them anything. */
    private static boolean isNamedAfter(String version, String file) {
        return file.matches(Pattern.quote(version.substring(0, version.lastIndexOf(':'))) + "\\.(bpmn|dmn)");
    }

    private static List<String> versions(DeploymentEntity deployment, String file) {
        return Stream.of(ProcessDefinitionEntity.class, DecisionDefinitionEntity.class)
                .flatMap(type -> definitions(deployment, type))
                .filter(each -> file.equals(each.getResourceName()))
                .map(each -> each.getKey() + ":" + each.getVersion())
                .toList();
    }

    private static Stream<? extends ResourceDefinitionEntity<?>> definitions(
            DeploymentEntity deployment, Class<? extends ResourceDefinitionEntity<?>> type) {
        List<? extends ResourceDefinitionEntity<?>> found = deployment.getDeployedArtifacts(type);
        return found == null ? Stream.empty() : found.stream();
    }
}
