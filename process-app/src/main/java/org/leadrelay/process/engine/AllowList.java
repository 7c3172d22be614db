package org.leadrelay.process.engine;

import java.util.Map;
import java.util.Set;

/**
 * Allow-list of what a process model may hold, frozen: it may grow and never shrink. {@link ModelRules} applies it. Much of it stands again
 * in {@code redesign.gate.AllowListCheck}, on purpose: that list may shrink, and this one must not follow it.
 */
final class AllowList {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final String XMLNS = "xmlns";
    static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");
    static final Set<String> DECORATION = Set.of(
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://camunda.org/schema/modeler/1.0");
    static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "collaboration",
            "participant",
            "process",
            "laneSet",
            "lane",
            "childLaneSet",
            "flowNodeRef",
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "timerEventDefinition",
            "messageEventDefinition",
            "errorEventDefinition",
            "escalationEventDefinition",
            "terminateEventDefinition",
            "timeDate",
            "timeDuration",
            "message",
            "error",
            "escalation",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "businessRuleTask",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway",
            "subProcess",
            "callActivity",
            "sequenceFlow",
            "conditionExpression",
            "incoming",
            "outgoing",
            "documentation",
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue",
            "extensionElements");
    static final Set<String> CAMUNDA_ELEMENTS = Set.of(
            "failedJobRetryTimeCycle",
            "properties",
            "property",
            "in",
            "out",
            "inputOutput",
            "inputParameter",
            "outputParameter",
            "executionListener",
            "taskListener",
            "formData",
            "formField",
            "validation",
            "constraint",
            "value");
    static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "name",
            "isExecutable",
            "targetNamespace",
            "exporter",
            "exporterVersion",
            "processRef",
            "sourceRef",
            "targetRef",
            "attachedToRef",
            "cancelActivity",
            "default",
            "messageRef",
            "errorRef",
            "escalationRef",
            "errorCode",
            "escalationCode",
            "triggeredByEvent",
            "isInterrupting",
            "calledElement",
            "associationDirection",
            "categoryValueRef",
            "value",
            "eventGatewayType",
            "gatewayDirection",
            "instantiate",
            "isClosed",
            "processType",
            "textFormat",
            "implementation");

    /**
     * What the schema itself adds to a file that says nothing of it; any other value is refused.
     */
    static final Map<String, String> DEFAULTS = Map.of(
            "expressionLanguage", "http://www.w3.org/1999/XPath",
            "typeLanguage", "http://www.w3.org/2001/XMLSchema",
            "parallelMultiple", "false",
            "isForCompensation", "false",
            "startQuantity", "1",
            "completionQuantity", "1",
            "isMultiple", "false");

    static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "asyncBefore",
            "asyncAfter",
            "exclusive",
            "historyTimeToLive",
            "versionTag",
            "assignee",
            "candidateGroups",
            "dueDate",
            "followUpDate",
            "priority",
            "jobPriority",
            "formKey",
            "decisionRef",
            "decisionRefBinding",
            "calledElementBinding",
            "delegateExpression",
            "modelerTemplate",
            "modelerTemplateVersion",
            "isStartableInTasklist");
    static final Set<String> CONSTRAINTS = Set.of("required", "min", "max", "minlength", "maxlength", "readonly");
    static final Map<String, String> REMEDIES = Map.of(
            "script", "use a table or a registered step",
            "scriptTask", "use a table or a registered step",
            "timeCycle", "use a ladder of single timers",
            "class", "use a registered step: camunda:delegateExpression=\"${step}\"",
            "expression", "use a registered step: camunda:delegateExpression=\"${step}\"",
            "type", "use a registered step: camunda:delegateExpression=\"${step}\"");

    private AllowList() {}
}
