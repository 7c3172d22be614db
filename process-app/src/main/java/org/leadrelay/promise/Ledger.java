package org.leadrelay.promise;

import jakarta.persistence.EntityManager;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.ManagedEntities;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of promises, opened in SQL. They are opened here, in SQL; what happens to them is their own. */
@Component
class Ledger {

    private final PromiseRepository promises;
    private final EntityManager entityManager;
    private final JdbcClient jdbc;
    private final PromisesOfTransaction opened = new PromisesOfTransaction();

    Ledger(PromiseRepository promises, EntityManager entityManager, JdbcClient jdbc) {
        this.promises = promises;
        this.entityManager = entityManager;
        this.jdbc = jdbc;
    }

    /** Reads without locking; a promise opened in this transaction is not read again. */
    @Nullable
    Promise running(UUID leadId, String clause) {
        Promise fresh = opened.find(leadId, clause);
        if (fresh != null) {
            return fresh;
        }
        ManagedEntities.flush(entityManager); // what this transaction has changed
        return jdbc.sql("""
            select due_at, remind_at, paused_at, waits_until from promise
            where lead_id = ? and clause = ? and ended_at is null
            """)
                .params(leadId, clause)
                .query((row, number) -> new Promise(
                        leadId,
                        clause,
                        Sql.instant(row, 1),
                        Sql.instantOrNull(row, 2),
                        Sql.instantOrNull(row, 3),
                        Sql.instantOrNull(row, 4)))
                .optional()
                .orElse(null);
    }

    /**
     * Ends the running promise as kept, as {@link PromiseEntity#keep} does, in one statement: so do most of them. Empty when none
     * runs, when it is missed, and when this transaction has entities at hand, which would not see it.
     */
    Optional<Kept> keep(UUID leadId, String clause, Instant now, @Nullable String holder) {
        if (ManagedEntities.any(entityManager)) {
            return Optional.empty();
        }
        opened.forget(leadId, clause);
        return jdbc.sql("""
            update promise set state = 'kept', paused_at = null, waits_until = null, ended_at = :now, holder = :holder
            where lead_id = :lead and clause = :clause and ended_at is null and state = 'open'
                and (paused_at is not null or waits_until is not null or due_at > :now)
            returning id, due_at
            """)
                .param("now", Sql.time(now))
                .param("holder", holder, Types.VARCHAR)
                .param("lead", leadId)
                .param("clause", clause)
                .query((row, number) -> new Kept(Sql.uuid(row, "id"), Sql.instant(row, "due_at")))
                .optional();
    }

    /** A promise that was kept, and when it was due. */
    record Kept(UUID id, Instant due) {}

    /** The running promise, locked until the transaction ends. */
    Optional<PromiseEntity> lock(UUID leadId, String clause) {
        opened.forget(leadId, clause);
        return promises.lock(leadId, clause);
    }

    /** The promise, running or not, locked until the transaction ends. */
    Optional<PromiseEntity> lock(UUID id) {
        return promises.lock(id);
    }

    /** All running promises of a lead, locked in a fixed order. */
    List<PromiseEntity> lockAll(UUID leadId) {
        opened.forgetAll();
        return promises.lockAll(leadId);
    }

    /**
     * False when one is running already. The statement leaves that to the database: a violated
     * index would end the engine's transaction.
     */
    boolean open(PromiseOpening opening) {
        Promise promise = opening.promise();
        int rows = jdbc.sql("""
            insert into promise (id, lead_id, clause, element, role, priority, charter_version,
                calendar_version, work, opened_at, due_at, remind_at, state,
                arithmetic_en, arithmetic_de)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)
            on conflict (lead_id, clause) where ended_at is null do nothing
            """)
                .param(opening.id())
                .param(promise.leadId())
                .param(promise.clause())
                .param(opening.element())
                .param(opening.role())
                .param(opening.priority())
                .param(opening.charterVersion())
                .param(opening.calendarVersion())
                .param(opening.counted().work().toString())
                .param(Sql.timeOrNull(opening.counted().from()))
                .param(Sql.timeOrNull(promise.due()))
                .param(Sql.timeOrNull(promise.remind()))
                .param(opening.arithmetic().english())
                .param(opening.arithmetic().german())
                .update();
        if (rows == 1) {
            opened.keep(promise);
        }
        return rows == 1;
    }

    /** Somebody else, or nobody when null, holds the step of the running promises that stand on it. */
    void heldBy(UUID leadId, String element, @Nullable String login) {
        jdbc.sql("update promise set holder = ? where lead_id = ? and element = ? and ended_at is null")
                .param(login)
                .param(leadId)
                .param(element)
                .update();
    }

    /** One has ended: it makes room for the next, which is opened with SQL. */
    void ended() {
        promises.flush();
    }

    List<PromiseRow> of(UUID leadId, Locale locale) {
        return promises.findByLeadIdOrderByOpenedAtAscIdAsc(leadId).stream()
                .map(promise -> promise.row(locale))
                .toList();
    }
}
