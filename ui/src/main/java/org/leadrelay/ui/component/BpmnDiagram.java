package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** BPMN viewer with the path that was walked; a click on an element is an event. */
@Tag("lr-bpmn-diagram")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./components/bpmn-diagram.ts")
public class BpmnDiagram extends Component implements HasSize, HasStyle, Zoomable {

    private static final long serialVersionUID = 1L;

    private Map<String, Object> path = Map.of();

    /**
     * What stands at an element now; a text that is empty is not shown.
     *
     * @param said all of it in words
     */
    public record Count(String element, String leads, String late, String failed, String said)
            implements Serializable {}

    /**
     * Mark of an element.
     *
     * @param look ends the name of its class in the style sheet
     * @param text what stands at the element, a sign or a number
     * @param title what is said on hover, over the mark and over the element
     */
    public record Mark(String element, String look, String text, String title) implements Serializable {}

    public BpmnDiagram(String label) {
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
    }

    /** Draws a model, given as BPMN XML. */
    public void show(String xml) {
        getElement().setProperty("xml", xml);
    }

    /**
     * Marks the elements and flows that were walked, and the elements where a token waits.
     *
     * @param numbers what stands at the elements
     */
    void mark(
            Collection<String> elements,
            Collection<String> flows,
            Collection<String> here,
            Collection<VisitNumbers> numbers) {
        path = Map.of(
                "walked",
                List.copyOf(elements),
                "flows",
                List.copyOf(flows),
                "here",
                List.copyOf(here),
                "numbers",
                numbers.stream()
                        .map(each -> Map.of("id", each.element(), "text", each.text(), "title", each.title()))
                        .toList());
        choose(null);
    }

    /** Puts at the elements what stands there now, each as a button that chooses its element. */
    public void count(Collection<Count> counts) {
        getElement()
                .setPropertyList(
                        "counts",
                        counts.stream()
                                .map(each -> Map.of(
                                        "id", each.element(),
                                        "leads", each.leads(),
                                        "late", each.late(),
                                        "failed", each.failed(),
                                        "said", each.said()))
                                .toList());
    }

    /** Says something of elements, whatever path is shown; what was said before goes. Those not drawn are left out. */
    public void say(Collection<Mark> marks) {
        getElement()
                .setPropertyList(
                        "marks",
                        marks.stream()
                                .map(each -> Map.of(
                                        "id", each.element(),
                                        "look", each.look(),
                                        "text", each.text(),
                                        "title", each.title()))
                                .toList());
    }

    /** Marks one element as the chosen one, or none. */
    public void choose(@Nullable String element) {
        Map<String, @Nullable Object> all = new HashMap<>(path);
        all.put("chosen", element);
        getElement().setPropertyMap("path", all);
    }

    /** Shows the whole of the path, whatever its size. */
    void fitPath() {
        getElement().callJsFunction("fitPath");
    }

    /** Brings an element into sight. */
    public void goTo(String element) {
        getElement().callJsFunction("goTo", element);
    }

    /** Begins with the path rather than with the token. */
    void beginWithPath() {
        getElement().setProperty("begin", "path");
    }

    public Registration addElementChosenListener(ComponentEventListener<ElementChosen> listener) {
        return addListener(ElementChosen.class, listener);
    }

    /** Somebody clicked on an element of the model. */
    @DomEvent("element-chosen")
    public static class ElementChosen extends ComponentEvent<BpmnDiagram> {

        private static final long serialVersionUID = 1L;

        private final String element;

        public ElementChosen(BpmnDiagram source, boolean fromClient, @EventData("event.detail.id") String element) {
            super(source, fromClient);
            this.element = element;
        }

        /** The element's id in the model; empty for a click beside all of them. */
        public String element() {
            return element;
        }
    }
}
