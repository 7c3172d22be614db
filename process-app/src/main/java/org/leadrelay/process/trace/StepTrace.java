package org.leadrelay.process.trace;

import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.process.ModelContract;
import org.leadrelay.process.StepResults;
import org.springframework.stereotype.Component;

/** Listener of tokens: elements entered and left, flows taken, journeys started. */
@Component
class StepTrace {

    private final TraceLines lines;
    private final LeadPositions whereabouts;

    StepTrace(TraceLines lines, LeadPositions whereabouts) {
        this.lines = lines;
        this.whereabouts = whereabouts;
    }

    ExecutionListener started() {
        return execution -> {
            ExecutionEntity entity = (ExecutionEntity) execution;
            ProcessDefinitionEntity process = entity.getProcessDefinition();
            ModelContract.leadOf(execution)
                    .ifPresent(lead ->
                            lines.add(lead, Kind.STARTED, entity, process.getKey(), process.getName(), Map.of()));
        };
    }

    ExecutionListener entered() {
        return execution -> {
            ExecutionEntity entity = (ExecutionEntity) execution;
            flowFromEventGateway(entity);
            log(Kind.ENTERED, entity, Map.of());
            ActivityImpl activity = entity.getActivity();
            if (activity != null && MainPath.isOn(activity)) {
                ModelContract.leadOf(execution).ifPresent(lead -> {
                    String name = TraceLines.nameOf(activity);
                    whereabouts.moved(lead, activity.getId(), name == null ? activity.getId() : name);
                });
            }
        };
    }

    ExecutionListener left() {
        return execution -> {
            ExecutionEntity entity = (ExecutionEntity) execution;
            Map<String, @Nullable Object> results = StepResults.take(execution);
            log(
                    Kind.LEFT,
                    entity,
                    entity.isCanceled()
                            ? Map.of("cancelled", true)
                            : results.isEmpty() ? Map.of() : Map.of("set", results));
        };
    }

    ExecutionListener taken() {
        return execution -> {
            ExecutionEntity entity = (ExecutionEntity) execution;
            flow(entity, entity.getTransition());
        };
    }

    /**
     * The engine takes no flow from an event-based gateway to the event that happened: it jumps.
     */
    private void flowFromEventGateway(ExecutionEntity at) {
        ActivityImpl event = at.getActivity();
        EventGatewayFlow flow = event == null ? null : EventGatewayFlow.to(event);
        if (flow != null) {
            ModelContract.leadOf(at)
                    .ifPresent(lead -> lines.add(lead, Kind.FLOW, at, flow.id(), flow.name(), Map.of()));
        }
    }

    private void flow(ExecutionEntity at, PvmTransition flow) {
        String name = flow.getProperty("name") instanceof String text ? text : null;
        ModelContract.leadOf(at).ifPresent(lead -> lines.add(lead, Kind.FLOW, at, flow.getId(), name, Map.of()));
    }

    private void log(Kind kind, ExecutionEntity at, Map<String, ?> details) {
        ModelContract.leadOf(at).ifPresent(lead -> lines.add(lead, kind, at, details));
    }
}
