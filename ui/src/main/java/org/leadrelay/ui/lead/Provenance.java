package org.leadrelay.ui.lead;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Provenance of a fact or consent: where it came from, who said so, and when. */
class Provenance extends Span {

    private static final long serialVersionUID = 1L;

    Provenance(LeadServices desk, String source, @Nullable String person, Instant at) {
        add(
                new Span(
                        person == null || person.equals("system") || person.equals(source)
                                ? getTranslation("facts.from", source)
                                : getTranslation("facts.from.person", source, desk.name(person))),
                new Span(" "),
                desk.times().shown(at, getLocale()));
        addClassName("fact-from");
    }
}
