package org.leadrelay.worklist;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recipients of a verdict. Who may not give it is said by {@link InvolvementRule}. */
@Component
public class Participants {

    private final JdbcClient jdbc;

    Participants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The logins of those who completed another step than this one in the lead's present lap. */
    public Set<String> of(UUID leadId, String exceptStep) {
        return jdbc.sql("""
            select distinct person from task_done
            where lead_id = ? and person is not null and step <> ?
                and done_at >= (select max(coalesce(lap_since, started_at)) from journey
                                where lead_id = ?)
            """)
                .params(leadId, exceptStep, leadId)
                .query(String.class)
                .set();
    }
}
