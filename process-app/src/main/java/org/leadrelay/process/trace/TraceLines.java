package org.leadrelay.process.trace;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.DecisionFacts;
import org.leadrelay.journal.Entry;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.springframework.stereotype.Component;

/** Log lines with the model, version and element they happened at. */
@Component
class TraceLines {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final JourneyLog log;

    TraceLines(JourneyLog log) {
        this.log = log;
    }

    void add(UUID lead, Kind kind, ExecutionEntity at, Map<String, ?> details) {
        ActivityImpl activity = at.getActivity();
        add(
                lead,
                kind,
                at,
                activity == null ? at.getProcessDefinition().getKey() : activity.getId(),
                activity == null ? at.getProcessDefinition().getName() : nameOf(activity),
                details);
    }

    /** A decision, with what its table could read. */
    void decision(UUID lead, ExecutionEntity at, Map<String, ?> details, DecisionFacts sheet) {
        ActivityImpl activity = at.getActivity();
        log.add(entry(lead, Kind.DECISION, at, activity.getId(), nameOf(activity), details), sheet);
    }

    void add(
            UUID lead,
            Kind kind,
            ExecutionEntity at,
            String elementId,
            @Nullable String elementName,
            Map<String, ?> details) {
        log.add(entry(lead, kind, at, elementId, elementName, details));
    }

    private static Entry entry(
            UUID lead,
            Kind kind,
            ExecutionEntity at,
            String elementId,
            @Nullable String elementName,
            Map<String, ?> details) {
        ProcessDefinitionEntity definition = at.getProcessDefinition();
        return new Entry(
                lead,
                kind,
                new Entry.Place(
                        definition.getKey(), definition.getVersion(), elementId, elementName, instance(at, kind)),
                details);
    }

    /**
     * The unique part of the activity instance's id, which begins with the element. A flow belongs to none, and a
     * start to the process.
     */
    private static @Nullable String instance(ExecutionEntity at, Kind kind) {
        String id = kind == Kind.FLOW ? null : at.getActivityInstanceId();
        return id == null ? null : id.substring(id.lastIndexOf(':') + 1);
    }

    /** The element's name as the process owner wrote it, on one line. */
    static @Nullable String nameOf(ActivityImpl activity) {
        return activity.getProperty("name") instanceof String name ? onOneLine(name) : null;
    }

    static String onOneLine(String name) {
        return isOnOneLine(name) ? name : SPACES.matcher(name).replaceAll(" ");
    }

    /** As nearly all names are, of which there is one in each line. */
    private static boolean isOnOneLine(String name) {
        boolean afterSpace = false;
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            if ((each == ' ' && afterSpace) || (each >= '\t' && each <= '\r')) {
                return false;
            }
            afterSpace = each == ' ';
        }
        return true;
    }
}
