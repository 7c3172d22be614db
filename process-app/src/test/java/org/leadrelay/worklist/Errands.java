package org.leadrelay.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.process.ModelContract;

/**
 * Processes of one task each, on the engine: a model is written, deployed and started for every
 * task that a test needs.
 */
final class Errands {

    private static final String MODEL = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Errand" targetNamespace="tests">
          <bpmn:process id="errand" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="Event_Start"/>
            <bpmn:sequenceFlow id="Flow_In" sourceRef="Event_Start" targetRef="STEP"/>
            <bpmn:userTask id="STEP" name="Do what ROLE does" camunda:assignee="${repId}"
                camunda:candidateGroups="ROLE" DUE>
              <bpmn:extensionElements><camunda:formData>FORM</camunda:formData></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="Flow_Out" sourceRef="STEP" targetRef="Event_Done"/>
            <bpmn:endEvent id="Event_Done"/>
          </bpmn:process>
        </bpmn:definitions>
        """;

    private static final String REQUIRED =
            "<camunda:validation><camunda:constraint name=\"required\"/></camunda:validation>";

    private static final String ANSWER = field("outcome", "enum", "", REQUIRED + value("accept") + value("reject"))
            + field(
                    "rejectionReason",
                    "enum",
                    property("options", "charter:rejectionReasons")
                            + property("visibleWhen", "outcome=reject")
                            + property("requiredWhen", "outcome=reject"),
                    "")
            + field("otherReason", "string", property("requiredWhen", "rejectionReason=other"), "")
            + field("nextStepDate", "date", "", "")
            + field("note", "string", property("rows", "4"), "");

    private static final String PLACE = field("outcome", "enum", "", REQUIRED + value("placed"))
            + field("rep", "enum", property("options", "team:reps"), REQUIRED);

    private final EngineDriver engine;
    private final Clock clock;

    Errands(EngineDriver engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    /**
     * @param due null for a task without a deadline
     * @return the task's id
     */
    String open(UUID lead, String step, String role, String assignee, String priority, Instant due) {
        EngineDriver.setClock(clock.instant());
        String definition = engine.deploy(
                "errand.bpmn",
                MODEL.replace(
                                "DUE",
                                due == null
                                        ? ""
                                        : "camunda:dueDate=\"%s\""
                                                .formatted(LocalDateTime.ofInstant(due, ZoneOffset.UTC)))
                        .replace("STEP", step)
                        .replace("ROLE", role)
                        .replace("FORM", step.equals("Activity_PlaceLead") ? PLACE : ANSWER));
        Map<String, Object> variables = new HashMap<>(ModelContract.presets(lead));
        variables.put(ModelContract.REP_ID, assignee);
        variables.put(ModelContract.PRIORITY, priority);
        return engine.startToTask(definition, lead.toString(), variables);
    }

    /** As a deadline or a withdrawal does. */
    void takeAway(String taskId) {
        engine.endProcessOf(taskId);
    }

    String definition(String taskId) {
        return engine.definition(taskId);
    }

    /** What the engine knows of a task's process since the task was completed. */
    Map<String, Object> variables(String taskId) {
        return engine.variablesAfter(taskId);
    }

    private static String field(String id, String type, String properties, String rest) {
        return """
            <camunda:formField id="%s" label="The %s" type="%s">%s%s</camunda:formField>
            """.formatted(
                        id,
                        id,
                        type,
                        properties.isEmpty() ? "" : "<camunda:properties>" + properties + "</camunda:properties>",
                        rest);
    }

    private static String property(String id, String value) {
        return "<camunda:property id=\"%s\" value=\"%s\"/>".formatted(id, value);
    }

    private static String value(String id) {
        return "<camunda:value id=\"%s\" name=\"To %s\"/>".formatted(id, id);
    }
}
