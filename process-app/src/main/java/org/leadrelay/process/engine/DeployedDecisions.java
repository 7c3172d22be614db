package org.leadrelay.process.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Cache of which decision a deployment holds under a key. A deployment never changes: a rule task that asks for the table of
 * its own deployment is answered from what the engine has parsed already.
 */
class DeployedDecisions extends DecisionDefinitionManager {

    private final Map<Deployed, String> ids;

    private DeployedDecisions(Map<Deployed, String> ids) {
        this.ids = ids;
    }

    @Override
    public @Nullable DecisionDefinitionEntity findDecisionDefinitionByDeploymentAndKey(String deployment, String key) {
        Deployed asked = new Deployed(deployment, key);
        String known = ids.get(asked);
        DecisionDefinitionEntity parsed = known == null ? null : parsed(known);
        if (parsed != null) {
            return parsed;
        }
        DecisionDefinitionEntity found = super.findDecisionDefinitionByDeploymentAndKey(deployment, key);
        if (found != null) {
            ids.put(asked, found.getId());
        }
        return found;
    }

    /** Null when the engine has forgotten it, as it does with a deployment that is deleted. */
    private static @Nullable DecisionDefinitionEntity parsed(String id) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .getDecisionDefinitionCache()
                .get(id);
    }

    private record Deployed(String deployment, String key) {}

    static SessionFactory factory() {
        Map<Deployed, String> ids = new ConcurrentHashMap<>();
        return new EngineSessionFactory(DecisionDefinitionManager.class, () -> new DeployedDecisions(ids));
    }
}
