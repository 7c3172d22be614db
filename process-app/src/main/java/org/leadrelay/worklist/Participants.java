package org.leadrelay.worklist;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who had a part in a case: nobody of them may judge it, and all of them hear of the verdict. */
@Component
public class Participants {

    private final JdbcClient jdbc;

    Participants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The logins of those who completed a task of another role for the lead's living journey. */
    public Set<String> of(UUID leadId, String exceptRole) {
        return jdbc.sql(
                        """
                        select distinct person from task_done
                        where lead_id = ? and person is not null and role <> ?
                            and done_at >= (select max(started_at) from journey where lead_id = ?)
                        """)
                .params(leadId, exceptRole, leadId)
                .query(String.class)
                .set();
    }
}
