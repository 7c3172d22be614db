package org.leadrelay.ui.promises;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.leadrelay.promise.report.PromiseSummary.Tally;
import org.leadrelay.ui.component.PageLink;

/** Key figures above the charts; each leads to the promises behind it. */
final class PromiseFigures extends Div {

    private final PromiseWords words;

    PromiseFigures(PromiseWords words) {
        this.words = words;
        addClassName("promises-figures");
    }

    void show(PromisesState asked, Tally all) {
        removeAll();
        Div share = new Div(strong(words.percent(all.share())), new Span(words.text("share")));
        share.addClassName("promises-figure");
        share.getElement().setAttribute("title", words.text("share.what"));
        add(
                share,
                figure(asked, "kept", all.kept()),
                figure(asked, "broken", all.broken()),
                figure(asked, "unexplained", all.unexplained()),
                figure(asked, "dueToday", all.dueToday()),
                figure(asked, "open", all.open()),
                figure(asked, "void", all.cancelled()));
    }

    private Anchor figure(PromisesState asked, @Nullable String state, long count) {
        boolean here = state != null && state.equals(asked.filter().state());
        PageLink figure = new PageLink((here ? asked.state(null).list(false) : asked.state(state)).link());
        figure.add(strong(words.number(count)), new Span(words.text("state." + state)));
        figure.addClassName("promises-figure");
        if (here) {
            figure.getElement().setAttribute("aria-current", "true");
        }
        return figure;
    }

    private static HtmlComponent strong(String text) {
        HtmlComponent strong = new HtmlComponent("strong");
        strong.getElement().setText(text);
        return strong;
    }
}
