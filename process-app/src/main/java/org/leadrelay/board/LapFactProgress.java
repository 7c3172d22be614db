package org.leadrelay.board;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table of how far each lead's log is folded (the position of the projection), and by which basis. The basis is a row that only
 * one node writes at a time.
 */
@Component
class LapFactProgress {

    /** Condition on a chain {@code c}: of a lead, not of a stream of the operations log. */
    static final String OF_LEAD = "not exists (select from audit_stream s where s.id = c.lead_id)";

    /**
     * All heads against all positions: finds everything, and reads everything. Once an hour, and while rows are
     * recomputed.
     */
    static final String ALL_BEHIND = """
        select c.lead_id, c.last_seq from journey_chain c
        left join lap_fact_position p on p.lead_id = c.lead_id
        where c.last_seq > coalesce(p.seq, 0) and %s
        limit :most\
        """.formatted(OF_LEAD);

    /** Heads of the chains that got a line lately: the time is a parameter, so that the planner knows how few there are. */
    static final String LATELY_BEHIND = """
        select c.lead_id, c.last_seq
        from (select distinct lead_id from journey_log where recorded_at >= :from) l
        join journey_chain c on c.lead_id = l.lead_id
        left join lap_fact_position p on p.lead_id = c.lead_id
        where c.last_seq > coalesce(p.seq, 0) and %s
        limit :most\
        """.formatted(OF_LEAD);

    private static final String LOOK = """
        select read_to, clock_timestamp() as now,
            coalesce(compared_at, '-infinity') < clock_timestamp() - interval '1 hour' as compare
        from lap_fact_basis
        """;

    /** A line is recorded a moment before it can be seen: when its transaction began to write, not when it ended. */
    private static final Duration LOOK_BACK = Duration.ofMinutes(2);

    private static final String POSITIONS = """
        insert into lap_fact_position (lead_id, seq, unreadable) select * from unnest(?::uuid[], ?::bigint[], ?::text[])
        on conflict (lead_id) do update set seq = excluded.seq, unreadable = excluded.unreadable\
        """;
    private static final String UP_TO = """
        update lap_fact_basis set edition = gen_random_uuid(), log_up_to = greatest(log_up_to, (select max(coalesce(l.recorded_at, l.at))
            from unnest(?::uuid[], ?::bigint[]) head(lead_id, seq)
            join journey_log l on l.lead_id = head.lead_id and l.seq = head.seq))\
        """;

    private final JdbcClient jdbc;

    LapFactProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Leads that are behind.
     *
     * @param heads number of the last line of each
     * @param all whether all leads were compared, else those with a line of late
     * @param since when the look began, by the database's clock
     */
    record Behind(Map<UUID, Long> heads, boolean all, Instant since) {}

    /**
     * Rows of another basis are not comparable: all are recomputed, and can be read until they are. A concurrent
     * restart waits until the transaction ends.
     */
    void startAnewUnless(String basis) {
        if (!basis.equals(locked().orElse(null))) {
            jdbc.sql("insert into lap_fact_basis (basis) values (?) on conflict (one) do update set basis ="
                            + " excluded.basis")
                    .param(basis)
                    .update();
            startAnew();
        }
    }

    /** The basis, locked until the transaction ends: what one node writes of the progress no other overwrites. */
    private Optional<String> locked() {
        return jdbc.sql("select basis from lap_fact_basis for update")
                .query(String.class)
                .optional();
    }

    /**
     * Forgets how far each lead is. The basis is locked first: a sweep that runs on another node ends before its positions go, and one
     * that comes later finds none.
     */
    void startAnew() {
        locked();
        jdbc.sql("delete from lap_fact_position").update();
        jdbc.sql("update lap_fact_basis set read_to = null, compared_at = null, complete = false")
                .update();
    }

    Behind behind(int most) {
        Look look = jdbc.sql(LOOK)
                .query((row, number) ->
                        new Look(row.getBoolean("compare"), Sql.instant(row, "now"), Sql.instantOrNull(row, "read_to")))
                .single();
        Instant readTo = look.compare() ? null : look.readTo();
        JdbcClient.StatementSpec statement = readTo == null
                ? jdbc.sql(ALL_BEHIND)
                : jdbc.sql(LATELY_BEHIND).param("from", Sql.time(readTo.minus(LOOK_BACK)));
        Map<UUID, Long> heads = new LinkedHashMap<>();
        statement.param("most", most).query(row -> {
            heads.put(Sql.uuid(row, "lead_id"), row.getLong("last_seq"));
        });
        return new Behind(heads, readTo == null, look.now());
    }

    /**
     * @param compare whether it is time to compare all
     */
    private record Look(
            boolean compare, Instant now, @Nullable Instant readTo) {}

    /**
     * @param heads up to which line each lead was folded
     * @param unreadable why a lead was not
     */
    void readTo(Map<UUID, Long> heads, Map<UUID, String> unreadable) {
        UUID[] leads = heads.keySet().toArray(UUID[]::new);
        Long[] seqs = heads.values().toArray(Long[]::new);
        @Nullable String[] reasons = Arrays.stream(leads).map(unreadable::get).toArray(String[]::new);
        jdbc.sql(POSITIONS).params(Arrays.asList(leads, seqs, reasons)).update();
        jdbc.sql(UP_TO).params(Arrays.asList(leads, seqs)).update();
    }

    /** Nothing is behind any more of what that look saw. */
    void caughtUp(Behind look) {
        boolean anew = !jdbc.sql("select complete from lap_fact_basis")
                .query(Boolean.class)
                .single();
        if (anew) {
            for (String table : new String[] {"lap_fact", "lap_promise"}) {
                jdbc.sql("delete from " + table
                                + " f where not exists (select from lap_fact_position p where p.lead_id ="
                                + " f.lead_id)")
                        .update();
            }
            jdbc.sql("update lap_fact_basis set edition = gen_random_uuid()").update();
        }
        jdbc.sql("""
            update lap_fact_basis set read_to = :since, complete = true,
                compared_at = case when :all then :since else compared_at end
            """)
                .param("since", Sql.time(look.since()))
                .param("all", look.all())
                .update();
    }
}
