package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.leadrelay.ui.component.KeyboardShortcuts;

/** List of sentences of which each leads to its element; pressed, or gone through with {@code j} and {@code k}. */
final class JumpList<T> extends Div {

    private static final long serialVersionUID = 1L;

    private final String label;
    private final SerializableFunction<T, JumpLine> line;
    private final SerializableConsumer<T> chosen;
    private final transient List<T> items = new ArrayList<>();
    private final List<JumpLine> lines = new ArrayList<>();
    private int at = -1;

    /**
     * @param label what the list is of, for whoever does not see it
     * @param chosen takes what somebody pressed or moved to
     */
    JumpList(String label, SerializableFunction<T, JumpLine> line, SerializableConsumer<T> chosen) {
        this.label = label;
        this.line = line;
        this.chosen = chosen;
        addClassName("redesign-jumps");
    }

    void clear() {
        removeAll();
        items.clear();
        lines.clear();
        at = -1;
    }

    /** Adds lines below those that are there. */
    void add(List<T> more) {
        add(list(more, label));
    }

    /** The same under a heading. */
    void add(String title, List<T> more) {
        add(new Section(new H2(title), list(more, title)));
    }

    private UnorderedList list(List<T> more, String name) {
        UnorderedList list = new UnorderedList();
        list.getElement().setAttribute("aria-label", name);
        for (T each : more) {
            int index = items.size();
            JumpLine drawn = line.apply(each);
            drawn.onPressed(() -> choose(index));
            items.add(each);
            lines.add(drawn);
            list.add(drawn);
        }
        return list;
    }

    /** The first of these. */
    Optional<T> first(Predicate<T> which) {
        return items.stream().filter(which).findFirst();
    }

    /** Marks it as the one that is shown; says nothing of it to anybody. */
    void mark(T item) {
        mark(items.indexOf(item));
    }

    private void mark(int index) {
        if (at >= 0) {
            lines.get(at).mark(false);
        }
        at = index;
        if (at >= 0) {
            lines.get(at).mark(true);
        }
    }

    private void choose(int index) {
        mark(index);
        chosen.accept(items.get(index));
    }

    private void move(int by) {
        if (!items.isEmpty()) {
            choose(Math.min(items.size() - 1, Math.max(0, at + by)));
            lines.get(at).focus();
        }
    }

    KeyboardShortcuts keys() {
        return new KeyboardShortcuts()
                .onRepeated("j", getTranslation("redesign.keys.next"), () -> move(1))
                .onRepeated("k", getTranslation("redesign.keys.previous"), () -> move(-1));
    }
}
