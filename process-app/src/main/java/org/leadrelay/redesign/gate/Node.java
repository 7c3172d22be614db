package org.leadrelay.redesign.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Element of a parsed model or table, immutable, with its place in the file.
 *
 * @param uri namespace; empty for none
 * @param name local name, whatever prefix the file uses
 * @param id its attribute {@code id}; null when it has none
 * @param attributes by name, in the order of the file; without a prefix when it has no namespace, with the usual one ({@code
 *     camunda:dueDate}, {@code xsi:type}) for the namespaces of {@link Namespaces}, else {@code {uri}name}
 * @param text its own text without white space around; empty when there is none
 * @param line where its start tag ends, counted from 1, as the engine's parser counts
 */
public record Node(
        String uri,
        String name,
        @Nullable String id,
        Map<String, String> attributes,
        String text,
        List<Node> children,
        int line,
        int column) {

    /** The value, or null when the attribute is missing. */
    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** The value, or an empty text when the attribute is missing. */
    public String value(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    /** Whether it is of BPMN (of DMN in a table's file) and has this name. */
    public boolean is(String wanted) {
        return name.equals(wanted) && Namespaces.isModel(uri);
    }

    /** Whether it is one of Camunda's extension elements with this name. */
    public boolean isCamunda(String wanted) {
        return name.equals(wanted) && Namespaces.isCamunda(uri);
    }

    /** Children of BPMN (or DMN) with this name. */
    public List<Node> children(String wanted) {
        return children.stream().filter(child -> child.is(wanted)).toList();
    }

    /** The first child of BPMN (or DMN) with this name, or null. */
    public @Nullable Node child(String wanted) {
        return children.stream().filter(child -> child.is(wanted)).findFirst().orElse(null);
    }

    /** Camunda's elements with this name inside {@code extensionElements} of this element. */
    public List<Node> extensions(String wanted) {
        return children("extensionElements").stream()
                .flatMap(holder -> holder.children.stream())
                .filter(child -> child.isCamunda(wanted))
                .toList();
    }

    /** Value of the extension property with this name, or an empty text. */
    public String property(String wanted) {
        return extensions("properties").stream()
                .flatMap(all -> all.children.stream())
                .filter(each -> wanted.equals(each.value("name")))
                .map(each -> each.value("value"))
                .findFirst()
                .orElse("");
    }

    /** This element and all below it, in the order of the file. */
    public Stream<Node> all() {
        List<Node> found = new ArrayList<>();
        collect(found);
        return found.stream();
    }

    private void collect(List<Node> found) {
        found.add(this);
        children.forEach(child -> child.collect(found));
    }
}
