package org.leadrelay.redesign;

/** Port to the engine: which version it is. */
public interface EngineVersion {

    /** As the engine says it: {@code 7.24.0}. */
    String version();
}
