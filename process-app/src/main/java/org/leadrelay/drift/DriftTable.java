package org.leadrelay.drift;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leadrelay.drift.DecisionCounts.Compared;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of drift: one row for each source while it lasts, with what has risen. */
@Component
class DriftTable {

    private final JdbcClient jdbc;

    DriftTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            long id,
            String source,
            Instant beganAt,
            Instant foundAt,
            @Nullable Instant endedAt,
            Share handedUsually,
            Share handed) {}

    /**
     * @param fact empty where only the last row decided
     */
    record FindingRow(
            long drift,
            String table,
            String fact,
            Share usually,
            Share now,
            @Nullable Instant endedAt) {}

    /** Whether a look is due; claims it until the transaction ends. */
    boolean isDue(Instant now, Instant before) {
        return jdbc.sql("""
            update drift_look set at = :now where only_one in (
                select only_one from drift_look where at <= :before or at > :now for update skip locked)
            """)
                        .param("now", Sql.time(now))
                        .param("before", Sql.time(before))
                        .update()
                > 0;
    }

    List<Row> open() {
        return jdbc.sql("select * from drift where ended_at is null order by id")
                .query(DriftTable::row)
                .list();
    }

    /** Those that last, and those that ended since, newest first. */
    List<Row> since(Instant from) {
        return jdbc.sql("""
            select * from drift where ended_at is null or ended_at >= ?
            order by (ended_at is null) desc, found_at desc, id desc limit 200
            """).param(Sql.time(from)).query(DriftTable::row).list();
    }

    Optional<Row> find(long id) {
        return jdbc.sql("select * from drift where id = ?")
                .param(id)
                .query(DriftTable::row)
                .optional();
    }

    List<FindingRow> findings(List<Long> drifts) {
        return jdbc.sql("select * from drift_finding where drift = any(?) order by drift, fact = '', table_key, fact")
                .param(drifts.toArray(Long[]::new))
                .query((row, number) -> new FindingRow(
                        row.getLong("drift"),
                        row.getString("table_key"),
                        row.getString("fact"),
                        new Share(row.getLong("usual_n"), row.getLong("usual_k")),
                        new Share(row.getLong("n"), row.getLong("k")),
                        Sql.instantOrNull(row, "ended_at")))
                .list();
    }

    long open(String source, Instant began, Instant now, Share handedUsually) {
        return jdbc.sql("""
            insert into drift (source, began_at, found_at, routed_usual, handed_usual, routed, handed)
            values (?, ?, ?, ?, ?, 0, 0) returning id
            """)
                .params(source, Sql.time(began), Sql.time(now), handedUsually.n(), handedUsually.k())
                .query(Long.class)
                .single();
    }

    /** What was found once and is gone is found anew. */
    void found(long drift, Compared what, Instant now) {
        jdbc.sql("""
            insert into drift_finding (drift, table_key, fact, found_at, usual_n, usual_k, n, k)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (drift, table_key, fact) do update set ended_at = null
            """)
                .params(drift, what.table(), what.fact(), Sql.time(now))
                .params(
                        what.usual().n(),
                        what.usual().k(),
                        what.newest().n(),
                        what.newest().k())
                .update();
    }

    void count(FindingRow finding, Share now, @Nullable Instant endedAt) {
        jdbc.sql("""
            update drift_finding set n = :n, k = :k, ended_at = :ended
            where drift = :drift and table_key = :table and fact = :fact
            """)
                .param("n", now.n())
                .param("k", now.k())
                .param("ended", Sql.timeOrNull(endedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("drift", finding.drift())
                .param("table", finding.table())
                .param("fact", finding.fact())
                .update();
    }

    void count(long drift, Share handed, @Nullable Instant endedAt) {
        jdbc.sql("update drift set routed = :n, handed = :k, ended_at = :ended where id = :id")
                .param("n", handed.n())
                .param("k", handed.k())
                .param("ended", Sql.timeOrNull(endedAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", drift)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("source"),
                Sql.instant(row, "began_at"),
                Sql.instant(row, "found_at"),
                Sql.instantOrNull(row, "ended_at"),
                new Share(row.getLong("routed_usual"), row.getLong("handed_usual")),
                new Share(row.getLong("routed"), row.getLong("handed")));
    }
}
