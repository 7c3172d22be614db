package org.leadrelay.ui.audit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.evidence.PromiseEvidence;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.Times;

/** Panel of a promise: what became of it, how its due instant was counted, and whether the ledger says the same. */
final class PromisePanel extends Div {

    private final Times times;

    PromisePanel(PromiseEvidence promise, LinesState itsLines, Times times) {
        this.times = times;
        addClassName("promise-panel");
        Paragraph state = new Paragraph(
                getTranslation("audit.promise.state." + promise.state(), at(promise.due()), at(promise.ended())));
        state.addClassName("verdict");
        add(new H3(getTranslation("audit.promise", promise.clause())), state);
        Paragraph counted = new Paragraph(
                promise.arithmetic() == null ? getTranslation("audit.promise.uncounted") : promise.arithmetic());
        counted.addClassName("arithmetic");
        add(counted);
        if (promise.charter() != null && promise.calendar() != null) {
            Paragraph by =
                    new Paragraph(getTranslation("audit.promise.counted", promise.charter(), promise.calendar()));
            by.addClassName("secondary");
            add(by);
        }
        String other = promise.ledgerState();
        Paragraph ledger = new Paragraph(
                other == null
                        ? getTranslation("audit.promise.ledger.same")
                        : getTranslation(
                                "audit.promise.ledger.differs",
                                getTranslation("audit.promise.ledger." + other),
                                at(promise.ledgerDue())));
        ledger.addClassNames("verdict", other == null ? "verdict-fits" : "verdict-found");
        PageLink lines = new PageLink(itsLines.link(), getTranslation("audit.promise.lines"));
        add(ledger, lines);
    }

    private String at(@Nullable Instant at) {
        return at == null ? "–" : times.exact(at, getLocale());
    }
}
