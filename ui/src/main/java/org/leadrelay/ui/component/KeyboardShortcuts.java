package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keyboard shortcuts of a view, wherever the focus is: never while somebody types or a dialog is open, except
 * for {@code Ctrl+Enter}.
 */
@Tag("lr-keys")
@JsModule("./components/keys.ts")
public class KeyboardShortcuts extends Component {

    private static final long serialVersionUID = 1L;

    private final Map<String, Runnable> actions = new LinkedHashMap<>();

    public KeyboardShortcuts() {
        addListener(
                Pressed.class,
                event -> actions.getOrDefault(event.key(), () -> {}).run());
    }

    /**
     * Does this when that key is pressed.
     *
     * @param key as the browser names it: {@code j}, {@code /}, {@code Enter}; and {@code
     *     Ctrl+Enter}
     */
    public KeyboardShortcuts on(String key, Runnable action) {
        actions.put(key, action);
        getElement().setPropertyList("watched", List.copyOf(actions.keySet()));
        return this;
    }

    /** A key of this view was pressed. */
    @DomEvent("key-pressed")
    public static class Pressed extends ComponentEvent<KeyboardShortcuts> {

        private static final long serialVersionUID = 1L;

        private final String key;

        public Pressed(KeyboardShortcuts source, boolean fromClient, @EventData("event.detail.key") String key) {
            super(source, fromClient);
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
