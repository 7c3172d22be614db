package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.Journey;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.ui.component.CompanyLeadList;
import org.leadrelay.ui.component.ContactButtons;
import org.leadrelay.ui.component.FactLabels;

/** Summary of a task's lead at a glance. */
class LeadSummary extends Div {

    private static final long serialVersionUID = 1L;

    private static final int MOST_FACTS = 6;

    /** Facts that stand above already. */
    private static final Set<String> SAID = Set.of("source", "country");

    LeadSummary(LeadCard card) {
        addClassName("lead-summary");
        Span pitch = new Span(card.why());
        pitch.addClassName("pitch");
        Div why = why(card.journey());
        why.add(pitch);
        add(why, new ContactButtons(card), list(card), new CompanyLeadList(card.sameCompany()));
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

    private DescriptionList list(LeadCard card) {
        DescriptionList list = new DescriptionList();
        FactLabels labels = new FactLabels(this);
        put(list, "lead.title", card.title());
        put(list, "lead.place", place(card));
        put(list, "lead.source", card.source());
        put(list, "lead.campaign", card.campaign());
        put(
                list,
                "lead.reach",
                card.permitted().isEmpty()
                        ? getTranslation("lead.reach.none")
                        : card.permitted().stream()
                                .map(channel -> getTranslation(
                                        "channel." + channel.name().toLowerCase(Locale.ROOT)))
                                .sorted()
                                .collect(Collectors.joining(", ")));
        card.claims()
                .forEach(each -> list.add(
                        new DescriptionList.Term(getTranslation("lead.typed", labels.of(each))),
                        new DescriptionList.Description(each.typed())));
        card.facts().stream()
                .filter(fact -> fact.fact() && !SAID.contains(fact.name()))
                .limit(MOST_FACTS)
                .forEach(fact -> list.add(
                        new DescriptionList.Term(labels.of(fact)), new DescriptionList.Description(fact.value())));
        return list;
    }

    private static @Nullable String place(LeadCard card) {
        if (card.city() == null) {
            return card.country();
        }
        return card.country() == null ? card.city() : card.city() + ", " + card.country();
    }

    private void put(DescriptionList list, String label, @Nullable String value) {
        if (value != null) {
            list.add(new DescriptionList.Term(getTranslation(label)), new DescriptionList.Description(value));
        }
    }
}
