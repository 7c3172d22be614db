package org.leadrelay.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads that wait for a rep, in order of priority and age. */
@Component
class WaitingRoom {

    private static final Map<String, Integer> RANKS = Map.of("high", 0, "normal", 1, "low", 2);
    private static final List<String> PRIORITIES = List.of("high", "normal", "low");

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingRoom(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A lead taken from the room; it stays there until {@link #leave}. */
    record Waiter(UUID leadId, long lap, boolean sameRepAllowed) {}

    void enter(UUID leadId, long lap, String priority, String reason, boolean sameRepAllowed) {
        jdbc.sql(
                        """
                        insert into hand_off_waiting
                            (lead_id, lap, rank, reason, same_rep_allowed, since)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (lead_id) do update
                        set lap = excluded.lap, rank = excluded.rank, reason = excluded.reason,
                            same_rep_allowed = excluded.same_rep_allowed
                        """)
                .params(
                        leadId,
                        lap,
                        RANKS.getOrDefault(priority, 1),
                        reason,
                        sameRepAllowed,
                        Timestamp.from(clock.instant()))
                .update();
    }

    boolean holds(UUID leadId) {
        return jdbc.sql("select count(*) from hand_off_waiting where lead_id = ?")
                        .param(leadId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void leave(UUID leadId) {
        jdbc.sql("delete from hand_off_waiting where lead_id = ?").param(leadId).update();
    }

    /**
     * The first lead that one of these reps may have, locked; leads that another node is serving
     * are passed over.
     */
    Optional<Waiter> first(Collection<String> able, Collection<UUID> except) {
        return jdbc.sql(
                        """
                        select w.lead_id, w.lap, w.same_rep_allowed from hand_off_waiting w
                        where w.lead_id <> all (:except::uuid[])
                          and (w.same_rep_allowed or exists (
                              select 1 from unnest(:able::text[]) as r(login)
                              where not exists (
                                  select 1 from hand_off_decline d
                                  where d.lead_id = w.lead_id and d.lap = w.lap
                                    and d.login = r.login)))
                        order by w.rank, w.since, w.lead_id
                        limit 1
                        for update of w skip locked
                        """)
                .param("except", except.toArray(UUID[]::new))
                .param("able", able.toArray(String[]::new))
                .query(
                        (row, number) ->
                                new Waiter(
                                        row.getObject(1, UUID.class),
                                        row.getLong(2),
                                        row.getBoolean(3)))
                .optional();
    }

    List<WaitingLead> page(int offset, int limit) {
        return jdbc.sql(
                        """
                        select lead_id, lap, rank, reason, since from hand_off_waiting
                        order by rank, since, lead_id offset ? limit ?
                        """)
                .params(offset, limit)
                .query(WaitingRoom::lead)
                .list();
    }

    boolean isEmpty() {
        return !jdbc.sql("select exists (select 1 from hand_off_waiting)")
                .query(Boolean.class)
                .single();
    }

    long count() {
        return jdbc.sql("select count(*) from hand_off_waiting").query(Long.class).single();
    }

    private static WaitingLead lead(ResultSet row, int number) throws SQLException {
        return new WaitingLead(
                row.getObject("lead_id", UUID.class),
                row.getLong("lap"),
                PRIORITIES.get(row.getInt("rank")),
                row.getString("reason"),
                row.getTimestamp("since").toInstant());
    }
}
