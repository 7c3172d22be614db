package org.leadrelay.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.lead.LeadWorkHistory;
import org.leadrelay.lead.UndoScope;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Query of the journey log for whether people worked on leads. */
@Component
class WorkInLog implements LeadWorkHistory {

    private final JdbcClient jdbc;

    WorkInLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UUID, String> since(Collection<UUID> leads, Instant from, UndoScope scope) {
        Map<UUID, String> found = new HashMap<>();
        jdbc.sql("""
            select distinct on (lead_id) lead_id, kind from journey_log
            where lead_id = any(:leads) and at >= :from and person <> 'system'
                and (kind in ('task-claimed', 'task-completed', 'fact-corrected', 'reopened',
                        'comment', 'question', 'promise-reason')
                    or kind in ('consent', 'signal', 'withdrawn')
                        and not (person = :person and at <= :to))
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
