package org.leadrelay.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where each lead's journey stands. The process reports here, within its own transactions; a report
 * about a journey that has ended already changes nothing.
 */
@Service
public class Journeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    Journeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The journey waits at this element now. */
    @Transactional
    public void moved(UUID leadId, String step, @Nullable String stepName) {
        jdbc.sql(
                        """
                        update journey set step = ?, step_name = ?
                        where lead_id = ? and ended_at is null
                        """)
                .params(step, stepName, leadId)
                .update();
    }

    /**
     * What the tables found: any of fit, maturity, route, priority, track, lap; others are ignored.
     */
    @Transactional
    public void rated(UUID leadId, Map<String, Object> outputs) {
        jdbc.sql(
                        """
                        update journey set
                            fit = coalesce(cast(? as text), fit),
                            maturity = coalesce(cast(? as int), maturity),
                            route = coalesce(cast(? as text), route),
                            priority = coalesce(cast(? as text), priority),
                            track = coalesce(cast(? as text), track),
                            lap = coalesce(cast(? as bigint), lap)
                        where lead_id = ? and ended_at is null
                        """)
                .params(
                        text(outputs, "fit"),
                        number(outputs, "maturity"),
                        text(outputs, "route"),
                        text(outputs, "priority"),
                        text(outputs, "track"),
                        number(outputs, "lap"),
                        leadId)
                .update();
    }

    /** The rep who has the lead now; null gives it back to nobody. */
    @Transactional
    public void owner(UUID leadId, @Nullable String login) {
        jdbc.sql("update lead set owner = ? where id = ?").params(login, leadId).update();
    }

    /** The rep who has the lead now; empty when nobody has. */
    public Optional<String> ownerOf(UUID leadId) {
        return jdbc.sql("select owner from lead where id = ? and owner is not null")
                .param(leadId)
                .query(String.class)
                .optional();
    }

    /**
     * The living journey has ended.
     *
     * @param end won, lost, disqualified, dormant or withdrawn
     */
    @Transactional
    public void ended(UUID leadId, String end) {
        jdbc.sql(
                        """
                        update journey set ended_at = ?, end_kind = ?, step = null, step_name = null
                        where lead_id = ? and ended_at is null
                        """)
                .params(Sql.time(clock.instant()), end, leadId)
                .update();
    }

    public Optional<Journey> living(UUID leadId) {
        return jdbc.sql("select * from journey where lead_id = ? and ended_at is null")
                .param(leadId)
                .query(Journeys::journey)
                .optional();
    }

    /** Newest first. */
    public List<Journey> of(UUID leadId) {
        return jdbc.sql("select * from journey where lead_id = ? order by number desc")
                .param(leadId)
                .query(Journeys::journey)
                .list();
    }

    Optional<Journey> latest(UUID leadId) {
        return of(leadId).stream().findFirst();
    }

    /** Saves the first journey of a lead whose row names it already; the caller starts it. */
    void first(UUID leadId, UUID id) {
        insert(id, leadId, null, "captured", null);
    }

    /** Saves the next journey of a lead that has no living one; the caller starts it. */
    UUID begin(UUID leadId, @Nullable Journey previous, String cause, @Nullable String reason) {
        UUID id = UUID.randomUUID();
        insert(id, leadId, previous, cause, reason);
        jdbc.sql("update lead set journey_id = ? where id = ?").params(id, leadId).update();
        return id;
    }

    private void insert(
            UUID id,
            UUID leadId,
            @Nullable Journey previous,
            String cause,
            @Nullable String reason) {
        jdbc.sql(
                        """
                        insert into journey
                            (id, lead_id, number, previous_id, cause, reason, started_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        leadId,
                        previous == null ? 1 : previous.number() + 1,
                        previous == null ? null : previous.id(),
                        cause,
                        reason,
                        Sql.time(clock.instant()))
                .update();
    }

    void endReason(UUID journeyId, String reason) {
        jdbc.sql("update journey set end_reason = ? where id = ?")
                .params(reason, journeyId)
                .update();
    }

    private static Journey journey(ResultSet row, int any) throws SQLException {
        int maturity = row.getInt("maturity");
        boolean unrated = row.wasNull();
        return new Journey(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "lead_id"),
                row.getInt("number"),
                Sql.uuidOrNull(row, "previous_id"),
                row.getString("cause"),
                row.getString("reason"),
                Sql.instant(row, "started_at"),
                Sql.instantOrNull(row, "ended_at"),
                row.getString("end_kind"),
                row.getString("end_reason"),
                row.getString("step"),
                row.getString("step_name"),
                row.getString("route"),
                row.getString("priority"),
                row.getString("fit"),
                unrated ? null : maturity,
                row.getString("track"),
                row.getLong("lap"));
    }

    private static @Nullable String text(Map<String, Object> outputs, String name) {
        Object value = outputs.get(name);
        return value == null ? null : value.toString();
    }

    private static @Nullable Long number(Map<String, Object> outputs, String name) {
        Object value = outputs.get(name);
        return value instanceof Number number ? (Long) number.longValue() : null;
    }
}
