package org.leadrelay.ui.component;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Style;
import java.time.Instant;
import org.leadrelay.lead.FactView;

/** Value of a fact in words, with the day until which it counts, or counted. */
public class FactValue extends Span {

    private static final long serialVersionUID = 1L;

    public FactValue(FactView fact, Times times) {
        add(new Span(fact.words()));
        Instant until = fact.until();
        if (until != null) {
            Span counts = new Span(
                    getTranslation(fact.outdated() ? "facts.outdated" : "facts.until", times.day(until, getLocale())));
            counts.addClassName("secondary");
            counts.getStyle().setDisplay(Style.Display.BLOCK);
            add(counts);
        }
    }
}
