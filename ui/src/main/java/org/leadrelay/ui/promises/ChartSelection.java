package org.leadrelay.ui.promises;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * What a click on a chart chose that no field of the bar tells: the week, and how long steps took.
 */
final class ChartSelection extends Div {

    private final PromiseWords words;

    ChartSelection(PromiseWords words) {
        this.words = words;
        addClassName("promises-chosen");
    }

    void show(PromisesState asked) {
        removeAll();
        var week = asked.filter().week();
        var took = asked.filter().took();
        setVisible(week != null || took != null);
        if (week != null) {
            add(new Span(words.say("chosen.week", words.day(week))));
        }
        if (took != null) {
            add(new Span(words.say("chosen.took", words.stretch(took.from(), took.to()))));
        }
        Anchor drop = new Anchor(asked.widened().link(), words.say("chosen.drop"));
        drop.getElement().setAttribute("router-link", true);
        add(drop);
    }
}
