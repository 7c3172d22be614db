package org.leadrelay.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.journal.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers of attempts to reach a buyer, counted from the journey log: how often a step was answered in its process. */
@Component
class ContactAttempts {

    private final JdbcClient jdbc;

    ContactAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By the numbers of the lines.
     *
     * @param lines those at which somebody reached the buyer, or did not
     */
    Map<Long, Long> of(UUID leadId, Collection<Long> lines) {
        Map<Long, Long> numbers = new HashMap<>();
        if (lines.isEmpty()) {
            return numbers;
        }
        jdbc.sql("""
            select l.seq, (
                select count(*) from journey_log e
                where e.lead_id = l.lead_id and e.kind = l.kind and e.element_id = l.element_id
                    and e.seq <= l.seq and e.seq > coalesce((
                        select max(s.seq) from journey_log s
                        where s.lead_id = l.lead_id and s.kind = :started
                            and s.definition_key = l.definition_key and s.seq < l.seq), 0)) as number
            from journey_log l where l.lead_id = :lead and l.seq = any(:lines)
            """)
                .param("lead", leadId)
                .param("lines", lines.toArray(Long[]::new))
                .param("started", Kind.STARTED.code())
                .query(row -> {
                    numbers.put(row.getLong("seq"), row.getLong("number"));
                });
        return numbers;
    }
}
