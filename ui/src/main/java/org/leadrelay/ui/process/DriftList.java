package org.leadrelay.ui.process;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import org.leadrelay.drift.Drift;
import org.leadrelay.ui.component.Times;

/** List of the drift of the decision tables: what lasts, and what was over in the last four weeks. */
final class DriftList extends Div {

    private static final long serialVersionUID = 1L;

    DriftList(List<Drift> drifts, Times times) {
        addClassName("drift-list");
        H2 title = new H2(getTranslation("process.drift.title"));
        title.setId("process-drift");
        Paragraph what = new Paragraph(getTranslation("process.drift.what"));
        what.addClassName("secondary");
        add(title, what);
        if (drifts.isEmpty()) {
            add(new Paragraph(getTranslation("process.drift.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        drifts.forEach(each -> list.add(item(each, times)));
        add(list);
    }

    private ListItem item(Drift drift, Times times) {
        Instant ended = drift.endedAt();
        Span badge = new Span(getTranslation(ended == null ? "process.drift.lasts" : "process.drift.over"));
        badge.getElement().getThemeList().add(ended == null ? "badge error" : "badge contrast");
        Span words = new Span(drift.words());
        Span when = new Span(
                ended == null
                        ? getTranslation("process.drift.since", times.text(drift.beganAt(), getLocale()))
                        : getTranslation(
                                "process.drift.from-to",
                                times.text(drift.beganAt(), getLocale()),
                                times.text(ended, getLocale())));
        when.addClassNames("secondary", "figures");
        ListItem item = new ListItem(badge, words, when);
        item.setClassName("lasts", ended == null);
        return item;
    }
}
