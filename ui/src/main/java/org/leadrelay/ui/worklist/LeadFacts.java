package org.leadrelay.ui.worklist;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LearnedList;
import org.leadrelay.ui.component.CompanyLeadList;
import org.leadrelay.ui.component.FactLabels;
import org.leadrelay.ui.component.FactValue;
import org.leadrelay.ui.component.Times;

/** What is known of a task's lead, and which other leads are of its company. */
class LeadFacts extends Div {

    private static final long serialVersionUID = 1L;

    /** Of those that came with the lead. What people learned stands before them, and is never left out. */
    private static final int MOST_FACTS = 6;

    /** Facts that stand above already. */
    private static final Set<String> SAID = Set.of("source", "country");

    private final transient Times times;

    LeadFacts(LeadCard card, Times times) {
        this.times = times;
        addClassName("lead-facts");
        add(list(card), new CompanyLeadList(card.sameCompany()));
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
        shown(card.facts())
                .forEach(fact -> list.add(
                        new DescriptionList.Term(labels.of(fact)),
                        new DescriptionList.Description(new FactValue(fact, times))));
        return list;
    }

    private static Stream<FactView> shown(List<FactView> all) {
        Map<Boolean, List<FactView>> facts = all.stream()
                .filter(fact -> fact.fact() && !SAID.contains(fact.name()))
                .collect(Collectors.partitioningBy(
                        fact -> LearnedList.of(fact.name()).isPresent()));
        return Stream.concat(
                facts.getOrDefault(true, List.of()).stream(),
                facts.getOrDefault(false, List.of()).stream().limit(MOST_FACTS));
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
