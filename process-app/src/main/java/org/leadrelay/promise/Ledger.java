package org.leadrelay.promise;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.ManagedEntities;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of promises. They are opened here; what becomes of the running one is in {@link PromiseUpdates}, all else in the entity. */
@Component
class Ledger {

    private final PromiseRepository promises;
    private final EntityManager entityManager;
    private final JdbcClient jdbc;
    private final PromisesOfTransaction opened;

    Ledger(PromiseRepository promises, EntityManager entityManager, JdbcClient jdbc, PromisesOfTransaction opened) {
        this.promises = promises;
        this.entityManager = entityManager;
        this.jdbc = jdbc;
        this.opened = opened;
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
