package org.leadrelay.redesign.difference;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.difference.ModelChange.Kind;
import org.leadrelay.redesign.gate.Namespaces;
import org.leadrelay.redesign.gate.Node;

/**
 * Difference of one property below an element, before anybody has put it in words.
 *
 * @param parts the way from the element down to what changed, without the element; empty for its own attributes
 * @param attribute its name, or one of the constants
 */
record Delta(
        Kind kind,
        List<Node> parts,
        String attribute,
        @Nullable String before,
        @Nullable String after) {

    /** The part itself came, went, or was replaced. */
    static final String WHOLE = "";

    static final String TEXT = "#text";

    /** The order of its parts. */
    static final String ORDER = "#order";

    /** The element is of another kind. */
    static final String TYPE = "#type";

    static final String LANE = "#lane";

    /** The sub-process that holds it. */
    static final String SCOPE = "#scope";

    /** Mere holders, which a path needs not name. */
    private static final Set<String> HOLDERS =
            Set.of("extensionElements", "formData", "properties", "validation", "inputOutput");

    Delta {
        parts = List.copyOf(parts);
    }

    static Delta changed(List<Node> parts, String attribute, @Nullable String before, @Nullable String after) {
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
        return new Delta(kind, parts, attribute, before, after);
    }

    /** The part that changed; null when it is the element itself. */
    @Nullable
    Node part() {
        return parts.isEmpty() ? null : parts.get(parts.size() - 1);
    }

    /** The innermost part with this name on the way, if any. */
    @Nullable
    Node within(String name) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (parts.get(i).name().equals(name)) {
                return parts.get(i);
            }
        }
        return null;
    }

    boolean isWithin(String name) {
        return within(name) != null;
    }

    /** As models write it: {@code camunda:dueDate}, {@code camunda:formField[outcome]/label}. */
    String property() {
        String path = IntStream.range(0, parts.size())
                .filter(each -> each == parts.size() - 1
                        || !HOLDERS.contains(parts.get(each).name()))
                .mapToObj(each -> step(parts.get(each)))
                .collect(Collectors.joining("/"));
        return switch (attribute) {
            case WHOLE, TEXT -> path.isEmpty() ? "text" : path;
            case ORDER, TYPE, LANE, SCOPE -> (path.isEmpty() ? "" : path + "/") + attribute.substring(1);
            default -> path.isEmpty() ? attribute : path + "/" + attribute;
        };
    }

    private static String step(Node part) {
        String key = PartMatching.key(part);
        String prefix = part.uri().equals(Namespaces.CAMUNDA_BPMN) || part.uri().equals(Namespaces.CAMUNDA_DMN)
                ? "camunda:"
                : "";
        return prefix + part.name() + (key.isEmpty() ? "" : "[" + key + "]");
    }
}
