package org.leadrelay.lead;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.ListedText;
import org.leadrelay.lead.Captured.Outcome;
import org.leadrelay.platform.InsertBatch;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Append-only log of captures: which record came to which lead, and what became of it. */
@Component
class CaptureLog {

    private final JdbcClient jdbc;
    private final FactDefinitions definitions;
    private final JourneyLog log;

    CaptureLog(JdbcClient jdbc, FactDefinitions definitions, JourneyLog log) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.log = log;
    }

    /**
     * Adds a capture.
     *
     * @param rows what else the capture leaves; executed here, with the capture's own row
     */
    void add(UUID leadId, UUID journey, Outcome outcome, CheckedCapture checked, Instant at, InsertBatch rows) {
        Origin origin = checked.origin();
        String code = outcome.name().toLowerCase(Locale.ROOT);
        rows.add(
                """
            insert into lead_capture (id, lead_id, journey_id, at, outcome, kind, origin,
                source, campaign, person)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
                UUID.randomUUID(),
                leadId,
                journey,
                Sql.time(at),
                code,
                origin.kind().name(),
                origin.name(),
                checked.value(Field.SOURCE),
                checked.value(Field.CAMPAIGN),
                origin.person());
        rows.execute(jdbc);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("journey", journey.toString());
        details.put("by", origin.kind());
        String source = checked.value(Field.SOURCE);
        if (source != null) {
            details.put(
                    "source",
                    new ListedText(definitions.canonical("source", source).orElse("other")));
        }
        log.add(leadId, outcome == Outcome.MERGED ? Kind.MERGED : Kind.CAPTURED, details);
    }
}
