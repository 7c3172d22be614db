package org.leadrelay.ui.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** List of what people wrote about a lead: who, in which field, when, and the words. */
public class SaidTexts extends UnorderedList {

    private static final long serialVersionUID = 1L;

    private final Times times;

    public SaidTexts(Times times) {
        this.times = times;
        addClassName("said-texts");
    }

    /**
     * Adds one at the end.
     *
     * @param who name of whoever wrote it
     * @param field what the form calls the field; null for a comment among comments
     * @param from what the lead was known by about which it was written, when that was merged into this one
     */
    public void add(String who, @Nullable String field, @Nullable String from, Instant at, String words) {
        String merged = from == null ? null : getTranslation("comments.from", from);
        Span name = new Span(who);
        name.addClassName("said-who");
        Span what = new Span(Stream.of(field, merged).filter(Objects::nonNull).collect(Collectors.joining(" · ")));
        Div head = new Div(name, what, times.shown(at, getLocale()));
        head.addClassName("said-head");
        what.setVisible(!what.getText().isEmpty());
        Div text = new Div();
        text.setText(words);
        text.addClassName("said-words");
        add(new ListItem(head, text));
    }
}
