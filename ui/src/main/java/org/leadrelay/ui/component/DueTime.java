package org.leadrelay.ui.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Countdown of a promise: a countdown near the end and a time before it, over a bar of what is left. It counts
 * on by itself. Needs {@link #speak} on itself or on something around it.
 */
@Tag("lr-due")
@JsModule("./components/due-time.ts")
public class DueTime extends Component implements HasStyle {

    private static final long serialVersionUID = 1L;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Gives every due time within this component its words, language and time zone. */
    public static void speak(Component around, ZoneId zone) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("locale", around.getTranslation("due.locale"));
        words.put("zone", zone.getId());
        for (String each :
                new String[] {"late", "tomorrow", "waiting", "none", "minutes", "hours", "days", "dueIn", "due"}) {
            words.put(each, around.getTranslation("due." + each));
        }
        try {
            around.getElement().setAttribute("due-words", JSON.writeValueAsString(words));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words are always JSON", e);
        }
    }

    /**
     * Shows a promise.
     *
     * @param due null when nothing is due
     * @param waiting the promise waits for the other side
     * @param now the product's time
     */
    public void show(@Nullable Instant due, Instant since, @Nullable Instant remind, boolean waiting, Instant now) {
        getElement().setProperty("since", (double) since.toEpochMilli());
        getElement().setProperty("now", (double) now.toEpochMilli());
        getElement().setProperty("waiting", waiting);
        set("due", due);
        set("remind", remind);
    }

    private void set(String property, @Nullable Instant at) {
        if (at == null) {
            getElement().removeProperty(property);
        } else {
            getElement().setProperty(property, (double) at.toEpochMilli());
        }
    }
}
