package org.leadrelay.ui.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import org.leadrelay.audit.evidence.Evidence;
import org.leadrelay.audit.evidence.PromiseEvidence;
import org.leadrelay.audit.search.FoundLine;
import org.leadrelay.ui.component.PageLink;
import org.leadrelay.ui.component.SealMark;
import org.leadrelay.ui.component.Times;

/** Panel of one line: what it says, what it rests on, and how it is sealed. */
final class EvidencePanel extends Div {

    private final LineChoices choices;
    private final Times times;

    EvidencePanel(LineChoices choices, Times times) {
        this.choices = choices;
        this.times = times;
        addClassName("evidence-panel");
    }

    void show(Evidence evidence) {
        removeAll();
        FoundLine line = evidence.line();
        H2 title = new H2(getTranslation("audit.line", line.seq(), line.sentence()));
        title.getElement().setAttribute("tabindex", "-1");
        add(title);
        evidence.ifDecision().ifPresent(each -> add(new DecisionPanel(each)));
        evidence.ifPromise().ifPresent(each -> add(new PromisePanel(each, lines(line, each), times)));
        add(new H3(getTranslation("audit.line.sealed")), facts(line));
        Pre raw = new Pre(line.raw());
        raw.addClassName("raw");
        raw.getElement().setAttribute("tabindex", "0");
        raw.getElement().setAttribute("role", "region");
        raw.getElement().setAttribute("aria-label", getTranslation("audit.line.raw"));
        add(new H3(getTranslation("audit.line.raw")), raw);
    }

    private static LinesState lines(FoundLine line, PromiseEvidence promise) {
        return new LinesState(null, null, null, line.stream(), promise.promise(), null, null, null, null);
    }

    private DescriptionList facts(FoundLine line) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("line-facts");
        fact(facts, "at", times.shownExactly(line.at(), getLocale()));
        fact(facts, "person", new Span(choices.person(line.person()) + " (" + line.person() + ")"));
        fact(facts, "kind", new Span(line.kind()));
        if (line.recordedAt() != null) {
            fact(facts, "recorded", times.shownExactly(line.recordedAt(), getLocale()));
        }
        if (line.apiKey() != null) {
            fact(facts, "key", new Span(line.apiKey()));
        }
        if (line.node() != null) {
            fact(facts, "node", new Span(line.node()));
        }
        if (line.subjectInWords() != null) {
            fact(facts, "subject", new Span(line.subjectInWords()));
        }
        if (line.model() != null && line.version() != null) {
            String element = line.element() == null ? "" : line.element();
            PageLink model = new PageLink(
                    AuditNavigation.model(line.model(), line.version(), element),
                    getTranslation("diagram.model", line.model(), line.version()) + " " + element);
            fact(facts, "model", model);
        }
        fact(facts, "seal", SealMark.whole(line.hash()));
        fact(
                facts,
                "before",
                line.previousHash().isEmpty()
                        ? new Span(getTranslation("audit.line.first"))
                        : SealMark.whole(line.previousHash()));
        fact(facts, "format", new Span(String.valueOf(line.format())));
        return facts;
    }

    private void fact(DescriptionList facts, String name, Component value) {
        facts.add(new Term(getTranslation("audit.line." + name)), new Description(value));
    }
}
