package org.leadrelay.audit.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.audit.ChainFinding;
import org.leadrelay.audit.verification.VerificationRun.State;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Table of verifications and of what they found. Each change says of which state it is one; beginning and end are lines of
 * the operations log.
 */
@Repository
class VerificationTable {

    /** Of very many findings the first are kept, the others counted. */
    static final int MOST_KEPT = 1_000;

    private final JdbcClient jdbc;
    private final OperationLog operations;

    VerificationTable(JdbcClient jdbc, OperationLog operations) {
        this.jdbc = jdbc;
        this.operations = operations;
    }

    /** A finding as it is kept. */
    record Kept(String code, UUID stream, @Nullable Long seq) {}

    /** Nothing when everything is to be verified already. */
    @Transactional
    public void add(UUID id, String scope, @Nullable UUID lead, String by, Instant at) {
        int added = jdbc.sql("""
            insert into audit_verification (id, scope, lead_id, state, asked_by, asked_at)
            values (?, ?, ?, 'queued', ?, ?) on conflict do nothing
            """).params(id, scope, lead, by, Sql.time(at)).update();
        if (added == 1) {
            operations.add(
                    StreamKind.OPERATION,
                    Kind.VERIFICATION_ASKED,
                    id.toString(),
                    LineDetails.of("scope", scope).and("stream", lead).map());
        }
    }

    Optional<VerificationRun> find(UUID id) {
        return jdbc.sql("select * from audit_verification where id = ?")
                .param(id)
                .query((row, n) -> run(row))
                .optional();
    }

    List<VerificationRun> newest(int most) {
        return jdbc.sql("select * from audit_verification order by number desc limit ?")
                .param(most)
                .query((row, n) -> run(row))
                .list();
    }

    Optional<VerificationRun> newestDone(String scope) {
        return jdbc.sql("""
            select * from audit_verification where scope = ? and state = 'done' order by number desc limit 1
            """).param(scope).query((row, n) -> run(row)).optional();
    }

    /** The one of everything that waits or runs. */
    Optional<VerificationRun> openOfAll() {
        return jdbc.sql("""
            select * from audit_verification where state in ('queued', 'running') and scope = 'all'
            """).query((row, n) -> run(row)).optional();
    }

    boolean anyOpen() {
        return jdbc.sql("select exists (select from audit_verification where state in ('queued', 'running'))")
                .query(Boolean.class)
                .single();
    }

    Optional<UUID> nextQueued() {
        return jdbc.sql("select id from audit_verification where state = 'queued' order by number limit 1")
                .query(UUID.class)
                .optional();
    }

    /**
     * @return when everything that is looked at was committed; empty when it was cancelled meanwhile
     */
    Optional<Instant> start(UUID id, long total, Instant at) {
        return jdbc.sql("""
            update audit_verification
            set state = 'running', started_at = :at, as_of = clock_timestamp(), total = :total
            where id = :id and state = 'queued' returning as_of
            """)
                .param("id", id)
                .param("at", Sql.time(at))
                .param("total", total)
                .query((row, n) -> Sql.instant(row, 1))
                .optional();
    }

    /**
     * @return false when it runs no more: somebody cancelled it
     */
    boolean progress(UUID id, long streams, long lines, long closed, long findings) {
        return jdbc.sql("""
            update audit_verification
            set streams = ?, lines = ?, closed = ?, findings = ?, total = greatest(total, ?) where id = ? and state = 'running'
            """)
                        .params(streams, lines, closed, findings, streams, id)
                        .update()
                == 1;
    }

    void found(UUID id, int number, ChainFinding finding) {
        jdbc.sql("insert into audit_finding (verification, number, code, stream, seq) values (?, ?, ?, ?, ?)")
                .params(id, number, finding.code().code(), finding.stream(), finding.seq())
                .update();
    }

    /** Ends what is open, and leaves alone what has ended. */
    @Transactional
    public boolean end(UUID id, State how, Instant at) {
        List<VerificationRun> ended = jdbc.sql("""
            update audit_verification set state = ?, ended_at = ? where id = ? and state in ('queued', 'running') returning *
            """)
                .params(how.code(), Sql.time(at), id)
                .query((row, n) -> run(row))
                .list();
        ended.forEach(this::noteEnd);
        return !ended.isEmpty();
    }

    private void noteEnd(VerificationRun run) {
        operations.add(
                StreamKind.OPERATION,
                Kind.VERIFICATION_ENDED,
                run.id().toString(),
                LineDetails.of("state", run.state().code())
                        .and("streams", run.streams())
                        .and("lines", run.lines())
                        .and("findings", run.findings())
                        .map());
    }

    /** Requires the lock: what seems to run was abandoned by a dead node. */
    @Transactional
    public int stopAbandoned(Instant at) {
        List<VerificationRun> stopped = jdbc.sql(
                        "update audit_verification set state = 'stopped', ended_at = ? where state = 'running'"
                                + " returning *")
                .param(Sql.time(at))
                .query((row, n) -> run(row))
                .list();
        stopped.forEach(this::noteEnd);
        return stopped.size();
    }

    List<Kept> findings(UUID id, int most) {
        return jdbc.sql("select * from audit_finding where verification = ? order by number limit ?")
                .params(id, most)
                .query((row, n) ->
                        new Kept(row.getString("code"), Sql.uuid(row, "stream"), row.getObject("seq", Long.class)))
                .list();
    }

    private static VerificationRun run(ResultSet row) throws SQLException {
        return new VerificationRun(
                Sql.uuid(row, "id"),
                row.getString("scope"),
                Sql.uuidOrNull(row, "lead_id"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("asked_by"),
                Sql.instant(row, "asked_at"),
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "ended_at"),
                Sql.instantOrNull(row, "as_of"),
                row.getLong("total"),
                row.getLong("streams"),
                row.getLong("lines"),
                row.getLong("closed"),
                row.getLong("findings"));
    }
}
