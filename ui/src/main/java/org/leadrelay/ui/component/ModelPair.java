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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a model side by side (visual diff) that move and zoom in step. What changed is coloured, and has a sign
 * for whoever sees no colours; arrows, plus, minus and zero look around.
 */
@Tag("lr-model-difference")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@JsModule("./components/model-difference.ts")
public class ModelPair extends Component implements HasSize, HasStyle, Zoomable {

    private static final long serialVersionUID = 1L;

    /** What happened to an element. */
    public enum Kind {
        ADDED("+"),
        REMOVED("−"),
        CHANGED("≠");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        /** What stands at it beside the colour. */
        public String sign() {
            return sign;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Mark at an element.
     *
     * @param title what changed, in words
     */
    public record Mark(String element, Kind kind, String title) {}

    /**
     * One of the two.
     *
     * @param xml in BPMN
     * @param label what stands above it
     * @param names of elements in the reader's language, by id
     */
    public record Side(String xml, String label, Map<String, String> names, List<Mark> marks) {

        public Side {
            names = Map.copyOf(names);
            marks = List.copyOf(marks);
        }

        private Map<String, Object> sent() {
            return Map.of(
                    "xml",
                    xml,
                    "label",
                    label,
                    "names",
                    names,
                    "marks",
                    marks.stream()
                            .map(each -> Map.of(
                                    "id",
                                    each.element(),
                                    "kind",
                                    each.kind().code(),
                                    "sign",
                                    each.kind().sign(),
                                    "title",
                                    each.title()))
                            .toList());
        }
    }

    public ModelPair(String label) {
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
    }

    /** Draws both; a model that came or went is shown alone. */
    public void show(@Nullable Side before, @Nullable Side after) {
        Map<String, @Nullable Object> pair = new HashMap<>();
        pair.put("before", before == null ? null : before.sent());
        pair.put("after", after == null ? null : after.sent());
        getElement().setPropertyMap("pair", pair);
    }

    /** Brings an element into sight in both and marks it as the chosen one, by the id it had and the id it has. */
    public void goTo(@Nullable String before, @Nullable String after) {
        getElement().callJsFunction("goTo", before, after);
    }

    public Registration addElementChosenListener(ComponentEventListener<ElementChosen> listener) {
        return addListener(ElementChosen.class, listener);
    }

    /** Somebody clicked on an element of one of the two. */
    @DomEvent("element-chosen")
    public static class ElementChosen extends ComponentEvent<ModelPair> {

        private static final long serialVersionUID = 1L;

        private final String element;
        private final boolean before;

        public ElementChosen(
                ModelPair source,
                boolean fromClient,
                @EventData("event.detail.id") String element,
                @EventData("event.detail.before") boolean before) {
            super(source, fromClient);
            this.element = element;
            this.before = before;
        }

        /** The element's id in that model; empty for a click beside all of them. */
        public String element() {
            return element;
        }

        /** Whether it is the model as it was. */
        public boolean isBefore() {
            return before;
        }
    }
}
