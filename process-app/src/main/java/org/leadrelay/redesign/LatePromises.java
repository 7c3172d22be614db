package org.leadrelay.redesign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.platform.Sql;
import org.leadrelay.promise.Promises;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Query of the {@link Promises} that are late now, by the element they stand on: due, not paused, and their step runs.
 */
@Component
class LatePromises {

    private static final String LATE =
            " ended_at is null and paused_at is null and waits_until is null and due_at <= ?";

    private final JdbcClient jdbc;
    private final Clock clock;

    LatePromises(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Map<String, Long> byElement() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("select element, count(*) from promise where" + LATE + " group by element")
                .param(now())
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    Set<UUID> leadsAt(String element) {
        return new HashSet<>(jdbc.sql("select lead_id from promise where" + LATE + " and element = ?")
                .params(now(), element)
                .query(UUID.class)
                .list());
    }

    private OffsetDateTime now() {
        return Sql.time(clock.instant());
    }
}
