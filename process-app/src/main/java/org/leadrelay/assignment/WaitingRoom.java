package org.leadrelay.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Queue of leads that wait for a rep, in order of priority and age. */
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

    /** The lead stays in the room until {@link #leave}. */
    void enter(HandOff lead, String reason) {
        jdbc.sql("""
            insert into hand_off_waiting
                (lead_id, lap, rank, reason, same_rep_allowed, skills, since)
            values (:lead, :lap, :rank, :reason, :again, :skills::text[], :now)
            on conflict (lead_id) do update
            set lap = excluded.lap, rank = excluded.rank, reason = excluded.reason,
                same_rep_allowed = excluded.same_rep_allowed, skills = excluded.skills
            """)
                .param("lead", lead.leadId())
                .param("lap", lead.lap())
                .param("rank", RANKS.getOrDefault(lead.priority(), 1))
                .param("reason", reason)
                .param("again", lead.sameRepAllowed())
                .param("skills", lead.skills().toArray(String[]::new))
                .param("now", Sql.time(clock.instant()))
                .update();
    }

    void leave(UUID leadId) {
        jdbc.sql("delete from hand_off_waiting where lead_id = ?").param(leadId).update();
    }

    /**
     * The first lead that one of these reps may have, locked; leads that another node is serving
     * are passed over.
     */
    Optional<HandOff> first(List<Candidate> reps, Collection<UUID> except) {
        return first(reps, except, " for update of w skip locked");
    }

    /** Who would be the first, as it looks without a lock. */
    Optional<UUID> next(List<Candidate> reps, Collection<UUID> except) {
        return first(reps, except, "").map(HandOff::leadId);
    }

    private Optional<HandOff> first(List<Candidate> reps, Collection<UUID> except, String lock) {
        List<String> logins = new ArrayList<>();
        List<Integer> ranks = new ArrayList<>();
        for (String priority : PRIORITIES) {
            HandOff any = new HandOff(HandOff.ANY.leadId(), 0, priority, List.of(), true);
            reps.stream().filter(rep -> rep.able(any)).forEach(rep -> {
                logins.add(rep.login());
                ranks.add(PRIORITIES.indexOf(priority));
            });
        }
        if (logins.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("""
            select w.* from hand_off_waiting w
            where w.lead_id <> all (:except::uuid[])
              and exists (
                  select 1 from unnest(:logins::text[], :ranks::int[]) as r(login, rank)
                  where r.rank = w.rank
                    and w.skills <@ array(
                        select s.skill from rep_skill s where s.login = r.login)
                    and (w.same_rep_allowed or not exists (
                        select 1 from hand_off_decline d
                        where d.lead_id = w.lead_id and d.lap = w.lap
                          and d.login = r.login)))
            order by w.rank, w.since, w.lead_id
            limit 1\
            """ + lock)
                .param("except", except.toArray(UUID[]::new))
                .param("logins", logins.toArray(String[]::new))
                .param("ranks", ranks.toArray(Integer[]::new))
                .query(WaitingRoom::handOff)
                .optional();
    }

    private static HandOff handOff(ResultSet row, int number) throws SQLException {
        return new HandOff(
                row.getObject("lead_id", UUID.class),
                row.getLong("lap"),
                PRIORITIES.get(row.getInt("rank")),
                skills(row),
                row.getBoolean("same_rep_allowed"));
    }

    private static List<String> skills(ResultSet row) throws SQLException {
        return List.of((String[]) row.getArray("skills").getArray());
    }

    List<WaitingLead> page(int offset, int limit) {
        return jdbc.sql("""
            select lead_id, lap, rank, reason, skills, since from hand_off_waiting
            order by rank, since, lead_id offset ? limit ?
            """).params(offset, limit).query(WaitingRoom::lead).list();
    }

    boolean isEmpty() {
        return !jdbc.sql("select exists (select 1 from hand_off_waiting)")
                .query(Boolean.class)
                .single();
    }

    long count() {
        return jdbc.sql("select count(*) from hand_off_waiting")
                .query(Long.class)
                .single();
    }

    private static WaitingLead lead(ResultSet row, int number) throws SQLException {
        return new WaitingLead(
                row.getObject("lead_id", UUID.class),
                row.getLong("lap"),
                PRIORITIES.get(row.getInt("rank")),
                row.getString("reason"),
                skills(row),
                Sql.instant(row, "since"));
    }
}
