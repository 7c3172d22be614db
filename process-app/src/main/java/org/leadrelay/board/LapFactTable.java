package org.leadrelay.board;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.WorkAmount;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Tables of the projection: the rows of leads are replaced as a whole. */
@Component
class LapFactTable {

    /** So long nobody has said a word: working days. */
    private static final WorkAmount SILENCE = new WorkAmount(10, Duration.ZERO);

    /** Classes of SQL states: what is refused for what it holds. */
    private static final String DATA_EXCEPTION = "22";

    private static final String INTEGRITY_VIOLATION = "23";

    private final JdbcTemplate jdbc;

    LapFactTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The rows of one lead, by computing alone.
     *
     * @param campaigns by the id of the journey
     */
    static LeadRows rows(UUID lead, List<JourneyFacts> journeys, Map<String, String> campaigns, Hours hours) {
        List<Map<String, @Nullable Object>> laps = new ArrayList<>();
        List<Object[]> promises = new ArrayList<>();
        journeys.forEach(journey -> {
            journey.laps.forEach(lap -> laps.add(row(lead, journey, lap, campaigns, hours)));
            journey.promises.forEach(promise -> promises.add(row(lead, journey, promise)));
        });
        return new LeadRows(laps, promises);
    }

    /**
     * Writes all at once, and one by one where the database refuses what is in a row.
     *
     * @return why a lead has no rows now, for those that were refused
     */
    Map<UUID, String> replace(Map<UUID, LeadRows> rows) {
        return Objects.requireNonNull(jdbc.execute((ConnectionCallback<Map<UUID, String>>) connection -> {
            delete(connection, rows.keySet());
            if (refusal(connection, rows.values()) == null) {
                return Map.of();
            }
            Map<UUID, String> refused = new HashMap<>();
            for (Map.Entry<UUID, LeadRows> each : rows.entrySet()) {
                String why = refusal(connection, List.of(each.getValue()));
                if (why != null) {
                    refused.put(each.getKey(), why);
                }
            }
            return refused;
        }));
    }

