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

    /**
     * A rep declines a lead, and with it their place.
     *
     * @param kind {@code rejected} or {@code missed}
     */
    Declined add(UUID leadId, long lap, String login, String kind) {
        return jdbc.sql("""
            with declined as (
                insert into hand_off_decline (lead_id, lap, login, kind, at)
                values (:lead, :lap, :login, :kind, :now)
                on conflict (lead_id, lap, login, kind) do update
                set times = hand_off_decline.times + 1, at = excluded.at
                returning times),
            freed as (
                delete from rep_place where lead_id = :lead and login = :login returning login)
            select exists (select from freed) as freed,
                (select times from declined) + coalesce(sum(d.times) filter (where d.login <> :login), 0) as times
            from hand_off_decline d where d.lead_id = :lead and d.lap = :lap and d.kind = :kind
            """)
                .param("lead", leadId)
                .param("lap", lap)
                .param("login", login)
                .param("kind", kind)
                .param("now", Sql.time(clock.instant()))
                .query(Declined.class)
                .single();
    }

    /**
     * @param freed whether the rep had a place, which is free now
     * @param times how often the lead was declined like this in this lap, by whomever
     */
    record Declined(boolean freed, long times) {}

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
}
