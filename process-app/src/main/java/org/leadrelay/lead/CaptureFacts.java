package org.leadrelay.lead;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.platform.InsertBatch;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Merge of a record's facts into its lead: all that is newer, or only the gaps where an anonymous form speaks of
 * somebody who is known.
 */
@Component
class CaptureFacts {

    private final FactTable store;
    private final ClaimTable claims;
    private final Phones phones;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaptureFacts(FactTable store, ClaimTable claims, Phones phones, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.claims = claims;
        this.phones = phones;
        this.events = events;
        this.clock = clock;
    }

    /** The first facts of a new lead. */
    void create(UUID leadId, CheckedCapture checked, InsertBatch rows) {
        store.create(leadId, checked, checked.factsAt(clock.instant()), rows);
    }

    /** Whether all that the record says is known of this lead, as its lists show it. */
    boolean knows(UUID leadId, CheckedCapture checked) {
        Map<String, StoredFact> known = store.of(leadId);
        return checked.facts().entrySet().stream().allMatch(each -> {
            StoredFact fact = known.get(each.getKey());
            return fact != null && fact.value().equals(each.getValue().value());
        });
    }

    /** What the record adds to or changes about a lead that is known. */
    List<FactChange> merge(Lead lead, CheckedCapture checked) {
        Instant at = checked.factsAt(clock.instant());
        Origin origin = checked.origin();
        if (origin.kind() != Origin.Kind.FORM) {
            return store.merge(lead, checked.facts(), FactSource.captured(origin), at);
        }
        FormRule.Sorted sorted = FormRule.sort(store.of(lead.id()), checked.facts(), phones);
        sorted.differing().forEach(each -> claims.add(lead.id(), each, origin.name(), at));
        if (checked.statements().stream().anyMatch(each -> !each.given())) {
            events.publishEvent(new FormObjection(lead.id(), lead.owner(), clock.instant()));
        }
        return store.merge(lead, sorted.gaps(), FactSource.captured(origin), at);
    }
}
