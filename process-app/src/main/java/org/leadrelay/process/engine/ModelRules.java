package org.leadrelay.process.engine;

import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/** Model validation inside the engine's parser: what no model may hold, ever: the frozen allow-list of namespaces, elements, attributes and places of an expression. */
final class ModelRules {

    private ModelRules() {}

    static void check(Element element, String at, List<String> violations) {
        if (AllowList.DRAWING.contains(element.getUri()) || AllowList.DECORATION.contains(element.getUri())) {
            return;
        }
        String tag = element.getTagName();
        boolean camunda = AllowList.CAMUNDA.equals(element.getUri());
        if (!(camunda ? AllowList.CAMUNDA_ELEMENTS : AllowList.ELEMENTS).contains(tag)
                || !(camunda || AllowList.BPMN.equals(element.getUri()))) {
            violations.add(refusal(at, "<" + tag + "> is not allowed", tag));
        }
        for (String key : new TreeSet<>(element.attributes())) {
            attribute(element, key, at, violations);
        }
        if (camunda) {
            camundaElement(element, at, violations);
        }
        ExpressionRules.check(tag, null, element.getText().strip(), at, violations);
    }

    private static void attribute(Element element, String key, String at, List<String> violations) {
        int colon = key.lastIndexOf(':');
        String uri = colon < 0 ? "" : key.substring(0, colon);
        String name = key.substring(colon + 1);
        String value = element.attribute(key);
        if (AllowList.DECORATION.contains(uri)
                || AllowList.XMLNS.equals(
                        uri.isEmpty() ? name : uri) // a declaration; what it may declare, the elements tell
                || (AllowList.XSI.equals(uri) && "type".equals(name))
                || (uri.isEmpty() && value != null && value.equals(AllowList.DEFAULTS.get(name)))) {
            return;
        }
        boolean allowed = (AllowList.CAMUNDA.equals(element.getUri()) && uri.isEmpty())
                || (uri.isEmpty() && AllowList.ATTRIBUTES.contains(name))
                || (AllowList.CAMUNDA.equals(uri) && AllowList.CAMUNDA_ATTRIBUTES.contains(name));
        if (!allowed) {
            violations.add(refusal(at, "the attribute " + name + " is not allowed", name));
            return;
        }
        if ("delegateExpression".equals(name)) {
            delegate(value, at, violations);
        } else {
            ExpressionRules.check(element.getTagName(), name, value, at, violations);
        }
    }

    private static void camundaElement(Element element, String at, List<String> violations) {
        switch (element.getTagName()) {
            case "executionListener", "taskListener" -> {
                if (element.attribute("class") != null || element.attribute("expression") != null) {
                    violations.add(refusal(at, "a listener by class or expression is not allowed", "class"));
                }
            }
            case "constraint" -> {
                if (!AllowList.CONSTRAINTS.contains(element.attribute("name", ""))) {
                    violations.add(at + ": a constraint is one of " + new TreeSet<>(AllowList.CONSTRAINTS));
                }
            }
            default -> {}
        }
    }

    private static void delegate(@Nullable String value, String at, List<String> violations) {
        if (value == null || !value.matches("\\$\\{[A-Za-z]\\w*}")) {
            violations.add(at + ": " + value + " is no step; use ${name}");
        }
    }

    private static String refusal(String at, String what, String key) {
        String remedy = AllowList.REMEDIES.get(key);
        return at + ": " + what + (remedy == null ? "; remove it" : "; " + remedy);
    }
}
