package org.leadrelay.lead;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Read model of a lead's facts for its card: what holds now, what held before, and what forms typed that differs. */
@Component
class KnownFacts {

    private final FactTable store;
    private final ClaimTable claims;
    private final LeadLabels labels;

    KnownFacts(FactTable store, ClaimTable claims, LeadLabels labels) {
        this.store = store;
        this.claims = claims;
        this.labels = labels;
    }

    Map<String, StoredFact> stored(UUID leadId) {
        return store.of(leadId);
    }

    List<FactView> shown(Map<String, StoredFact> stored) {
        return stored.values().stream().map(labels::view).toList();
    }

    List<OldFact> history(UUID leadId) {
        return store.history(leadId).stream().map(labels::named).toList();
    }

    List<LeadClaim> claims(UUID leadId, Map<String, StoredFact> stored) {
        return claims.open(leadId, stored).stream().map(labels::named).toList();
    }
}
