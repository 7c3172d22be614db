package org.leadrelay.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/**
 * Incident queries of the engine without those that can find nothing. A job that goes away is asked for its incident, and
 * only one without retries left has any: on its way a lead takes ten jobs along.
 */
class JobIncidents extends IncidentManager {

    @Override
    public List<Incident> findIncidentByConfiguration(@Nullable String configuration) {
        return configuration != null && isJobThatMayRun(configuration)
                ? List.of()
                : super.findIncidentByConfiguration(configuration);
    }

    /** Only of a job that this transaction has loaded: its retries are what the flush will check the row's revision with. */
    private static boolean isJobThatMayRun(String id) {
        JobEntity job = Context.getCommandContext().getDbEntityManager().getCachedEntity(JobEntity.class, id);
        return job != null && job.getRetries() > 0;
    }

    static SessionFactory factory() {
        return new EngineSessionFactory(IncidentManager.class, JobIncidents::new);
    }
}
