package org.leadrelay.promise.proof;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Permission;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.LineReader;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.promise.report.TimeAttributionJob;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rebuild of the ledger from the journey log (event replay). While it works no promise changes: whoever needs
 * one waits, whoever reads does not.
 */
@Service
public class LedgerRebuild {

    private static final int BATCH = 1_000;
    /** Of tasks too: they tell who holds the step of a promise that runs. */
    private static final String LINES = """
        select lead_id, format, kind, person, person_ref, element_id, details from journey_log
        where (kind like 'promise-%' or kind like 'task-%') and lead_id not in (select id from audit_stream)
        order by lead_id, seq\
        """;

    private static final String INTO_TOLD = "insert into promise_told ("
            + ReplayedPromise.COLUMNS
            + ") values ("
            + "?, ".repeat(ReplayedPromise.COLUMNS.split(",").length - 1)
            + "?)";

    private final JdbcTemplate jdbc;
    private final LineReader reader;
    private final CurrentPerson current;
    private final TimeAttributionJob minutes;
    private final OperationLog log;

    LedgerRebuild(
            JdbcTemplate jdbc, LineReader reader, CurrentPerson current, TimeAttributionJob minutes, OperationLog log) {
        this.log = log;
        this.minutes = minutes;
        this.jdbc = jdbc;
        this.reader = reader;
        this.current = current;
    }

    /** For administrators. */
    @Transactional
    public Rebuilt rebuild() {
        current.get().mustHave(Permission.REBUILD_READ_MODELS);
        jdbc.execute("lock table promise in exclusive mode");
        jdbc.execute("create temporary table promise_told (like promise) on commit drop");
        StreamReplay telling = new StreamReplay();
        LineReader.Rows read = reader.rows();
        // a lead's promises are told before the next lead's begin: memory holds one lead
        jdbc.query(
                connection -> {
                    PreparedStatement lines = connection.prepareStatement(LINES);
                    lines.setFetchSize(BATCH);
                    return lines;
                },
                row -> {
                    telling.onEvent(
                            row.getObject("lead_id", UUID.class),
                            Kind.ofCode(row.getString("kind")),
                            read.person(row),
                            row.getString("element_id"),
                            read.details(row));
                });
        telling.finish();
        jdbc.update(
                "insert into promise_told (%s) select %s from promise where id = any(?)"
                        .formatted(ReplayedPromise.COLUMNS, ReplayedPromise.COLUMNS),
                (Object) telling.untold.toArray(UUID[]::new));
        int removed = jdbc.update(
                "delete from promise p where not exists" + " (select from promise_told t where t.id = p.id)");
        int corrected = jdbc.update("delete from promise p using promise_told t"
                + " where t.id = p.id and row(p.*) is distinct from row(t.*)");
        int put = jdbc.update("""
            insert into promise (%s) select %s from promise_told t
            where not exists (select from promise p where p.id = t.id)\
            """.formatted(ReplayedPromise.COLUMNS, ReplayedPromise.COLUMNS));
        // whose minutes they were is told by the same log, and counted again with the next sweep
        jdbc.update("delete from promise_time");
        minutes.again();
        Rebuilt rebuilt = new Rebuilt(telling.told, put - corrected, removed, corrected, telling.untold.size());
        log.add(
                StreamKind.OPERATION,
                Kind.LEDGER_REBUILT,
                "promise",
                LineDetails.of("promises", rebuilt.promises())
                        .and("added", rebuilt.added())
                        .and("removed", rebuilt.removed())
                        .and("corrected", rebuilt.corrected())
                        .and("leftAlone", rebuilt.leftAlone())
                        .map());
        return rebuilt;
    }

    /**
     * What was found.
     *
     * @param promises told by the log
     * @param added promises that were missing
     * @param removed rows of which the log tells nothing
     * @param corrected rows that told something else than the log
     * @param leftAlone promises of which an early version of the product told too little
     */
    public record Rebuilt(int promises, int added, int removed, int corrected, int leftAlone) {}

    private final class StreamReplay {
        private final Map<UUID, ReplayedPromise> ofLead = new HashMap<>();
        private final List<UUID> untold = new ArrayList<>();
        private final List<@Nullable Object[]> rows = new ArrayList<>();
        private @Nullable UUID lead;
        private int told;

        void onEvent(UUID leadId, Kind kind, String person, @Nullable String where, Map<String, Object> details) {
            if (!leadId.equals(lead)) {
                close();
                lead = leadId;
            }
            if (!(details.get("promise") instanceof String promised)) {
                ofLead.values().forEach(promise -> promise.onTaskEvent(kind, person, where, details));
                return;
            }
            UUID id = UUID.fromString(promised);
            if (kind == Kind.PROMISE_OPENED && ReplayedPromise.isWhole(details)) {
                ofLead.put(id, new ReplayedPromise(leadId, details));
            } else if (kind == Kind.PROMISE_OPENED) {
                untold.add(id);
            } else {
                ReplayedPromise promise = ofLead.get(id);
                if (promise != null) {
                    promise.onEvent(kind, details);
                }
            }
        }

        private void close() {
            told += ofLead.size();
            ofLead.values().forEach(promise -> rows.add(promise.row()));
            ofLead.clear();
            if (rows.size() >= BATCH) {
                write();
            }
        }

        void finish() {
            close();
            write();
        }

        private void write() {
            jdbc.batchUpdate(INTO_TOLD, rows);
            rows.clear();
        }
    }
}
