package org.leadrelay.promise;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.ManagedEntities;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Updates of the one promise that runs for a lead and clause, each in one SQL statement that locks it: nearly all promises are reminded of, break and
 * end this way, and {@link PromiseEntity} does what needs more. All are empty when none runs. The moment is taken before the lock: whoever works on a
 * lead holds its row, so that nobody else changes its promises meanwhile.
 */
@Component
class PromiseUpdates {

    /** Of a running promise: its due instant has passed, and it does not wait for the other side or the buyer's day. */
    private static final String MISSED =
            "(state = 'open' and paused_at is null and waits_until is null and due_at <= :now)";

    private static final String RUNNING = """
        with running as (
            select id, due_at, calendar_version, state = 'broken' as broken, reason is not null as explained,
                %s as missed
            from promise where lead_id = :lead and clause = :clause and ended_at is null
            for update),
        changed as (
        """.formatted(MISSED);

    private final JdbcClient jdbc;
    private final EntityManager entityManager;
    private final PromisesOfTransaction opened;

    PromiseUpdates(JdbcClient jdbc, EntityManager entityManager, PromisesOfTransaction opened) {
        this.jdbc = jdbc;
        this.entityManager = entityManager;
        this.opened = opened;
    }

    /** Breaks it if it is missed. */
    Optional<PromiseSnapshot> breakIfMissed(UUID leadId, String clause, Instant now) {
        return done(leadId, clause, update(leadId, clause, now, RUNNING + """
                update promise p set state = 'broken', broken_at = :now
                from running r where p.id = r.id and r.missed)
            select * from running
            """));
    }

    /** Notes that somebody was reminded; empty also when somebody was before. */
    Optional<PromiseSnapshot> remind(UUID leadId, String clause, Instant now) {
        return done(leadId, clause, update(leadId, clause, now, """
            update promise set reminded_at = :now
            where lead_id = :lead and clause = :clause and ended_at is null and reminded_at is null
            returning id, due_at, calendar_version, state = 'broken' as broken, reason is not null as explained,
                %s as missed
            """.formatted(MISSED)));
    }

    /** Ends it as kept; empty also when it is missed. */
    Optional<PromiseSnapshot> keep(UUID leadId, String clause, Instant now, @Nullable String holder) {
        return done(
                leadId,
                clause,
                update(leadId, clause, now, """
            update promise set state = 'kept', paused_at = null, waits_until = null, ended_at = :now, holder = :holder
            where lead_id = :lead and clause = :clause and ended_at is null and state = 'open' and not %s
            returning id, due_at, calendar_version, false as broken, false as missed, reason is not null as explained
            """.formatted(MISSED)).param("holder", holder, Types.VARCHAR));
    }

    /** Ends it because its step was taken away: void before its due instant, otherwise broken. */
    Optional<PromiseSnapshot> cancel(UUID leadId, String clause, Instant now, @Nullable String holder) {
        return done(leadId, clause, update(leadId, clause, now, RUNNING + """
                update promise p set state = case when r.broken or r.missed then 'broken' else 'void' end,
                    broken_at = case when r.missed then :now else p.broken_at end,
                    paused_at = null, waits_until = null, ended_at = :now, holder = :holder
                from running r where p.id = r.id)
            select * from running
            """).param("holder", holder, Types.VARCHAR));
    }

    /** What this transaction has changed in entities is written first. */
    private StatementSpec update(UUID leadId, String clause, Instant now, String sql) {
        opened.forget(leadId, clause);
        ManagedEntities.flush(entityManager);
        return jdbc.sql(sql)
                .param("lead", leadId)
                .param("clause", clause)
                .param("now", Sql.time(now), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private Optional<PromiseSnapshot> done(UUID leadId, String clause, StatementSpec update) {
        Optional<PromiseSnapshot> promise =
                update.query((row, number) -> promise(leadId, clause, row)).optional();
        promise.ifPresent(each -> ManagedEntities.refresh(entityManager, PromiseEntity.class, each.id()));
        return promise;
    }

    private static PromiseSnapshot promise(UUID leadId, String clause, ResultSet row) throws SQLException {
        return new PromiseSnapshot(
                Sql.uuid(row, "id"),
                leadId,
                clause,
                Sql.instant(row, "due_at"),
                row.getInt("calendar_version"),
                row.getBoolean("broken"),
                row.getBoolean("missed"),
                row.getBoolean("explained"));
    }
}
