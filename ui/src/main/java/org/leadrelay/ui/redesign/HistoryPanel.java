package org.leadrelay.ui.redesign;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.ReleaseEvent;
import org.leadrelay.ui.component.EmptyState;

/** Panel of what was done to a release, oldest first: by whom, when, and in which words. */
final class HistoryPanel extends Div {

    private final ReleasePresenter desk;

    HistoryPanel(ReleasePresenter desk, Release release) {
        this.desk = desk;
        addClassName("redesign-history");
        List<ReleaseEvent> events = desk.releases().events(release.number());
        if (events.isEmpty()) {
            add(new EmptyState(getTranslation("redesign.history.none"), getTranslation("redesign.history.none.why")));
            return;
        }
        OrderedList list = new OrderedList();
        list.getElement().setAttribute("aria-label", getTranslation("redesign.tab.history"));
        events.forEach(each -> list.add(line(each)));
        add(list);
    }

    private ListItem line(ReleaseEvent event) {
        Span when = new Span(desk.times().text(event.at(), getLocale()));
        when.setTitle(desk.times().exact(event.at(), getLocale()));
        when.addClassNames("redesign-when", "figures");
        Div what =
                new Div(new Span(getTranslation("redesign.event." + event.kind().code(), desk.name(event.person()))));
        if (!event.words().isEmpty()) {
            Span words = new Span(event.words());
            words.addClassName("second-line");
            what.add(words);
        }
        what.addClassName("redesign-name");
        return new ListItem(when, what);
    }
}
