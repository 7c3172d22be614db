package org.leadrelay.process.trace;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.leadrelay.lead.LeadJourney.Beginning;

/** Initial position of a journey: the element that {@link LeadPositions} reports first of a definition's instances. */
public final class JourneyBeginning {

    private JourneyBeginning() {}

    public static Beginning of(ProcessDefinitionEntity process) {
        ActivityImpl initial = process.getInitial();
        String name = TraceLines.nameOf(initial);
        return new Beginning(initial.getId(), name == null ? initial.getId() : name);
    }
}
