package org.leadrelay.process.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The allow-list for process models: namespaces, elements, attributes, and where an expression may
 * stand.
 */
class ModelRules {

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
        HashSet<String> names = new HashSet<String>();
        collect(root, names);
        return names;
    }

    private static void collect(Element element, Set<String> names) {
        if (AllowList.CAMUNDA.equals(element.getUri())) {
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
        } else if ("message".equals(tag) && !AllowList.MESSAGES.contains(element.attribute("name"))) {
            violations.add(
                    at + ": the message " + element.attribute("name") + " is unknown; known are " + AllowList.MESSAGES);
        } else if ("error".equals(tag) && !AllowList.ERRORS.contains(element.attribute("errorCode"))) {
            violations.add(at
                    + ": no step throws the error "
                    + element.attribute("errorCode")
                    + "; known are "
                    + AllowList.ERRORS);
        }
        expressions.check(tag, null, element.getText().strip(), at, violations);
    }

    private void attribute(Element element, String key, String at, List<String> violations) {
        int colon = key.lastIndexOf(':');
        String uri = colon < 0 ? "" : key.substring(0, colon);
        String name = key.substring(colon + 1);
        String value = element.attribute(key);
        if (AllowList.DECORATION.contains(uri)
                || AllowList.XMLNS.equals(uri) // a declaration; what it may declare, the elements tell
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
                    violations.add(refusal(at, "a listener by class or expression is not allowed", "class"));
                }
            }
            case "formField" -> {
                if (AllowList.RESERVED.contains(element.attribute("id", ""))
                        || beans.contains(element.attribute("id", ""))) {
                    violations.add(
                            at + ": the field id " + element.attribute("id") + " is reserved; give it another id");
                }
                if (!AllowList.FIELD_TYPES.contains(element.attribute("type", ""))) {
                    violations.add(at + ": a field's type is one of " + new TreeSet<>(AllowList.FIELD_TYPES));
                }
            }
            case "constraint" -> {
                if (!AllowList.CONSTRAINTS.contains(element.attribute("name", ""))) {
                    violations.add(at + ": a constraint is one of " + new TreeSet<>(AllowList.CONSTRAINTS));
                }
            }
            case "validation" -> {
                range(element, "min", "max", at, violations);
                range(element, "minlength", "maxlength", at, violations);
            }
            case "in", "out" -> {
                if (element.attribute("variables") != null || element.attribute("sourceExpression") != null) {
                    violations.add(at + ": name each variable that is handed over, with source and" + " target");
                }
            }
            default -> {}
        }
    }

    /** Two limits between which no value fits would make a form that nobody can complete. */
    private static void range(Element validation, String least, String most, String at, List<String> violations) {
        Long from = limit(validation, least);
        Long to = limit(validation, most);
        if (from != null && to != null && from > to) {
            violations.add(
                    "%s: %s %d is above %s %d, so no value fits; exchange them".formatted(at, least, from, most, to));
        }
    }

    private static @Nullable Long limit(Element validation, String name) {
        return validation.elements().stream()
                .filter(each -> name.equals(each.attribute("name")))
                .map(each -> each.attribute("config", "").strip())
                .filter(each -> each.matches("-?\\d{1,18}"))
                .map(Long::valueOf)
                .findFirst()
                .orElse(null);
    }

    private void delegate(@Nullable String value, String at, List<String> violations) {
        if (value == null
                || !value.matches("\\$\\{[A-Za-z]+}")
                || !beans.contains(value.substring(2, value.length() - 1))) {
            violations.add(
                    at + ": " + value + " is no registered step; use ${name} with one of " + new TreeSet<>(beans));
        }
    }

    private static String refusal(String at, String what, String key) {
        String remedy = AllowList.REMEDIES.get(key);
        return at + ": " + what + (remedy == null ? "; remove it" : "; " + remedy);
    }
}
