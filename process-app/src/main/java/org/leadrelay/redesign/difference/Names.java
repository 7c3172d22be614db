package org.leadrelay.redesign.difference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.gate.Node;

/**
 * Names of the elements, fields and options of a model in one language: from its words, else as it is drawn.
 *
 * @param models after and before, so that what is gone has a name as well
 * @param words of that language, by key
 */
record Names(Locale locale, List<Model> models, Map<String, String> words) {

    private static final String ARROW = " → ";

    Names {
        models = List.copyOf(models);
        words = Map.copyOf(words);
    }

    /** The name of an element; of a flow without one the two it connects; its id when nothing is known. */
    String of(String id) {
        return find(id).orElse(id);
    }

    Optional<String> find(String id) {
        for (Model each : models) {
            Node node = each.element(id);
            if (node != null) {
                return Optional.of(name(id, node));
            }
        }
        return Optional.empty();
    }

    private String name(String id, Node node) {
        String name = words.getOrDefault(id, node.value("name")).strip();
        if (!node.name().equals("sequenceFlow")) {
            return name.isEmpty() ? id : name.replaceAll("\\s+", " ");
        }
        String ends = plain(node.value("sourceRef")) + ARROW + plain(node.value("targetRef"));
        return name.isEmpty() ? ends : name + " (" + ends + ")";
    }

    /** As {@link #of}, without following a flow that leads to itself. */
    private String plain(String id) {
        for (Model each : models) {
            Node node = each.element(id);
            if (node != null) {
                String name = words.getOrDefault(id, node.value("name")).strip();
                return name.isEmpty() ? id : name.replaceAll("\\s+", " ");
            }
        }
        return id;
    }

    /** What a field of a form asks. */
    String field(String element, Node field) {
        return worded(element + "." + field.value("id"), field.value("label"), field.value("id"));
    }

    /** What an answer of a field is called. */
    String option(String element, Node field, Node option) {
        return worded(
                element + "." + field.value("id") + "." + option.value("id"), option.value("name"), option.value("id"));
    }

    private String worded(String key, String drawn, String id) {
        String said = words.getOrDefault(key, drawn);
        return said.isEmpty() ? id : said;
    }

    /** What a variable is asked as, in the form that knows this value if there is one. */
    Optional<String> variable(String variable, @Nullable String value) {
        Optional<String> any = Optional.empty();
        for (Model model : models) {
            for (Map.Entry<String, Node> element : model.elements().entrySet()) {
                for (Node field : fields(element.getValue())) {
                    if (field.value("id").equals(variable)) {
                        String asked = field(element.getKey(), field);
                        if (value == null
                                || options(field).stream()
                                        .anyMatch(each -> each.value("id").equals(value))) {
                            return Optional.of(asked);
                        }
                        any = any.isEmpty() ? Optional.of(asked) : any;
                    }
                }
            }
        }
        return any;
    }

    /** What the value of a variable is called in the form that offers it. */
    Optional<String> value(String variable, String value) {
        for (Model model : models) {
            for (Map.Entry<String, Node> element : model.elements().entrySet()) {
                for (Node field : fields(element.getValue())) {
                    for (Node option : options(field)) {
                        if (field.value("id").equals(variable)
                                && option.value("id").equals(value)) {
                            return Optional.of(option(element.getKey(), field, option));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What a role is called: as the lane of its name is, if there is one. */
    Optional<String> role(String role) {
        for (Model model : models) {
            for (Map.Entry<String, Node> each : model.elements().entrySet()) {
                String word = words.get(each.getKey());
                if (each.getValue().name().equals("lane")
                        && each.getValue().value("name").equals(role)
                        && word != null) {
                    return Optional.of(word);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Node> fields(Node element) {
        return element.extensions("formData").stream()
                .flatMap(each -> each.children().stream())
                .filter(each -> each.isCamunda("formField"))
                .toList();
    }

    private static List<Node> options(Node field) {
        return field.children().stream().filter(each -> each.isCamunda("value")).toList();
    }
}
