package org.leadrelay.process.trace;

import java.util.ArrayDeque;
import java.util.HashSet;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityStartBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/** Graph of the elements on which the lead itself stands, as against reminders and questions that run beside it. */
final class MainPath {

    private static final String PROPERTY = "leadrelay.mainPath";

    private MainPath() {}

    static void mark(ProcessDefinitionEntity process) {
        HashSet<ActivityImpl> seen = new HashSet<>();
        ArrayDeque<ActivityImpl> open = new ArrayDeque<>();
        if (process.getInitial() != null) {
            open.add(process.getInitial());
        }
        process.getActivities().stream()
                .filter(each -> isMessageStart(each) || isInterruptingEventSubProcess(each))
                .forEach(open::add);
        while (!open.isEmpty()) {
            ActivityImpl activity = open.remove();
            if (!seen.add(activity)) {
                continue;
            }
            activity.setProperty(PROPERTY, true);
            for (PvmTransition flow : activity.getOutgoingTransitions()) {
                open.add((ActivityImpl) flow.getDestination());
            }
            for (ActivityImpl inner : activity.getActivities()) {
                open.add(inner);
            }
            events(activity, open);
        }
    }

    static boolean isOn(ActivityImpl activity) {
        return activity.getProperty(PROPERTY) != null;
    }

    private static void events(ActivityImpl host, ArrayDeque<ActivityImpl> open) {
        ScopeImpl around = host.getFlowScope();
        for (ActivityImpl other : around.getActivities()) {
            if (other.getEventScope() == host
                    && other.getActivityStartBehavior() == ActivityStartBehavior.CANCEL_EVENT_SCOPE) {
                open.add(other);
            }
        }
    }

    /** The engine calls only one of a process's beginnings its initial activity. */
    private static boolean isMessageStart(ActivityImpl activity) {
        return ActivityTypes.START_EVENT_MESSAGE.equals(activity.getProperties().get(BpmnProperties.TYPE));
    }

    private static boolean isInterruptingEventSubProcess(ActivityImpl activity) {
        return Boolean.TRUE.equals(activity.getProperties().get(BpmnProperties.TRIGGERED_BY_EVENT))
                && activity.getActivities().stream()
                        .anyMatch(start ->
                                start.getActivityStartBehavior() == ActivityStartBehavior.INTERRUPT_EVENT_SCOPE);
    }
}
