package org.leadrelay.redesign;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.redesign.TemplateChoices.Choice;

/** Builder of one element template of Camunda Modeler (platform Camunda 7). */
final class ElementTemplate {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    private final ObjectNode template = JsonNodeFactory.instance.objectNode();
    private final ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    private final ArrayNode appliesTo = JsonNodeFactory.instance.arrayNode();
    private @Nullable String becomes;
    private boolean everythingElse;
    private final ArrayNode properties = JsonNodeFactory.instance.arrayNode();

    /**
     * @param id after {@code org.leadrelay.}; a model keeps it, so it never changes its meaning
     */
    ElementTemplate(String id, String name, String description) {
        template.put("$schema", SCHEMA)
                .put("name", name)
                .put("id", "org.leadrelay." + id)
                .put("version", 1)
                .put("description", description);
    }

    /** For whoever reads the file: Modeler passes over it. */
    ElementTemplate metadata(String key, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode all = metadata.putArray(key);
            texts.forEach(all::add);
        }
        return this;
    }

    /** Offered for a task, which becomes one of this type, and for those that are one. */
    ElementTemplate becomes(String type) {
        appliesTo.add("bpmn:Task").add(type);
        becomes = type;
        return this;
    }

    /** Offered for these, which stay what they are. */
    ElementTemplate of(String... types) {
        List.of(types).forEach(appliesTo::add);
        return this;
    }

    /** Leaves Modeler's other sections open, such as forms. */
    ElementTemplate withEverythingElse() {
        everythingElse = true;
        return this;
    }

    ElementTemplate name(String label, String usual) {
        ObjectNode name = properties.addObject();
        name.put("label", label).put("type", "String").put("value", usual);
        name.putObject("constraints").put("notEmpty", true);
        bind(name, "property").put("name", "name");
        return this;
    }

    ElementTemplate fixed(String attribute, String value) {
        bind(hidden(value), "property").put("name", attribute);
        return this;
    }

    ElementTemplate fixed(String attribute, boolean value) {
        ObjectNode hidden = properties.addObject();
        hidden.put("type", "Hidden").put("value", value);
        bind(hidden, "property").put("name", attribute);
        return this;
    }

    /** One of several; the first at first. */
    ElementTemplate choice(String label, String attribute, List<Choice> choices) {
        ObjectNode choice = properties.addObject();
        choice.put("label", label)
                .put("type", "Dropdown")
                .put("value", choices.get(0).value());
        ArrayNode all = choice.putArray("choices");
        choices.forEach(each -> all.addObject().put("name", each.name()).put("value", each.value()));
        bind(choice, "property").put("name", attribute);
        return this;
    }

    /** One of several that an extension property holds, or none: an empty property says nothing. */
    ElementTemplate property(String label, String name, String none, List<Choice> choices) {
        ObjectNode choice = properties.addObject();
        choice.put("label", label).put("type", "Dropdown").put("value", "");
        ArrayNode all = choice.putArray("choices");
        all.addObject().put("name", none).put("value", "");
        choices.forEach(each -> all.addObject().put("name", each.name()).put("value", each.value()));
        bind(choice, "camunda:property").put("name", name);
        return this;
    }

    /** The called process gets the lead as its business key. */
    ElementTemplate passesBusinessKey(String expression) {
        bind(hidden(expression), "camunda:in:businessKey");
        return this;
    }

    ElementTemplate passes(String variable) {
        bind(hidden(variable), "camunda:in").put("target", variable);
        return this;
    }

    ObjectNode json() {
        if (!metadata.isEmpty()) {
            template.set("metadata", metadata);
        }
        template.set("appliesTo", appliesTo);
        if (becomes != null) {
            template.putObject("elementType").put("value", becomes);
        }
        if (everythingElse) {
            template.put("entriesVisible", true);
        }
        template.set("properties", properties);
        return template;
    }

    private ObjectNode hidden(String value) {
        ObjectNode hidden = properties.addObject();
        hidden.put("type", "Hidden").put("value", value);
        return hidden;
    }

    private static ObjectNode bind(ObjectNode property, String type) {
        return property.putObject("binding").put("type", type);
    }
}
