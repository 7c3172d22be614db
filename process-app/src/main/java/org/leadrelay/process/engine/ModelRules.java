package org.leadrelay.process.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.leadrelay.process.Model;

/**
 * The allow-list for process models: namespaces, elements, attributes, and where an expression may
 * stand.
 */
class ModelRules {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String XMLNS = "xmlns";
    private static final Set<String> DRAWING =
            Set.of(
                    "http://www.omg.org/spec/BPMN/20100524/DI",
                    "http://www.omg.org/spec/DD/20100524/DC",
                    "http://www.omg.org/spec/DD/20100524/DI");
    private static final Set<String> DECORATION =
            Set.of(
                    "http://bpmn.io/schema/bpmn/biocolor/1.0",
                    "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
                    "http://camunda.org/schema/modeler/1.0");
    private static final Set<String> ELEMENTS =
            Set.of(
                    "definitions",
                    "collaboration",
                    "participant",
                    "process",
                    "laneSet",
                    "lane",
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
    private static final Set<String> CAMUNDA_ELEMENTS =
            Set.of(
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
    private static final Set<String> ATTRIBUTES =
            Set.of(
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
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    "expressionLanguage", "http://www.w3.org/1999/XPath",
                    "typeLanguage", "http://www.w3.org/2001/XMLSchema",
                    "parallelMultiple", "false",
                    "isForCompensation", "false",
                    "startQuantity", "1",
                    "completionQuantity", "1",
                    "isMultiple", "false");

    private static final Set<String> CAMUNDA_ATTRIBUTES =
            Set.of(
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
    private static final Set<String> MESSAGES =
            Set.of(Model.ENGAGED, Model.WITHDRAWN, Model.QUESTION_ASKED, Model.CAPACITY_FREED);
    private static final Set<String> FIELD_TYPES =
            Set.of("string", "long", "date", "boolean", "enum");
    private static final Set<String> CONSTRAINTS =
            Set.of("required", "min", "max", "minlength", "maxlength", "readonly");
    private static final Map<String, String> REMEDIES =
            Map.of(
                    "script", "use a table or a registered step",
                    "scriptTask", "use a table or a registered step",
                    "timeCycle", "use a ladder of single timers",
                    "class", "use a registered step: camunda:delegateExpression=\"${step}\"",
                    "expression", "use a registered step: camunda:delegateExpression=\"${step}\"",
                    "type", "use a registered step: camunda:delegateExpression=\"${step}\"");

    /** Names that Java or the resolvers use: no form field may carry them. */
    static final Set<String> RESERVED =
            Set.of("leadId", "repId", "route", "priority", "lap", "facts", "due", "remind");

    private final Set<String> beans;
    private final ExpressionRules expressions;

    ModelRules(Set<String> beans, Set<String> declared) {
        this.beans = beans;
        this.expressions = new ExpressionRules(declared);
    }

    /**
     * The routing facts that this model's own forms, call activities and outputs bring into being.
     */
    static Set<String> variablesDeclaredBy(Element root) {
        var names = new HashSet<String>();
        collect(root, names);
        return names;
    }

    private static void collect(Element element, Set<String> names) {
        if (CAMUNDA.equals(element.getUri())) {
            switch (element.getTagName()) {
                case "formField" -> add(names, element.attribute("id"));
                case "in", "out" -> add(names, element.attribute("target"));
                case "inputParameter", "outputParameter" -> add(names, element.attribute("name"));
                default -> {}
            }
        }
        element.elements().forEach(child -> collect(child, names));
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }

    void check(Element element, String at, List<String> violations) {
        if (DRAWING.contains(element.getUri()) || DECORATION.contains(element.getUri())) {
            return;
        }
        var tag = element.getTagName();
        boolean camunda = CAMUNDA.equals(element.getUri());
        if (!(camunda ? CAMUNDA_ELEMENTS : ELEMENTS).contains(tag)
                || !(camunda || BPMN.equals(element.getUri()))) {
            violations.add(refusal(at, "<" + tag + "> is not allowed", tag));
        }
        for (var key : new TreeSet<>(element.attributes())) {
            attribute(element, key, at, violations);
        }
        if (camunda) {
            camundaElement(element, at, violations);
        } else if ("message".equals(tag) && !MESSAGES.contains(element.attribute("name"))) {
            violations.add(
                    at
                            + ": the message "
                            + element.attribute("name")
                            + " is unknown; known are "
                            + MESSAGES);
        }
        expressions.check(tag, null, element.getText().strip(), at, violations);
    }

    private void attribute(Element element, String key, String at, List<String> violations) {
        int colon = key.lastIndexOf(':');
        var uri = colon < 0 ? "" : key.substring(0, colon);
        var name = key.substring(colon + 1);
        var value = element.attribute(key);
        if (DECORATION.contains(uri)
                || XMLNS.equals(uri) // a declaration; what it may declare, the elements tell
                || (XSI.equals(uri) && "type".equals(name))
                || (uri.isEmpty() && value != null && value.equals(DEFAULTS.get(name)))) {
            return;
        }
        boolean allowed =
                (CAMUNDA.equals(element.getUri()) && uri.isEmpty())
                        || (uri.isEmpty() && ATTRIBUTES.contains(name))
                        || (CAMUNDA.equals(uri) && CAMUNDA_ATTRIBUTES.contains(name));
        if (!allowed) {
            violations.add(refusal(at, "the attribute " + name + " is not allowed", name));
            return;
        }
        if ("delegateExpression".equals(name)) {
            delegate(value, at, violations);
        } else if ("exclusive".equals(name) && !"true".equals(value)) {
            violations.add(at + ": exclusive stays true: two jobs of one lead at once collide");
        } else {
            expressions.check(element.getTagName(), name, value, at, violations);
        }
    }

    private void camundaElement(Element element, String at, List<String> violations) {
        switch (element.getTagName()) {
            case "executionListener", "taskListener" -> {
                if (element.attribute("class") != null || element.attribute("expression") != null) {
                    violations.add(
                            refusal(
                                    at,
                                    "a listener by class or expression is not allowed",
                                    "class"));
                }
            }
            case "formField" -> {
                if (RESERVED.contains(element.attribute("id", ""))
                        || beans.contains(element.attribute("id", ""))) {
                    violations.add(
                            at
                                    + ": the field id "
                                    + element.attribute("id")
                                    + " is reserved; give it another id");
                }
                if (!FIELD_TYPES.contains(element.attribute("type", ""))) {
                    violations.add(at + ": a field's type is one of " + new TreeSet<>(FIELD_TYPES));
                }
            }
            case "constraint" -> {
                if (!CONSTRAINTS.contains(element.attribute("name", ""))) {
                    violations.add(at + ": a constraint is one of " + new TreeSet<>(CONSTRAINTS));
                }
            }
            case "in", "out" -> {
                if (element.attribute("variables") != null
                        || element.attribute("sourceExpression") != null) {
                    violations.add(
                            at
                                    + ": name each variable that is handed over, with source and target");
                }
            }
            default -> {}
        }
    }

    private void delegate(@Nullable String value, String at, List<String> violations) {
        if (value == null
                || !value.matches("\\$\\{[A-Za-z]+}")
                || !beans.contains(value.substring(2, value.length() - 1))) {
            violations.add(
                    at
                            + ": "
                            + value
                            + " is no registered step; use ${name} with one of "
                            + new TreeSet<>(beans));
        }
    }

    private static String refusal(String at, String what, String key) {
        var remedy = REMEDIES.get(key);
        return at + ": " + what + (remedy == null ? "; remove it" : "; " + remedy);
    }
}
