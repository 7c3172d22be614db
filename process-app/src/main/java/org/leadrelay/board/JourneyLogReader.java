package org.leadrelay.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.charter.Charter;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineReader;
import org.leadrelay.platform.Sql;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reader of the logs of some leads, each folded into its rows. A lead with a line that cannot be folded has no rows and a reason,
 * and holds up no other.
 */
@Component
class JourneyLogReader {

    /** What the fold reads; steps that were left, notices and readings tell it nothing. */
    private static final String[] KINDS = EnumSet.of(
                    Kind.CAPTURED,
                    Kind.REOPENED,
                    Kind.MERGED,
                    Kind.IMPORT_UNDONE,
                    Kind.SIGNAL,
                    Kind.STARTED,
                    Kind.ENTERED,
                    Kind.FLOW,
                    Kind.DECISION,
                    Kind.CHOICE,
                    Kind.TASK_CLAIMED,
                    Kind.TASK_COMPLETED,
                    Kind.COMMENT,
                    Kind.QUESTION,
                    Kind.ENDED,
                    Kind.PROMISE_OPENED,
                    Kind.PROMISE_KEPT,
                    Kind.PROMISE_BROKEN,
                    Kind.PROMISE_VOID,
                    Kind.PROMISE_ENDED,
                    Kind.PROMISE_RENEWED,
                    Kind.PROMISE_RESUMED,
                    Kind.PROMISE_RECOUNTED,
                    Kind.PROMISE_REASON)
            .stream()
            .map(Kind::code)
            .toArray(String[]::new);

    private static final String LINES = """
        select lead_id, seq, at, format, kind, person, person_ref, definition_key, definition_version, element_id, details
        from journey_log where lead_id = any(?) and kind = any(?) order by lead_id, seq\
        """;
    private static final String CAMPAIGNS = """
        select journey_id, campaign from lead_capture
        where lead_id = any(?) and outcome <> 'merged' and campaign is not null and journey_id is not null\
        """;

    private final JdbcClient jdbc;
    private final StageLookup stages;
    private final Charter charter;
    private final LineReader reader;

    JourneyLogReader(JdbcClient jdbc, StageLookup stages, Charter charter, LineReader reader) {
        this.jdbc = jdbc;
        this.stages = stages;
        this.charter = charter;
        this.reader = reader;
    }

    /**
     * What the logs came to.
     *
     * @param rows of each lead, {@link LeadRows#NONE} where it was not read
     * @param unreadable where and why, without what the line says
     */
    record Folded(Map<UUID, LeadRows> rows, Map<UUID, String> unreadable) {}

    Folded fold(Collection<UUID> ids, LapFactTable.Hours hours) {
        UUID[] leads = ids.toArray(UUID[]::new);
        Map<UUID, JourneyFold> folds = new LinkedHashMap<>();
        for (UUID lead : leads) {
            folds.put(
                    lead,
                    new JourneyFold(stages.journeyModel(), charter.current().matureFrom(), stages::lacking));
        }
        Map<UUID, String> unreadable = new HashMap<>();
        LineReader.Rows lines = reader.rows();
        jdbc.sql(LINES).params(Arrays.asList(leads, KINDS)).query(row -> {
            UUID lead = Sql.uuid(row, "lead_id");
            JourneyFold fold = folds.get(lead);
            if (fold != null && !unreadable.containsKey(lead)) {
                String where = "line " + row.getLong("seq") + " (" + row.getString("kind") + ")";
                String failure = failureOf(() -> fold.onLine(line(row, lines)));
                if (failure != null) {
                    unreadable.put(lead, where + ": " + failure);
                }
            }
        });
        Map<String, String> campaigns = campaigns(leads);
        Map<UUID, LeadRows> rows = new LinkedHashMap<>();
        folds.forEach((lead, fold) -> {
            rows.put(lead, LeadRows.NONE);
            if (!unreadable.containsKey(lead)) {
                String failure =
                        failureOf(() -> rows.put(lead, LapFactTable.rows(lead, fold.journeys(), campaigns, hours)));
                if (failure != null) {
                    unreadable.put(lead, failure);
                }
            }
        });
        return new Folded(rows, unreadable);
    }

    /** What is done with one line, or with all of one lead. */
    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }

    /**
     * The kind of failure only, for a message may quote the line. A database that does not answer is no fault of the lead.
     */
    private static @Nullable String failureOf(Step step) throws DataAccessException {
        try {
            step.run();
            return null;
        } catch (DataAccessException ofTheDatabase) {
            throw ofTheDatabase;
        } catch (RuntimeException ofTheLead) {
            return ofTheLead.getClass().getSimpleName();
        } catch (SQLException e) {
            throw new IllegalStateException("a line of the log could not be fetched", e);
        }
    }

    private Map<String, String> campaigns(UUID[] leads) {
        Map<String, String> campaigns = new HashMap<>();
        jdbc.sql(CAMPAIGNS).param(leads).query(row -> {
            campaigns.put(row.getString("journey_id"), row.getString("campaign"));
        });
        return campaigns;
    }

    private LogLine line(ResultSet row, LineReader.Rows lines) throws SQLException {
        String model = row.getString("definition_key");
        Integer version = row.getObject("definition_version", Integer.class);
        String element = row.getString("element_id");
        Kind kind = Kind.ofCode(row.getString("kind"));
        return new LogLine(
                Sql.instant(row, "at"),
                kind,
                lines.person(row),
                model,
                version,
                stages.of(model, version, element),
                lines.details(row));
    }
}
