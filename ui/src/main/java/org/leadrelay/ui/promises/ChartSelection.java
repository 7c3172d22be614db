package org.leadrelay.ui.promises;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.leadrelay.promise.report.PromiseFilter;
import org.leadrelay.ui.component.PageLink;

/** Selection by a click on a chart: the week, and how long steps took. */
final class ChartSelection extends Div {

    private final PromiseWords words;

    ChartSelection(PromiseWords words) {
        this.words = words;
        addClassName("promises-chosen");
    }

    void show(PromisesState asked) {
        removeAll();
        LocalDate week = asked.filter().week();
        PromiseFilter.Took took = asked.filter().took();
        setVisible(week != null || took != null);
        if (week != null) {
            add(new Span(words.text("chosen.week", words.day(week))));
        }
        if (took != null) {
            add(new Span(words.text("chosen.took", words.stretch(took.from(), took.to()))));
        }
        PageLink drop = new PageLink(asked.widened().link(), words.text("chosen.drop"));
        add(drop);
    }
}
