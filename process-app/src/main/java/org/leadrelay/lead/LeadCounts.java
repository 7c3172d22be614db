package org.leadrelay.lead;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of captured leads by source; those merged into others are not counted. */
@Component
public class LeadCounts {

    private final JdbcClient jdbc;

    LeadCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those captured between two moments.
     *
     * @param until not included
     * @return by source as the leads have it; null for those without one
     */
    public Map<@Nullable String, Long> bySource(Instant from, Instant until) {
        Map<@Nullable String, Long> counts = new HashMap<>();
        jdbc.sql("""
            select source, count(*) from lead
            where merged_into is null and undone_at is null and captured_at >= ? and captured_at < ?
            group by source
            """).params(Sql.time(from), Sql.time(until)).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }
}
