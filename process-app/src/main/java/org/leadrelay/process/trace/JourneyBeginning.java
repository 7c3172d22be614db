package org.leadrelay.process.trace;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.LeadJourney.Beginning;

/** Start event of a journey's model as its initial position: the element that {@link LeadPositions} reports first of a definition's instances. */
public final class JourneyBeginning {

    private JourneyBeginning() {}

    /** Null where the token comes there only later, in a job, or where no instance begins by itself. */
    public static @Nullable Beginning of(ProcessDefinitionEntity process) {
        ActivityImpl initial = process.getInitial();
        if (initial == null || initial.isAsyncBefore()) {
            return null;
        }
        String name = TraceLines.nameOf(initial);
        return new Beginning(initial.getId(), name == null ? initial.getId() : name);
    }
}
