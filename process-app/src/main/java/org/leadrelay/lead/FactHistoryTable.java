package org.leadrelay.lead;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** History of a lead's facts: values that were replaced, and those that did not replace another. */
@Component
class FactHistoryTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    FactHistoryTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A value that is known no more. */
    void replaced(UUID leadId, StoredFact old, FactSource by) {
        keep(leadId, old, by, true);
    }

    /**
     * A value that came, and did not replace what is known.
     *
     * @param by the source of what is known
     */
    void refused(UUID leadId, StoredFact brought, FactSource by) {
        keep(leadId, brought, by, false);
    }

    private void keep(UUID leadId, StoredFact old, FactSource replacedBy, boolean wasCurrent) {
        jdbc.sql("""
            insert into lead_fact_history (lead_id, name, label, value, kind, source, person, step,
                at, replaced_at, replaced_by, replaced_by_step, was_current)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        leadId,
                        old.name(),
                        old.label(),
                        old.value(),
                        old.source().kind().name(),
                        old.source().name(),
                        old.source().person(),
                        old.source().step(),
                        Sql.time(old.at()),
                        Sql.time(clock.instant()),
                        replacedBy.name(),
                        replacedBy.step(),
                        wasCurrent)
                .update();
    }

    /** Newest first. */
    List<FormerFact> of(UUID leadId) {
        return jdbc.sql("select * from lead_fact_history where lead_id = ? order by id desc limit 500")
                .param(leadId)
                .query((row, any) -> new FormerFact(
                        new OldFact(
                                row.getString("name"),
                                row.getString("label"),
                                row.getString("value"),
                                row.getString("source"),
                                row.getString("person"),
                                Sql.instant(row, "at"),
                                Sql.instant(row, "replaced_at"),
                                row.getString("replaced_by"),
                                row.getBoolean("was_current")),
                        row.getString("step"),
                        row.getString("replaced_by_step")))
                .list();
    }
}
