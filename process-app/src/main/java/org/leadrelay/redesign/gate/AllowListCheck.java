package org.leadrelay.redesign.gate;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Allow-list check of the elements and attributes of process models: what is not listed is refused, whatever it would do. */
final class AllowListCheck implements Check {

    private static final Set<String> ELEMENTS = Set.of(
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

    private static final Set<String> ATTRIBUTES = Set.of(
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
            "gatewayDirection",
            "isClosed",
            "processType",
            "textFormat",
            "implementation",
            "xsi:type",
            "camunda:asyncBefore",
            "camunda:asyncAfter",
            "camunda:historyTimeToLive",
            "camunda:versionTag",
            "camunda:assignee",
            "camunda:candidateGroups",
            "camunda:dueDate",
            "camunda:followUpDate",
            "camunda:priority",
            "camunda:jobPriority",
            "camunda:formKey",
            "camunda:decisionRef",
            "camunda:decisionRefBinding",
            "camunda:calledElementBinding",
            "camunda:delegateExpression",
            "camunda:modelerTemplate",
            "camunda:modelerTemplateVersion",
            "camunda:isStartableInTasklist");

    /** Attributes that may stand there with one value, which is what is meant without them. */
    private static final Map<String, String> FIXED = Map.of(
            "camunda:exclusive", "true",
            "expressionLanguage", "http://www.w3.org/1999/XPath",
            "typeLanguage", "http://www.w3.org/2001/XMLSchema",
            "parallelMultiple", "false",
            "isForCompensation", "false",
            "startQuantity", "1",
            "completionQuantity", "1",
            "isMultiple", "false",
            "instantiate", "false",
            "eventGatewayType", "Exclusive");

    /** Camunda's elements with their attributes. */
    private static final Map<String, Set<String>> CAMUNDA = Map.ofEntries(
            Map.entry("failedJobRetryTimeCycle", Set.of()),
            Map.entry("properties", Set.of()),
            Map.entry("property", Set.of("id", "name", "value")),
            Map.entry("in", Set.of("source", "target", "businessKey", "variables", "sourceExpression")),
            Map.entry("out", Set.of("source", "target", "variables", "sourceExpression")),
            Map.entry("inputOutput", Set.of()),
            Map.entry("inputParameter", Set.of("name")),
            Map.entry("outputParameter", Set.of("name")),
            Map.entry("executionListener", Set.of("id", "delegateExpression", "event")),
            Map.entry("taskListener", Set.of("id", "delegateExpression", "event")),
            Map.entry("formData", Set.of()),
            Map.entry("formField", Set.of("id", "label", "type", "defaultValue")),
            Map.entry("validation", Set.of()),
            Map.entry("constraint", Set.of("name", "config")),
            Map.entry("value", Set.of("id", "name")));

    private static final Set<String> CODE_ELEMENTS = Set.of("script", "scriptTask", "connector", "field");
    private static final Set<String> CODE_ATTRIBUTES = Set.of(
            "class",
            "expression",
            "type",
            "topic",
            "resource",
            "scriptFormat",
            "formHandlerClass",
            "variableMappingClass",
            "variableMappingDelegateExpression");
    private static final Set<String> RESULTS = Set.of("camunda:resultVariable", "camunda:mapDecisionResult");
    private static final Set<String> REMEDIES = Set.of(
            "scriptTask",
            "timeCycle",
            "multiInstanceLoopCharacteristics",
            "standardLoopCharacteristics",
            "task",
            "signal",
            "signalEventDefinition",
            "conditionalEventDefinition",
            "complexGateway",
            "transaction",
            "adHocSubProcess",
            "map",
            "list");

    @Override
    public void check(ModelSet models, Surroundings known, Findings findings) {
        for (ProcessModel model : models.processes()) {
            model.root().all().forEach(node -> check(model, node, findings));
        }
    }

    private static void check(ProcessModel model, Node node, Findings findings) {
        if (Namespaces.DRAWING.contains(node.uri()) || Namespaces.DECORATION.contains(node.uri())) {
            return;
        }
        if (!element(model, node, findings)) {
            return;
        }
        node.attributes().forEach((name, value) -> {
            if (Namespaces.isCamunda(node.uri())) {
                ofCamunda(model, node, name, findings);
            } else {
                ofBpmn(model, node, name, value, findings);
            }
        });
    }

    /** Whether the element may stand there at all. */
    private static boolean element(ProcessModel model, Node node, Findings findings) {
        boolean camunda = Namespaces.CAMUNDA_BPMN.equals(node.uri());
        boolean bpmn = Namespaces.BPMN.equals(node.uri());
        if ((bpmn && ELEMENTS.contains(node.name())) || (camunda && CAMUNDA.containsKey(node.name()))) {
            return true;
        }
        String owner = model.owner(node);
        String id = owner == null || model.process().value("id").equals(owner) ? ownId(node, owner) : owner;
        if ((bpmn || camunda) && CODE_ELEMENTS.contains(node.name())) {
            findings.add(Rule.CODE, model.name(), id, node.name());
        } else if (bpmn && "timeCycle".equals(node.name())) {
            findings.add(Rule.TIMER_REPEATS, model.name(), id);
        } else {
            findings.add(Rule.ELEMENT_UNKNOWN, model.name(), id, node.name(), remedy(node.name()));
        }
        return false;
    }

    private static @Nullable String ownId(Node node, @Nullable String owner) {
        return node.id() == null ? owner : node.id();
    }

    private static String remedy(String name) {
        return "#remedy." + (REMEDIES.contains(name) ? name : "other");
    }

    private static void ofBpmn(ProcessModel model, Node node, String name, String value, Findings findings) {
        String owner = model.owner(node);
        String fixed = FIXED.get(name);
        if (name.startsWith("modeler:") || name.startsWith("bioc:") || name.startsWith("color:")) {
            return;
        }
        if (fixed != null) {
            if (!fixed.equals(value)) {
                findings.add(Rule.ATTRIBUTE_VALUE, model.name(), owner, name, value, fixed);
            }
        } else if (RESULTS.contains(name)) {
            findings.add(Rule.DECISION_RESULT, model.name(), owner, name);
        } else if (name.startsWith("camunda:") && CODE_ATTRIBUTES.contains(name.substring("camunda:".length()))) {
            findings.add(Rule.CODE, model.name(), owner, name);
        } else if (!ATTRIBUTES.contains(name)) {
            findings.add(Rule.ATTRIBUTE_UNKNOWN, model.name(), owner, name, node.name());
        }
    }

    private static void ofCamunda(ProcessModel model, Node node, String name, Findings findings) {
        String owner = model.owner(node);
        boolean field = node.isCamunda("formField") && "type".equals(name);
        if (!field && CODE_ATTRIBUTES.contains(name)) {
            findings.add(Rule.CODE, model.name(), owner, name);
        } else if (!CAMUNDA.getOrDefault(node.name(), Set.of()).contains(name)) {
            findings.add(Rule.ATTRIBUTE_UNKNOWN, model.name(), owner, name, node.name());
        }
    }
}