    /** Null when they are written; else nothing is. */
    private static @Nullable String refusal(Connection connection, Collection<LeadRows> rows) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            insertLaps(
                    connection,
                    rows.stream().flatMap(each -> each.laps().stream()).toList());
            insertPromises(
                    connection,
                    rows.stream().flatMap(each -> each.promises().stream()).toList());
            connection.releaseSavepoint(before);
            return null;
        } catch (SQLException refused) {
            String state = Objects.requireNonNullElse(refused.getSQLState(), "");
            if (!state.startsWith(DATA_EXCEPTION) && !state.startsWith(INTEGRITY_VIOLATION)) {
                throw refused;
            }
            connection.rollback(before);
            return "refused by the database, " + state;
        }
    }

    private static void delete(Connection connection, Collection<UUID> leads) throws SQLException {
        Array ids = connection.createArrayOf("uuid", leads.toArray());
        for (String table : List.of("lap_fact", "lap_promise")) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from " + table + " where lead_id = any(?)")) {
                delete.setArray(1, ids);
                delete.executeUpdate();
            }
        }
    }

    private static void insertPromises(Connection connection, List<Object[]> rows) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into lap_promise (promise_id, lead_id, journey, lap, clause, role,"
                        + " state, opened_at, due_at, ended_at, captured_at, outside)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void insertLaps(Connection connection, List<Map<String, @Nullable Object>> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = List.copyOf(rows.get(0).keySet());
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into lap_fact (" + String.join(", ", columns) + ") values (" + marks + ")")) {
            for (Map<String, @Nullable Object> row : rows) {
                int place = 1;
                for (String column : columns) {
                    Object value = row.get(column);
                    insert.setObject(
                            place++, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The hours by which working time is counted. */
    record Hours(BusinessCalendar calendar, WorkingSeconds seconds) {

        @Nullable
        Long work(@Nullable Instant at) {
            return at == null ? null : Long.valueOf(seconds.at(at));
        }
    }

    private static Map<String, @Nullable Object> row(
            UUID lead, JourneyFacts journey, LapFacts lap, Map<String, String> campaigns, Hours hours) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("lead_id", lead);
        row.put("journey", journey.number);
        row.put("lap", lap.lap);
        row.put("first", lap == journey.laps.get(0));
        row.put("laps", journey.lap().lap);
        row.put("returned", journey.returned);
        row.put("origin", journey.origin);
        row.put("source", journey.source);
        row.put("campaign", journey.id == null ? null : campaigns.get(journey.id));
        row.put("content", journey.content);
        row.put("end_kind", journey.end);
        row.put("deal_value", journey.dealValue);
        row.put("currency", journey.currency);
        row.put("owner", journey.owner);
        row.put("outside", journey.outside);
        row.put("lacks", journey.lacks.stream().map(Stage::code).sorted().toArray(String[]::new));
        time(row, "captured", journey.capturedAt, hours);
        time(row, "mature", journey.matureAt, hours);
        time(row, "journey_handed", journey.handedAt, hours);
        time(row, "journey_accepted", journey.acceptedAt, hours);
        time(row, "journey_contacted", journey.contactedAt, hours);
        time(row, "won", journey.wonAt, hours);
        row.put("ended_at", Sql.timeOrNull(journey.endedAt));
        rated(row, lap);
        answered(row, lap, hours);
        afterwards(row, journey, lap, hours);
        compared(row, journey, lap);
        return row;
    }

    private static void rated(Map<String, @Nullable Object> row, LapFacts lap) {
        row.put("began_at", Sql.time(lap.beganAt));
        row.put("rated_at", Sql.timeOrNull(lap.ratedAt));
        row.put("fit", lap.fit);
        row.put("maturity", lap.maturity);
        row.put("route", lap.route);
        row.put("priority", lap.priority);
        row.put("fit_version", lap.fitVersion);
        row.put("maturity_version", lap.maturityVersion);
        row.put("matrix_version", lap.matrixVersion);
        row.put("fit_row", lap.fitRow);
        row.put("maturity_row", lap.maturityRow);
        row.put("matrix_row", lap.matrixRow);
        row.put("model_version", lap.modelVersion);
        row.put("charter_version", lap.charterVersion);
    }

    private static void answered(Map<String, @Nullable Object> row, LapFacts lap, Hours hours) {
        Instant accepted = lap.acceptedAt;
        Instant rejected = lap.rejectedAt;
        boolean yes = accepted != null && (rejected == null || accepted.isAfter(rejected));
        row.put("handed_at", Sql.timeOrNull(lap.firstHandedAt));
        time(row, "given", lap.handedAt, hours);
        row.put("rep", lap.rep);
        row.put("missed", lap.missed);
        row.put("missed_at", Sql.timeOrNull(lap.missedAt));
        time(row, "answered", yes ? accepted : rejected, hours);
        row.put("answer", yes ? "accepted" : rejected == null ? null : "rejected");
        time(row, "accepted", accepted, hours);
        row.put("rejected_at", Sql.timeOrNull(rejected));
        row.put("reason", lap.reason);
        row.put("learned", lap.learned);
        row.put("reviewed_at", Sql.timeOrNull(lap.reviewedAt));
        row.put("review", lap.review);
        row.put("marketing_cause", lap.marketingCause);
        row.put("judged_at", Sql.timeOrNull(lap.judgedAt));
        row.put("verdict", lap.verdict);
    }

    private static void afterwards(Map<String, @Nullable Object> row, JourneyFacts journey, LapFacts lap, Hours hours) {
        time(row, "contacted", lap.contactedAt, hours);
        row.put("buyers_day", Sql.timeOrNull(lap.buyersDay));
        row.put("not_ready_at", Sql.timeOrNull(lap.notReadyAt));
        row.put("lap_won_at", Sql.timeOrNull(lap == journey.lap() ? journey.wonAt : null));
        row.put("left_at", Sql.timeOrNull(lap.leftAt));
        row.put("state", lap.state.name());
        Instant word = lap.personAt == null ? lap.firstHandedAt : lap.personAt;
        boolean open = lap.leftAt == null && lap.state != LapFacts.State.BUYERS_DAY;
        row.put(
                "no_word_at",
                word == null || !open ? null : Sql.time(hours.calendar().add(word, SILENCE)));
    }

    private static void compared(Map<String, @Nullable Object> row, JourneyFacts journey, LapFacts lap) {
        int place = journey.laps.indexOf(lap);
        LapFacts before = place == 0 ? null : journey.laps.get(place - 1);
        row.put("fit_changed", before == null ? null : differs(before.fit, lap.fit));
        row.put("maturity_changed", before == null ? null : differs(before.maturity, lap.maturity));
        row.put("changed", lap.changed.toArray(String[]::new));
    }

    /** Whether it was rated twice, and otherwise. */
    private static boolean differs(@Nullable Object then, @Nullable Object now) {
        return then != null && now != null && !Objects.equals(then, now);
    }

    private static void time(Map<String, @Nullable Object> row, String stage, @Nullable Instant at, Hours hours) {
        row.put(stage + "_at", Sql.timeOrNull(at));
        row.put(stage + "_w", hours.work(at));
    }

    private static Object[] row(UUID lead, JourneyFacts journey, PromiseFacts promise) {
        return new @Nullable Object[] {
            promise.id,
            lead,
            journey.number,
            promise.lap,
            promise.clause,
            promise.role,
            promise.state,
            Sql.time(promise.openedAt),
            Sql.timeOrNull(promise.dueAt),
            Sql.timeOrNull(promise.endedAt),
            Sql.timeOrNull(journey.capturedAt),
            journey.outside
        };
    }
}
