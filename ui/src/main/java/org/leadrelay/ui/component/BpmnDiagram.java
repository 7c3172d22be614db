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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** BPMN viewer with the path that was walked; a click on an element is an event. */
@Tag("lr-bpmn-diagram")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./components/bpmn-diagram.ts")
public class BpmnDiagram extends Component implements HasSize, HasStyle {

    private static final long serialVersionUID = 1L;

    private static final double LARGER = 1.25;

    private Map<String, Object> path = Map.of();

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

    /** Marks one element as the chosen one, or none. */
    public void choose(@Nullable String element) {
        Map<String, @Nullable Object> all = new HashMap<>(path);
        all.put("chosen", element);
        getElement().setPropertyMap("path", all);
    }

    public void zoomIn() {
        getElement().callJsFunction("zoomBy", LARGER);
    }

    public void zoomOut() {
        getElement().callJsFunction("zoomBy", 1 / LARGER);
    }

    public void fit() {
        getElement().callJsFunction("fitAll");
    }

    /** Shows the whole of the path, whatever its size. */
    void fitPath() {
        getElement().callJsFunction("fitPath");
    }

    /** Brings an element into sight. */
    void goTo(String element) {
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
