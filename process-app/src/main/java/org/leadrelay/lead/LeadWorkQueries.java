package org.leadrelay.lead;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queries of the journey log for whether people worked on leads. */
@Component
class LeadWorkQueries {

    private final JdbcClient jdbc;

    LeadWorkQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The first thing that somebody did about each of these leads; leads that nobody worked on are
     * absent. What the product and an import did by themselves is no work.
     *
     * @param scope the import whose own lines do not count
     * @return by lead, the kind of the log's line
     */
    Map<UUID, String> since(Collection<UUID> leads, Instant from, UndoScope scope) {
        Map<UUID, String> found = new HashMap<>();
        jdbc.sql("""
            select distinct on (lead_id) lead_id, kind from journey_log
            where lead_id = any(:leads) and at >= :from and person is distinct from 'system'
                and (kind in ('task-claimed', 'task-completed', 'fact-corrected', 'reopened',
                        'comment', 'question', 'promise-reason')
                    or kind in ('consent', 'signal', 'withdrawn')
                        and not (at <= :to and coalesce(person, (select login from person_ref r where r.ref = person_ref), '') = :person))
            order by lead_id, seq
            """)
                .param("leads", leads.toArray(UUID[]::new))
                .param("from", Sql.time(from))
                .param("person", scope.person())
                .param("to", Sql.time(scope.to()))
                .query(row -> {
                    found.put(row.getObject("lead_id", UUID.class), row.getString("kind"));
                });
        return found;
    }
}
