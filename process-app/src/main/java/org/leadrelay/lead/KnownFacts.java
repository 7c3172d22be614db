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

    /** As each came; {@link PersonName#agree} makes them agree. */
    Map<String, StoredFact> stated(UUID leadId) {
        return store.stated(leadId);
    }

    List<FactView> shown(Map<String, StoredFact> stored) {
        return stored.values().stream().map(labels::view).toList();
    }

    /**
     * @param stated the lead's facts as each came
     */
    List<OldFact> history(UUID leadId, Map<String, StoredFact> stated) {
        return store.history(leadId, stated).stream().map(labels::named).toList();
    }

    List<LeadClaim> claims(UUID leadId, Map<String, StoredFact> stored) {
        return claims.open(leadId, stored).stream().map(labels::named).toList();
    }
}
