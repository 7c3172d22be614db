package org.leadrelay.process.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.Nullable;

/** Read-through of process definitions: the engine reads the row again in every command, though it has the model parsed. */
class KnownProcessDefinitions extends ProcessDefinitionManager {

    private final KnownDefinitions known;

    private KnownProcessDefinitions(KnownDefinitions known) {
        this.known = known;
    }

    /** What is parsed already, in place of a row. */
    @Override
    public @Nullable ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
        ProcessDefinitionEntity loaded = super.getCachedResourceDefinitionEntity(id);
        return loaded == null && known.isProcess(id) ? parsed(id) : loaded;
    }

    /** Null when the engine has forgotten it, as it does with a deployment that is deleted. */
    private static @Nullable ProcessDefinitionEntity parsed(String id) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .getProcessDefinitionCache()
                .get(id);
    }

    @Override
    public @Nullable ProcessDefinitionEntity findLatestDefinitionById(String id) {
        long before = known.forgotten();
        ProcessDefinitionEntity found = super.findLatestDefinitionById(id);
        if (found != null) {
            known.keepProcess(id, before);
        }
        return found;
    }

    @Override
    public void updateProcessDefinitionSuspensionStateById(String id, SuspensionState state) {
        known.change();
        super.updateProcessDefinitionSuspensionStateById(id, state);
    }

    @Override
    public void updateProcessDefinitionSuspensionStateByKey(String key, SuspensionState state) {
        known.change();
        super.updateProcessDefinitionSuspensionStateByKey(key, state);
    }

    static SessionFactory factory(KnownDefinitions known) {
        return new EngineSessionFactory(ProcessDefinitionManager.class, () -> new KnownProcessDefinitions(known));
    }
}
