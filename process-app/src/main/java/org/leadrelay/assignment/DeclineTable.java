package org.leadrelay.assignment;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of the reps who rejected or missed a lead in its present lap. */
@Component
class DeclineTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeclineTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID leadId, long lap, String login, String kind) {
        jdbc.sql("""
            insert into hand_off_decline (lead_id, lap, login, kind, at)
            values (?, ?, ?, ?, ?)
            on conflict (lead_id, lap, login, kind) do update
            set times = hand_off_decline.times + 1, at = excluded.at
            """)
                .params(leadId, lap, login, kind, Sql.time(clock.instant()))
                .update();
    }

    /** How often the lead was missed in this lap, by whomever. */
    long misses(UUID leadId, long lap) {
        return jdbc.sql("""
            select coalesce(sum(times), 0) from hand_off_decline
            where lead_id = ? and lap = ? and kind = 'missed'
            """).params(leadId, lap).query(Long.class).single();
    }

    /** Who declined each waiting lead in its present lap. */
    Map<UUID, Set<String>> ofWaiting() {
        Map<UUID, Set<String>> all = new HashMap<>();
        jdbc.sql("""
            select d.lead_id, d.login from hand_off_decline d
            join hand_off_waiting w on w.lead_id = d.lead_id and w.lap = d.lap
            where not w.same_rep_allowed
            """).query(row -> {
            all.computeIfAbsent(row.getObject(1, UUID.class), lead -> new HashSet<>())
                    .add(row.getString(2));
        });
        return all;
    }

    void forget(UUID leadId) {
        jdbc.sql("delete from hand_off_decline where lead_id = ?").param(leadId).update();
    }
}
