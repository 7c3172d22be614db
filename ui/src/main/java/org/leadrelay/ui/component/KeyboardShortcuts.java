package org.leadrelay.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keyboard shortcuts of the page or of a view, wherever the focus is: never while somebody types or a dialog is
 * open, except for those with {@code Ctrl}. A key that is pressed while an earlier one is being answered waits for it.
 */
@Tag("lr-keys")
@JsModule("./components/keys.ts")
public class KeyboardShortcuts extends Component {

    private static final long serialVersionUID = 1L;

    /** A digit chose something; says nothing for itself. */
    public static final String CHOSEN = "chosen";

    /** A digit named what was chosen already. */
    public static final String CHOSEN_AGAIN = "again";

    private static final int DIGITS = 9;

    private final Map<String, Runnable> actions = new LinkedHashMap<>();
    private final List<Help> help = new ArrayList<>();
    private final List<String> watched = new ArrayList<>();
    private final List<String> opening = new ArrayList<>();
    private final List<String> repeated = new ArrayList<>();

    /**
     * One line of the list of keys.
     *
     * @param keys as they are written on the keyboard
     * @param words what they do
     */
    public record Help(String keys, String words) {}

    public KeyboardShortcuts() {
        addListener(Pressed.class, event -> {
            try {
                actions.getOrDefault(event.key(), () -> {}).run();
            } finally {
                getElement().executeJs("this.answered()");
            }
        });
    }

    /**
     * Does this when that key is pressed.
     *
     * @param key as the browser names it: {@code j}, {@code /}, {@code Enter}; {@code Ctrl+Enter}; {@code g i} for one
     *     after the other
     * @param words what it does, for the list of keys
     */
    public KeyboardShortcuts on(String key, String words, Runnable action) {
        actions.put(key, action);
        help.add(new Help(key.equals("Escape") ? "Esc" : key, words));
        return watch(key);
    }

    /** The same for a key that may be held down. */
    public KeyboardShortcuts onRepeated(String key, String words, Runnable action) {
        repeated.add(key);
        getElement().setPropertyList("repeated", repeated);
        return on(key, words, action);
    }

    /**
     * Lets the digits press the choices of the open task's form, which shows at once.
     *
     * @param chosen once one is chosen
     * @param again when it was chosen already
     */
    public KeyboardShortcuts onDigits(String words, Runnable chosen, Runnable again) {
        actions.put(CHOSEN, chosen);
        actions.put(CHOSEN_AGAIN, again);
        help.add(new Help("1 … 9", words));
        for (int digit = 1; digit <= DIGITS; digit++) {
            watch(Integer.toString(digit));
        }
        return this;
    }

    /**
     * Lets a key open or focus something in the browser, before anything else is typed.
     *
     * @param what selects it on the page
     */
    public KeyboardShortcuts opens(String key, String words, String what) {
        opening.add(key + ": " + what);
        getElement().setPropertyList("opening", opening);
        help.add(new Help(key, words));
        return watch(key);
    }

    /** Says that a key does something which the page does by itself. */
    public KeyboardShortcuts also(String key, String words) {
        help.add(new Help(key, words));
        return this;
    }

    /**
     * Gives a field a key with {@code Ctrl} of its own, which means nothing else while somebody writes in it.
     *
     * @param action runs when the field has sent what was written
     */
    public static void ownedBy(Component field, String key, Command action) {
        field.getElement().setAttribute("data-own-key", key);
        field.getElement().addEventListener("own-key", pressed -> action.execute());
        field.addAttachListener(attached -> field.getElement().executeJs("""
            this.addEventListener('keydown', event => {
                if (event.key === $0 && (event.ctrlKey || event.metaKey) && !event.isComposing) {
                    event.preventDefault();
                    document.activeElement?.blur();
                    this.dispatchEvent(new CustomEvent('own-key'));
                }
            });
            """, key.substring(key.indexOf('+') + 1)));
    }

    /** What there is to press, in the order in which it was said. */
    List<Help> help() {
        return List.copyOf(help);
    }

    private KeyboardShortcuts watch(String key) {
        watched.add(key);
        getElement().setPropertyList("watched", watched);
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
