package org.leadrelay.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.leadrelay.redesign.EngineVersion;
import org.springframework.stereotype.Component;

/** Adapter to the engine's library, which names its version. */
@Component
class EngineVersionAdapter implements EngineVersion {

    @Override
    public String version() {
        String version = ProcessEngine.class.getPackage().getImplementationVersion();
        return version == null ? "7" : version;
    }
}
