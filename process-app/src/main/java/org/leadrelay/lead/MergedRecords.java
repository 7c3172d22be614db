package org.leadrelay.lead;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Merge of two leads' records: all that is known of one moves to the other. */
@Component
class MergedRecords {

    private static final List<String> TABLES =
            List.of("lead_identity", "lead_record", "lead_signal", "lead_capture", "lead_consent", "lead_fact_history");

    private final JdbcClient jdbc;
    private final Leads leads;
    private final ClaimTable claims;
    private final FactTable store;
    private final Consents consents;

    MergedRecords(JdbcClient jdbc, Leads leads, ClaimTable claims, FactTable store, Consents consents) {
        this.jdbc = jdbc;
        this.leads = leads;
        this.claims = claims;
        this.store = store;
        this.consents = consents;
    }

    void move(Lead from, Lead to) {
        UUID other = from.id();
        for (String table : TABLES) {
            jdbc.sql("update " + table + " set lead_id = ? where lead_id = ?")
                    .params(to.id(), other)
                    .update();
        }
        claims.move(other, to.id());
        store.absorb(to, other);
        leads.flush();
        consents.identified(to, from.contact());
    }
}
