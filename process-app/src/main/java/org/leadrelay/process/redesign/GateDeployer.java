package org.leadrelay.process.redesign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.leadrelay.platform.Wording;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.redesign.gate.Gate;
import org.leadrelay.redesign.gate.Severity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The gate as the engine's first deployer: nothing gets into the engine that it refuses, whoever deploys. An old definition that is
 * loaded again is not looked at: a rule that is stricter than the one it came in by must not stop its leads.
 */
@Component
class GateDeployer implements Deployer {

    private final ObjectProvider<Gate> gate;

    GateDeployer(ObjectProvider<Gate> gate) {
        this.gate = gate; // which needs the engine, which needs its deployers
    }

    /**
     * @throws RefusedRelease with every refusal; then nothing is stored
     */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        Gate.Reading reading = gate.getObject().read(files);
        List<Finding> findings =
                reading.findings().isEmpty() ? gate.getObject().check(reading.files()) : reading.findings();
        List<Finding> refusals = findings.stream()
                .filter(finding -> finding.severity() == Severity.REFUSAL)
                .toList();
        if (!refusals.isEmpty()) {
            throw new RefusedRelease(refusals, inWords(refusals));
        }
    }

    private static String inWords(List<Finding> refusals) {
        return refusals.stream()
                .map(finding -> "%s (%s): %s"
                        .formatted(
                                finding.element() == null ? finding.rule() : finding.element(),
                                finding.file(),
                                finding.message(Wording.language())))
                .collect(Collectors.joining("\n- ", "The models are refused:\n- ", ""));
    }
}
