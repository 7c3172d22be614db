package org.leadrelay.process.redesign;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.leadrelay.redesign.gate.Finding;

/** Exception of a deployment that the gate refuses. The message names each element, what is wrong and the remedy. */
class RefusedRelease extends ProcessEngineException {

    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    RefusedRelease(List<Finding> findings, String message) {
        super(message);
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }
}
