package org.leadrelay.redesign;

import java.util.Map;

/**
 * Snapshot of the release in force: definition ids by key.
 *
 * @param definitions id of the deployed definition by the process's id
 * @param tables version of the deployed table by the decision's id
 */
public record InForce(int release, String deploymentId, Map<String, String> definitions, Map<String, Integer> tables) {

    public InForce {
        definitions = Map.copyOf(definitions);
        tables = Map.copyOf(tables);
    }

    /**
     * The id of the definition of this process, by which an instance of it is started.
     *
     * @throws IllegalStateException when the release has no such process
     */
    public String definition(String process) {
        String id = definitions.get(process);
        if (id == null) {
            throw new IllegalStateException("release %d has no process %s".formatted(release, process));
        }
        return id;
    }
}
