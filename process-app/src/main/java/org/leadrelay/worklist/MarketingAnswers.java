package org.leadrelay.worklist;

import java.time.Instant;
import java.util.List;
import org.leadrelay.lead.KnownElement;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Query of the people who qualified or completed leads for marketing. */
@Component
public class MarketingAnswers {

    /** With the steps as constants, as the partial index has them. */
    private static final String PEOPLE = """
        select distinct person from task_done
        where step in ('%s', '%s') and done_at >= ? and person is not null
        order by person
        """.formatted(KnownElement.QUALIFY_LEAD.id(), KnownElement.COMPLETE_LEAD.id());

    private final JdbcClient jdbc;

    MarketingAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Their logins, in order. */
    public List<String> people(Instant since) {
        return jdbc.sql(PEOPLE).param(Sql.time(since)).query(String.class).list();
    }
}
