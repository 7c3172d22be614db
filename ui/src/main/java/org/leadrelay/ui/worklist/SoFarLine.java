package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leadrelay.ui.component.Times;
import org.leadrelay.worklist.SoFar;

/** Entry of a lead's history: when, who and at which step, what they decided and why, and what they wrote. */
class SoFarLine extends Div {

    private static final long serialVersionUID = 1L;

    SoFarLine(SoFar.Entry entry, Times times) {
        addClassNames("so-far-entry", "so-far-" + entry.what().name().toLowerCase(Locale.ROOT));
        setClassName("earlier", entry.earlier());
        Div head = new Div(times.shown(entry.at(), getLocale()));
        head.addClassName("so-far-who");
        if (entry.personName() != null) {
            Span who = new Span(entry.personName());
            who.addClassName("so-far-person");
            head.add(who);
        }
        if (entry.stepName() != null) {
            head.add(new Span(entry.stepName()));
        }
        if (entry.from() != null) {
            head.add(new Span(getTranslation("comments.from", entry.from())));
        } else if (entry.earlier()) {
            head.add(new Span(getTranslation("lead.lap", entry.lap())));
        }
        add(head, decision(entry));
        entry.said().forEach(each -> add(words(each)));
    }

    private Component decision(SoFar.Entry entry) {
        Span outcome = new Span(
                entry.attempt() == null
                        ? entry.text()
                        : getTranslation("sofar.attempt", entry.attempt(), entry.text()));
        outcome.addClassName("so-far-outcome");
        Div decided = new Div(outcome);
        if (entry.reason() != null) {
            Span reason = new Span(entry.reason().text());
            reason.addClassName("so-far-reason");
            reason.setTitle(entry.reason().label());
            decided.add(reason);
        }
        String others = entry.answers().stream()
                .map(each -> getTranslation(
                        each.label().endsWith("?") ? "sofar.answer.asked" : "sofar.answer", each.label(), each.text()))
                .collect(Collectors.joining(" · "));
        if (!others.isEmpty()) {
            Span with = new Span(others);
            with.addClassName("so-far-answers");
            decided.add(with);
        }
        return decided;
    }

    private static Component words(SoFar.Said said) {
        Div words = new Div();
        words.setText(said.text());
        words.setTitle(said.label());
        words.addClassName("so-far-words");
        return words;
    }
}
