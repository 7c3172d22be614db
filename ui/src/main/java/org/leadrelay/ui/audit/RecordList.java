package org.leadrelay.ui.audit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.search.FoundLine;
import org.leadrelay.ui.component.SealMark;
import org.leadrelay.ui.component.Times;

/** List of a lead's lines, newest first, each with number and seal. */
final class RecordList extends Div {

    private final Times times;
    private final LongConsumer choose;
    private final UnorderedList list = new UnorderedList();
    private final Map<Long, ListItem> items = new LinkedHashMap<>();
    private @Nullable Long marked;

    RecordList(Times times, LongConsumer choose) {
        this.times = times;
        this.choose = choose;
        addClassName("record-list");
        add(list);
    }

    void clear() {
        list.removeAll();
        items.clear();
        removeAll();
        add(list);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Whether the lines go back as far as this one. */
    boolean reaches(@Nullable Long line) {
        if (line == null) {
            return true;
        }
        long asked = line;
        return items.keySet().stream().anyMatch(each -> each <= asked);
    }

    void say(String nothing) {
        add(new Paragraph(nothing));
    }

    void add(List<FoundLine> lines) {
        for (FoundLine each : lines) {
            Span number = new Span(String.valueOf(each.seq()));
            number.addClassName("line-number");
            Span when = new Span(times.text(each.at(), getLocale()));
            when.addClassNames("line-when", "figures");
            when.setTitle(times.exact(each.at(), getLocale()));
            NativeButton button = new NativeButton();
            button.add(number, new Span(each.sentence()), when);
            button.addClickListener(click -> choose.accept(each.seq()));
            ListItem item = new ListItem(button, new SealMark(each.hash()));
            item.addClassName("kind-" + each.kind());
            items.put(each.seq(), item);
            list.add(item);
        }
    }

    void mark(long line) {
        marked = line;
        items.forEach((number, item) -> {
            boolean here = number == line;
            item.setClassName("chosen", here);
            item.getElement().getChild(0).setAttribute("aria-current", here ? "true" : "false");
            if (here) {
                item.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
            }
        });
    }

    /** Chooses the line so many further down. */
    void move(int by) {
        List<Long> numbers = List.copyOf(items.keySet());
        if (numbers.isEmpty()) {
            return;
        }
        int at = marked == null ? -1 : numbers.indexOf(marked);
        choose.accept(numbers.get(Math.min(numbers.size() - 1, Math.max(0, at + by))));
    }
}
