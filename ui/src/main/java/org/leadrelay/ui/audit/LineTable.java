package org.leadrelay.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.leadrelay.audit.search.FoundLine;
import org.leadrelay.ui.component.DataTable;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.SealMark;
import org.leadrelay.ui.component.Times;
import org.leadrelay.ui.lead.LeadNavigation;

/** Table of lines of the log in words; each leads to what it rests on. */
final class LineTable extends Div {

    private final LineChoices choices;
    private final Times times;
    private final List<Anchor> links = new ArrayList<>();
    private int at = -1;

    LineTable(LineChoices choices, Times times) {
        this.choices = choices;
        this.times = times;
        addClassName("line-table");
    }

    void show(List<FoundLine> lines) {
        removeAll();
        links.clear();
        at = -1;
        Map<UUID, String> names =
                choices.named(lines.stream().map(FoundLine::stream).distinct().toList());
        DataTable table = new DataTable(
                        getTranslation("audit.lines"),
                        Stream.of("at", "what", "person", "lead", "number", "seal")
                                .map(each -> getTranslation("audit.column." + each))
                                .toList())
                .linesOnPhones();
        lines.forEach(each -> table.row(cells(each, names)));
        add(table);
    }

    private List<Component> cells(FoundLine line, Map<UUID, String> names) {
        Anchor what = routed(LeadNavigation.record(line.stream(), line.seq()), line.sentence());
        links.add(what);
        String name = names.get(line.stream());
        return List.of(
                times.shown(line.at(), getLocale()),
                what,
                new Span(choices.person(line.person())),
                name == null
                        ? new Span(getTranslation("audit.lead.gone"))
                        : routed(LeadNavigation.address(line.stream()), name),
                new Span(String.valueOf(line.seq())),
                new SealMark(line.hash()));
    }

    private static Anchor routed(String address, String text) {
        PageLink link = new PageLink(address, text);
        return link;
    }

    /** Moves the focus to another line's link. */
    void move(int by) {
        if (!links.isEmpty()) {
            at = Math.min(links.size() - 1, Math.max(0, at + by));
            links.get(at).getElement().executeJs("this.focus()");
        }
    }
}
