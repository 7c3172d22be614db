package org.leadrelay.process.trace;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Journey;
import org.leadrelay.process.ModelContract;
import org.springframework.stereotype.Component;

/**
 * Listener of end events that say what became of the lead (property {@code leadEnd}): ends the journey and frees
 * the rep.
 */
@Component
class EndTrace implements ExecutionListener {

    private static final String PROPERTY = "leadEnd";

    private final TraceLines lines;
    private final LeadPositions whereabouts;
    private final HandOffs handOffs;

    EndTrace(TraceLines lines, LeadPositions whereabouts, HandOffs handOffs) {
        this.lines = lines;
        this.whereabouts = whereabouts;
        this.handOffs = handOffs;
    }

    static void remember(Element endEvent, ActivityImpl activity) {
        Element extensions = endEvent.element("extensionElements");
        Element properties = extensions == null ? null : extensions.element("properties");
        if (properties == null) {
            return;
        }
        for (Element property : properties.elements()) {
            if (PROPERTY.equals(property.attribute("name"))) {
                String end = property.attribute("value");
                if (!Journey.ENDS.contains(end)) {
                    throw new IllegalArgumentException(
                            activity.getId() + ": leadEnd is " + end + " but must be one of " + Journey.ENDS);
                }
                activity.setProperty(PROPERTY, end);
            }
        }
    }

    static @Nullable String endOf(ActivityImpl activity) {
        return (String) activity.getProperty(PROPERTY);
    }

    @Override
    public void notify(DelegateExecution execution) {
        ExecutionEntity entity = (ExecutionEntity) execution;
        String end = endOf(entity.getActivity());
        if (end == null) {
            return;
        }
        ModelContract.leadOf(execution).ifPresent(lead -> {
            whereabouts.ended(lead, end);
            handOffs.released(lead);
            lines.add(lead, Kind.ENDED, entity, Map.of("end", end));
        });
    }
}
