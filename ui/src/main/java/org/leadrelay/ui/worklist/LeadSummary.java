package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.leadrelay.lead.Journey;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.ui.component.ContactButtons;

/** Summary of a task's lead at a glance: why it is worth the time, and how to reach it. */
class LeadSummary extends Div {

    private static final long serialVersionUID = 1L;

    LeadSummary(LeadCard card) {
        addClassName("lead-summary");
        Span pitch = new Span(card.why());
        pitch.addClassName("pitch");
        Div why = why(card.journey());
        why.add(pitch);
        add(why, new ContactButtons(card));
    }

    private Div why(Journey journey) {
        List<String> parts = new ArrayList<>();
        if (journey.fit() != null) {
            parts.add(getTranslation("lead.fit", journey.fit()));
        }
        if (journey.maturity() != null) {
            parts.add(getTranslation("lead.maturity", journey.maturity()));
        }
        if (journey.route() != null) {
            parts.add(TaskCodeWords.route(this, journey.route()));
        }
        if (journey.lap() > 1) {
            parts.add(getTranslation("lead.lap", journey.lap()));
        }
        Span label = new Span(getTranslation("lead.why"));
        label.addClassName("label");
        Div why = new Div(label, new Span(parts.isEmpty() ? getTranslation("lead.unrated") : String.join(", ", parts)));
        why.addClassName("why");
        return why;
    }
}
