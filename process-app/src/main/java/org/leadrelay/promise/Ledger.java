package org.leadrelay.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of promises. */
@Repository
class Ledger {

    private static final String RUNNING =
            """
            select id, lead_id, clause, due_at, remind_at, reminded_at, paused_at, state from promise
            where lead_id = :lead and ended_at is null
            """;

    private final JdbcClient jdbc;
    private final Opened opened = new Opened();

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads without locking; a promise opened in this transaction is not read again. */
    @Nullable Promise running(UUID leadId, String clause) {
        var fresh = opened.find(leadId, clause);
        return fresh != null
                ? fresh
                : jdbc.sql(RUNNING + " and clause = :clause")
                        .param("lead", leadId)
                        .param("clause", clause)
                        .query((row, number) -> promise(row))
                        .optional()
                        .orElse(null);
    }

    /** The running promise, locked until the transaction ends. */
    Optional<Promise> lock(UUID leadId, String clause) {
        opened.forget(leadId, clause);
        return jdbc.sql(RUNNING + " and clause = :clause for update")
                .param("lead", leadId)
                .param("clause", clause)
                .query((row, number) -> promise(row))
                .optional();
    }

    /** All running promises of a lead, locked in a fixed order. */
    List<Promise> lockAll(UUID leadId) {
        opened.forgetAll();
        return jdbc.sql(RUNNING + " order by clause for update")
                .param("lead", leadId)
                .query((row, number) -> promise(row))
                .list();
    }

    /** False when one is running already. */
    boolean open(
            Promise promise,
            String element,
            String priority,
            int charterVersion,
            WorkingTime counted,
            BusinessCalendar calendar) {
        int rows =
                jdbc.sql(
                                """
                                insert into promise (id, lead_id, clause, element, priority, charter_version,
                                    calendar_version, work, opened_at, due_at, remind_at, state,
                                    arithmetic_en, arithmetic_de)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)
                                on conflict (lead_id, clause) where ended_at is null do nothing
                                """)
                        .param(promise.id())
                        .param(promise.leadId())
                        .param(promise.clause())
                        .param(element)
                        .param(priority)
                        .param(charterVersion)
                        .param(calendar.version())
                        .param(counted.work().toString())
                        .param(stored(counted.from()))
                        .param(stored(promise.due()))
                        .param(stored(promise.remind()))
                        .param(counted.words(Locale.ENGLISH))
                        .param(counted.words(Locale.GERMAN))
                        .update();
        if (rows == 1) {
            opened.keep(promise);
        }
        return rows == 1;
    }

    void broken(UUID id, Instant now) {
        update("state = 'broken', broken_at = :now", id, now);
    }

    void reminded(UUID id, Instant now) {
        update("reminded_at = :now", id, now);
    }

    void paused(UUID id, Instant now) {
        update("paused_at = :now", id, now);
    }

    void ended(UUID id, String state, Instant now) {
        update("state = '" + state + "', paused_at = null, ended_at = :now", id, now);
    }

    void endedBroken(UUID id, Instant now, @Nullable Duration late) {
        jdbc.sql(
                        """
                        update promise set state = 'broken', broken_at = coalesce(broken_at, :now), ended_at = :now,
                            late_seconds = :late
                        where id = :id
                        """)
                .param("now", stored(now))
                .param("late", late == null ? null : late.toSeconds())
                .param("id", id)
                .update();
    }

    void resumed(UUID id, Instant due, @Nullable Instant remind, String english, String german) {
        jdbc.sql(
                        """
                        update promise set paused_at = null, due_at = :due, remind_at = :remind,
                            arithmetic_en = arithmetic_en || '; ' || :english,
                            arithmetic_de = arithmetic_de || '; ' || :german
                        where id = :id
                        """)
                .param("due", stored(due))
                .param("remind", stored(remind))
                .param("english", english)
                .param("german", german)
                .param("id", id)
                .update();
    }

    List<PromiseRow> of(UUID leadId, Locale locale) {
        var words = locale.getLanguage().equals("de") ? "arithmetic_de" : "arithmetic_en";
        return jdbc.sql("select * from promise where lead_id = ? order by opened_at, id")
                .param(leadId)
                .query((row, number) -> row(row, words))
                .list();
    }

    private void update(String what, UUID id, Instant now) {
        jdbc.sql("update promise set " + what + " where id = :id")
                .param("now", stored(now))
                .param("id", id)
                .update();
    }

    private static PromiseRow row(ResultSet row, String words) throws SQLException {
        var late = row.getObject("late_seconds", Long.class);
        return new PromiseRow(
                row.getObject("id", UUID.class),
                row.getObject("lead_id", UUID.class),
                row.getString("clause"),
                row.getString("element"),
                row.getString("priority"),
                row.getInt("charter_version"),
                row.getInt("calendar_version"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                instant(row, "remind_at"),
                instant(row, "reminded_at"),
                instant(row, "paused_at"),
                row.getString("state"),
                instant(row, "broken_at"),
                instant(row, "ended_at"),
                late == null ? null : Duration.ofSeconds(late),
                row.getString(words));
    }

    private static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                row.getObject("id", UUID.class),
                row.getObject("lead_id", UUID.class),
                row.getString("clause"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                instant(row, "remind_at"),
                instant(row, "reminded_at"),
                instant(row, "paused_at"),
                row.getString("state").equals("broken"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime stored(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
