package org.leadrelay.audit;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.SealedLine;
import org.leadrelay.journal.Tombstone;
import org.leadrelay.platform.ProductClock;
import org.leadrelay.platform.Sql;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Verification of the log's hash chains. Lines and head of a chain are read in one snapshot: read in two, a chain that
 * grows meanwhile would look broken. Callers check who may ask.
 */
@Service
public class ChainVerification {

    private static final int AT_A_TIME = 500;

    /** Whatever is known to have lines: a head, a line, a registered stream, a lead. */
    private static final String STREAMS = """
        with recursive told(id) as (
            (select lead_id from journey_log where lead_id > :after order by lead_id limit 1)
            union all
            select (select l.lead_id from journey_log l where l.lead_id > told.id order by l.lead_id limit 1)
            from told where told.id is not null)
        select id from (
            (select lead_id as id from journey_chain where lead_id > :after order by lead_id limit :most)
            union (select id from told where id is not null limit :most)
            union (select id from audit_stream where id > :after order by id limit :most)
            union (select id from lead where id > :after order by id limit :most)) stream
        order by id limit :most\
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;
    private final boolean clockIsReal;

    /**
     * @param database empty in demo mode, whose clock is moved
     */
    ChainVerification(
            JdbcClient jdbc,
            DataSource dataSource,
            ProductClock clock,
            @Value("${spring.datasource.url:}") String database) {
        this.jdbc = jdbc;
        this.clockIsReal = !database.isEmpty() && clock.isOfThisMachine();
        this.streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(AT_A_TIME);
    }

    /**
     * What was found.
     *
     * @param lines how many lines there are
     * @param last number of the last line that was verified; nothing is said about a later one
     * @param removedUpTo number of the last line that was removed by rule; 0 where none was
     * @param asOf the snapshot's moment, by the database's clock
     * @param findings at most {@value ChainWalk#MOST_FINDINGS}
     */
    public record Verified(
            UUID stream, long lines, long last, long removedUpTo, Instant asOf, List<ChainFinding> findings) {

        /** Whether every line is as it was written; clocks that were apart take nothing from that. */
        public boolean intact() {
            return findings.stream().allMatch(each -> each.code() == FindingCode.CLOCK_DIFFERS);
        }
    }

    /**
     * Walks one chain from its first line to its head.
     *
     * @param stream a lead's id or that of another stream; of one that nobody knows there is nothing to say
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ, propagation = Propagation.REQUIRES_NEW)
    public Verified verify(UUID stream) {
        Instant asOf = jdbc.sql("select clock_timestamp()")
                .query((row, n) -> Sql.instant(row, 1))
                .single();
        Optional<Tombstone> removed = Tombstone.of(stream, jdbc);
        ChainWalk walk = new ChainWalk(stream, clockIsReal, removed.orElse(null));
        streaming.query(
                "select * from journey_log where lead_id = ? order by seq",
                (ResultSet row) -> walk.line(SealedLine.of(row)),
                stream);
        Optional<ChainWalk.Head> head = jdbc.sql("select last_seq, last_hash from journey_chain where lead_id = ?")
                .param(stream)
                .query((row, n) -> new ChainWalk.Head(row.getLong(1), row.getBytes(2)))
                .optional();
        boolean known = walk.lines() > 0 || isKnown(stream);
        return new Verified(
                stream,
                walk.lines(),
                walk.last(),
                removed.map(Tombstone::lastSeq).orElse(0L),
                asOf,
                walk.end(head.orElse(null), known));
    }

    /** A lead is told with the line of its capture, a stream with its first line. */
    private boolean isKnown(UUID stream) {
        return jdbc.sql("""
            select exists (select from lead where id = :id) or exists (select from audit_stream where id = :id)
            """).param("id", stream).query(Boolean.class).single();
    }

    /**
     * Streams to verify, by their ids: whatever has lines, or must have some.
     *
     * @param after the last one of the part before, null for the first part
     * @param most at least 1
     */
    @Transactional(readOnly = true)
    public List<UUID> streams(@Nullable UUID after, int most) {
        return jdbc.sql(STREAMS)
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
