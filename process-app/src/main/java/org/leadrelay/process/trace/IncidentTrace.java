package org.leadrelay.process.trace;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;

/** Incident handler for jobs that were given up, which puts incidents on record and how they ended. */
class IncidentTrace extends DefaultIncidentHandler {

    private final OperationLog log;

    IncidentTrace(OperationLog log) {
        super(Incident.FAILED_JOB_HANDLER_TYPE);
        this.log = log;
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        Incident opened = super.handleIncident(context, message);
        note(Kind.INCIDENT_OPENED, opened, null);
        return opened;
    }

    /** The engine comes by with each job that is over: only those with an incident have something to tell. */
    @Override
    protected void removeIncident(IncidentContext context, boolean resolved) {
        for (Incident each : Context.getCommandContext()
                .getIncidentManager()
                .findIncidentByConfiguration(context.getConfiguration())) {
            note(Kind.INCIDENT_RESOLVED, each, resolved ? "resolved" : "deleted");
            if (resolved) {
                ((IncidentEntity) each).resolve();
            } else {
                ((IncidentEntity) each).delete();
            }
        }
    }

    private void note(Kind kind, Incident incident, @Nullable String how) {
        log.add(
                StreamKind.OPERATION,
                kind,
                incident.getId(),
                LineDetails.of("job", incident.getConfiguration())
                        .and("element", incident.getActivityId())
                        .and("instance", incident.getProcessInstanceId())
                        .and("how", how)
                        .map());
    }
}
