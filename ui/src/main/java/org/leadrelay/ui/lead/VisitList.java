package org.leadrelay.ui.lead;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.JourneyDiagrams.Visit;
import org.leadrelay.ui.component.Times;

/** List of the steps that a lead came to in one model, by the numbers of the diagram, with their times. */
final class VisitList extends Div {

    private static final long serialVersionUID = 1L;

    private final Times times;
    private final SerializableConsumer<String> choose;
    private final OrderedList list = new OrderedList();
    private List<Visit> all = List.of();

    VisitList(Times times, SerializableConsumer<String> choose) {
        this.times = times;
        this.choose = choose;
        addClassName("visit-list");
        add(list);
    }

    void show(List<Visit> visits) {
        all = List.copyOf(visits);
        list.removeAll();
        visits.forEach(each -> list.add(line(each)));
        if (visits.isEmpty()) {
            list.add(new ListItem(new Paragraph(getTranslation("diagram.visits.none"))));
        }
    }

    private ListItem line(Visit visit) {
        Span number = new Span(String.valueOf(visit.number()));
        number.addClassName("visit-number");
        Span when = new Span(times.text(visit.at(), getLocale()));
        when.addClassNames("visit-when", "figures");
        when.setTitle(times.exact(visit.at(), getLocale()));
        NativeButton button = new NativeButton();
        button.add(number, new Span(visit.name()), when);
        button.addClickListener(click -> choose.accept(visit.element()));
        ListItem line = new ListItem(button);
        line.getElement().setAttribute("data-element", visit.element());
        return line;
    }

    /** Marks the visits of an element; null marks none. */
    void mark(@Nullable String element) {
        list.getChildren()
                .filter(ListItem.class::isInstance)
                .map(ListItem.class::cast)
                .forEach(line -> line.setClassName(
                        "chosen",
                        element != null && element.equals(line.getElement().getAttribute("data-element"))));
    }

    /** What an element is called; null when the lead never came there. */
    @Nullable
    String name(String element) {
        return all.stream()
                .filter(each -> each.element().equals(element))
                .findFirst()
                .map(Visit::name)
                .orElse(null);
    }
}
