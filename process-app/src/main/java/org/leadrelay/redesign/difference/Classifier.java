package org.leadrelay.redesign.difference;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.gate.Namespaces;
import org.leadrelay.redesign.gate.Node;

/** Classification of a difference by what it is about. */
final class Classifier {

    private static final Set<String> PREFIXES_OF_MODELER = Set.of("modeler:", "bioc:", "color:", "biodi:");

    private static final Set<String> OF_TIMES = Set.of("camunda:dueDate", "camunda:followUpDate");

    private static final Set<String> OF_ROLES = Set.of(
            "camunda:assignee",
            "camunda:candidateGroups",
            "camunda:candidateUsers",
            "camunda:candidateStarterGroups",
            "camunda:candidateStarterUsers",
            Delta.LANE);

    private static final Set<String> OF_FORMS = Set.of(
            "camunda:formKey", "camunda:formRef", "camunda:formRefBinding", "camunda:formRefVersion", "formData");

    private static final Set<String> OF_MAPPINGS = Set.of(
            "camunda:resultVariable",
            "camunda:mapDecisionResult",
            "camunda:errorCodeVariable",
            "camunda:errorMessageVariable",
            "camunda:variableMappingClass",
            "camunda:variableMappingDelegateExpression");

    private static final Set<String> MAPPED = Set.of("in", "out", "inputParameter", "outputParameter", "inputOutput");

    private static final Set<String> OF_DECISIONS = Set.of(
            "camunda:decisionRef",
            "camunda:decisionRefBinding",
            "camunda:decisionRefVersion",
            "camunda:decisionRefVersionTag");

    private static final Set<String> OF_WORDS = Set.of("name", "camunda:versionTag");

    private static final List<String> DESCRIPTIONS = List.of("documentation", "description");

    private static final Set<String> OF_EXPORTERS = Set.of("exporter", "exporterVersion", "id");

    private Classifier() {}

    static Category of(Node element, Delta delta) {
        String attribute = delta.attribute();
        if (isLayout(element, delta)) {
            return Category.LAYOUT;
        }
        if (delta.isWithin("timerEventDefinition") || isOwn(delta, OF_TIMES)) {
            return Category.DEADLINE;
        }
        if (isOwn(delta, OF_ROLES) || (element.name().equals("lane") && attribute.equals("name"))) {
            return Category.ROLE;
        }
        if (delta.isWithin("formField") || delta.isWithin("formData") || isOwn(delta, OF_FORMS)) {
            return Category.FORM;
        }
        if (delta.isWithin("conditionExpression")
                || delta.isWithin("conditionalEventDefinition")
                || isOwn(delta, Set.of("default", Delta.ORDER))) {
            return Category.CONDITION;
        }
        if (MAPPED.stream().anyMatch(delta::isWithin) || isOwn(delta, OF_MAPPINGS)) {
            return Category.MAPPING;
        }
        if (isOwn(delta, OF_DECISIONS) || delta.isWithin("decisionTable")) {
            return Category.TABLE;
        }
        if (isWords(element, delta)) {
            return Category.WORDS;
        }
        return element.uri().equals(Namespaces.DMN) ? Category.TABLE : Category.PATH;
    }

    private static boolean isOwn(Delta delta, Set<String> attributes) {
        return delta.parts().isEmpty() && attributes.contains(delta.attribute());
    }

    private static boolean isWords(Node element, Delta delta) {
        if (DESCRIPTIONS.stream().anyMatch(delta::isWithin)
                || (element.name().equals("textAnnotation") && delta.isWithin("text"))) {
            return true;
        }
        boolean technical = Set.of("message", "error", "signal", "escalation").contains(element.name());
        return !technical && isOwn(delta, OF_WORDS);
    }

    /** What means something to Modeler only: who saved the file, colours, ids of parts that nobody names. */
    private static boolean isLayout(Node element, Delta delta) {
        String attribute = delta.attribute();
        if (PREFIXES_OF_MODELER.stream().anyMatch(attribute::startsWith)) {
            return true;
        }
        @Nullable Node part = delta.part();
        if (part == null) {
            return element.name().equals("definitions") && OF_EXPORTERS.contains(attribute);
        }
        return Model.isDrawing(part) || (attribute.equals("id") && !part.uri().equals(Namespaces.CAMUNDA_BPMN));
    }
}
