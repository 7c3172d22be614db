package org.leadrelay.promise;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.ManagedEntities;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.WriteBehind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repository of promises. They are opened here; what becomes of the running one is in {@link PromiseUpdates}, all else in the entity. */
@Component
class Ledger {

    private final PromiseRepository promises;
    private final EntityManager entityManager;
    private final JdbcClient jdbc;
    private final PromisesOfTransaction opened;
    private final WriteBehind writeBehind;

    Ledger(
            PromiseRepository promises,
            EntityManager entityManager,
            JdbcClient jdbc,
            PromisesOfTransaction opened,
            WriteBehind writeBehind) {
        this.promises = promises;
        this.entityManager = entityManager;
        this.jdbc = jdbc;
        this.opened = opened;
        this.writeBehind = writeBehind;
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
                .query((row, number) -> promise(leadId, clause, row))
                .optional()
                .orElse(null);
    }

    private static Promise promise(UUID leadId, String clause, ResultSet row) throws SQLException {
        return new Promise(
                leadId,
                clause,
                Sql.instant(row, "due_at"),
                Sql.instantOrNull(row, "remind_at"),
                Sql.instantOrNull(row, "paused_at"),
                Sql.instantOrNull(row, "waits_until"));
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

    /** The one that was opened in this transaction. */
    @Nullable
    Promise fresh(UUID leadId, String clause) {
        return opened.find(leadId, clause);
    }

    /**
     * Opens a promise if none is running, and says which one runs. The statement leaves that to the database: a violated index would end the engine's
     * transaction.
     */
    Opened open(PromiseOpening opening) {
        Promise promise = opening.promise();
        ManagedEntities.flush(entityManager); // what this transaction has changed
        Opened result = jdbc.sql("""
            with added as (
                insert into promise (id, lead_id, clause, element, role, priority, charter_version,
                    calendar_version, work, opened_at, due_at, remind_at, state, arithmetic_en, arithmetic_de)
                values (:id, :lead, :clause, :element, :role, :priority, :charter, :calendar, :work, :opened, :due, :remind,
                    'open', :english, :german)
                on conflict (lead_id, clause) where ended_at is null do nothing
                returning id)
            select exists (select from added) as added, p.due_at, p.remind_at, p.paused_at, p.waits_until
            from (values (1)) one left join promise p on p.lead_id = :lead and p.clause = :clause and p.ended_at is null
            """)
                .param("id", opening.id())
                .param("lead", promise.leadId())
                .param("clause", promise.clause())
                .param("element", opening.element())
                .param("role", opening.role())
                .param("priority", opening.priority())
                .param("charter", opening.charterVersion())
                .param("calendar", opening.calendarVersion())
                .param("work", opening.counted().work().toString())
                .param("opened", Sql.timeOrNull(opening.counted().from()))
                .param("due", Sql.timeOrNull(promise.due()))
                .param("remind", Sql.timeOrNull(promise.remind()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("english", opening.arithmetic().english())
                .param("german", opening.arithmetic().german())
                .query((row, number) -> row.getBoolean("added")
                        ? new Opened(true, promise)
                        : new Opened(
                                false,
                                row.getObject("due_at") == null
                                        ? null
                                        : promise(promise.leadId(), promise.clause(), row)))
                .single();
        if (result.added()) {
            opened.keep(promise);
        }
        return result;
    }

    /**
     * @param promise null when another transaction opened one meanwhile, which this statement could not see
     */
    record Opened(boolean added, @Nullable Promise promise) {}

    /** Somebody else, or nobody when null, holds the step of the promises that stand on it and run; told when the transaction ends, at the latest. */
    void heldBy(UUID leadId, String element, @Nullable String login) {
        writeBehind.add(WriteBehind.Write.of(
                holder(leadId, element),
                "update promise set holder = ? where lead_id = ? and element = ? and ended_at is null",
                login,
                leadId,
                element));
    }

    /** Nobody holds a step that has just opened, whoever held it before in the same transaction. */
    void heldByNobodyYet(UUID leadId, String element) {
        if (writeBehind.waits(holder(leadId, element))) {
            heldBy(leadId, element, null);
        }
    }

    private static Object holder(UUID leadId, String element) {
        return List.of("holder", leadId, element);
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
