package org.leadrelay.nurture;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How it stands with each marketing tool: what waits for it, and what it did not take. */
@Component
class ToolBacklog {

    private static final Duration LATELY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    ToolBacklog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A tool.
     *
     * @param waiting touches that wait for it
     * @param failed touches that were given up in the last 24 hours
     * @param reason why the last of them was; null for none
     */
    record Backlog(
            String tool,
            long waiting,
            long failed,
            @Nullable String reason) {}

    /** Of the tools that something waits for, or that did not take something lately. */
    Map<String, Backlog> all() {
        List<Backlog> found = jdbc.sql("""
            select tool,
                   count(*) filter (where state = 'waiting') as waiting,
                   count(*) filter (where state = 'failed') as failed,
                   (array_agg(reason order by done_at desc) filter (where state = 'failed'))[1] as reason
            from mail_outbox
            where tool is not null and (state = 'waiting' or (state = 'failed' and done_at > ?))
            group by tool
            """)
                .param(Sql.time(clock.instant().minus(LATELY)))
                .query(Backlog.class)
                .list();
        Map<String, Backlog> backlogs = new TreeMap<>();
        found.forEach(each -> backlogs.put(each.tool(), each));
        return backlogs;
    }
}
