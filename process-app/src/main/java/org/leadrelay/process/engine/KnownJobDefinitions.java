package org.leadrelay.process.engine;

import org.camunda.bpm.engine.impl.cmd.SetJobDefinitionPriorityCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandInvocationContext;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.jspecify.annotations.Nullable;

/** Read-through of job definitions: the engine asks for one with every job that it makes, only to see whether it is suspended. */
class KnownJobDefinitions extends JobDefinitionManager {

    private final KnownDefinitions known;

    private KnownJobDefinitions(KnownDefinitions known) {
        this.known = known;
    }

    @Override
    public @Nullable JobDefinitionEntity findById(String id) {
        if (isToBeChanged()) {
            known.change();
            return super.findById(id);
        }
        JobDefinitionEntity kept = known.job(id);
        if (kept != null) {
            return kept;
        }
        long before = known.forgotten();
        JobDefinitionEntity found = super.findById(id);
        // those of a batch are deleted with it
        if (found != null && found.getProcessDefinitionId() != null) {
            known.keepJob(copy(found), before);
        }
        return found;
    }

    /** The one command that changes what it finds. */
    private static boolean isToBeChanged() {
        CommandInvocationContext invocation = Context.getCommandInvocationContext();
        return invocation != null && invocation.getCommand() instanceof SetJobDefinitionPriorityCmd;
    }

    /** Not the session's own, which it would look through for changes. */
    private static JobDefinitionEntity copy(JobDefinitionEntity found) {
        JobDefinitionEntity copy = new JobDefinitionEntity();
        copy.setId(found.getId());
        copy.setRevision(found.getRevision());
        copy.setProcessDefinitionId(found.getProcessDefinitionId());
        copy.setProcessDefinitionKey(found.getProcessDefinitionKey());
        copy.setActivityId(found.getActivityId());
        copy.setJobType(found.getJobType());
        copy.setJobConfiguration(found.getJobConfiguration());
        copy.setSuspensionState(found.getSuspensionState());
        copy.setJobPriority(found.getOverridingJobPriority());
        copy.setTenantId(found.getTenantId());
        copy.setDeploymentId(found.getDeploymentId());
        return copy;
    }

    @Override
    public void updateJobDefinitionSuspensionStateById(String id, SuspensionState state) {
        known.change();
        super.updateJobDefinitionSuspensionStateById(id, state);
    }

    @Override
    public void updateJobDefinitionSuspensionStateByProcessDefinitionId(String process, SuspensionState state) {
        known.change();
        super.updateJobDefinitionSuspensionStateByProcessDefinitionId(process, state);
    }

    @Override
    public void updateJobDefinitionSuspensionStateByProcessDefinitionKey(String key, SuspensionState state) {
        known.change();
        super.updateJobDefinitionSuspensionStateByProcessDefinitionKey(key, state);
    }

    @Override
    public void deleteJobDefinitionsByProcessDefinitionId(String process) {
        known.change();
        super.deleteJobDefinitionsByProcessDefinitionId(process);
    }

    static SessionFactory factory(KnownDefinitions known) {
        return new EngineSessionFactory(JobDefinitionManager.class, () -> new KnownJobDefinitions(known));
    }
}
