package org.leadrelay.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.lead.ImportedLead;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Table of undone imports: who asked for it, and how far it came. */
@Component
class ImportUndoTable {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ImportRowTable rows;
    private final ObjectMapper json;
    private final OperationLog log;

    ImportUndoTable(JdbcClient jdbc, JdbcTemplate template, ImportRowTable rows, ObjectMapper json, OperationLog log) {
        this.jdbc = jdbc;
        this.template = template;
        this.rows = rows;
        this.json = json;
        this.log = log;
    }

    /** False when somebody has asked already. */
    @Transactional
    boolean ask(UUID importId, String login, Instant now) {
        boolean first = jdbc.sql("""
            insert into import_undo (import_id, asked_by, asked_at)
            values (?, ?, ?) on conflict do nothing
            """).params(importId, login, Sql.time(now)).update() == 1;
        if (first) {
            log.add(StreamKind.INTAKE, Kind.IMPORT_UNDO_ASKED, importId.toString(), Map.of());
        }
        return first;
    }

    /**
     * Ids of the imports whose undo has not come to its end, in the order in which it was asked.
     */
    List<UUID> open() {
        return jdbc.sql("select import_id from import_undo where finished_at is null order by" + " asked_at")
                .query(UUID.class)
                .list();
    }

    @Transactional
    void finish(UUID importId, Instant now) {
        int ended = jdbc.sql("update import_undo set finished_at = ? where import_id = ? and finished_at" + " is null")
                .params(Sql.time(now), importId)
                .update();
        if (ended > 0) {
            long rowsUndone = jdbc.sql("select count(*) from import_row where import_id = ? and undo is not null")
                    .param(importId)
                    .query(Long.class)
                    .single();
            log.add(
                    StreamKind.INTAKE,
                    Kind.IMPORT_UNDO_ENDED,
                    importId.toString(),
                    LineDetails.of("rows", rowsUndone).map());
        }
    }

    /** Nothing is to be taken back of rows that reached no lead. */
    void passOver(UUID importId) {
        jdbc.sql("""
            update import_row set undo = 'nothing'
            where import_id = ? and lead_id is null and undo is null
            """).param(importId).update();
    }

    /**
     * The leads whose rows are not undone yet.
     *
     * @param only this lead; null means every one
     */
    List<RowsOfLead> open(UUID importId, @Nullable UUID only) {
        Map<UUID, List<RowsOfLead.Line>> byLead = new LinkedHashMap<>();
        jdbc.sql("""
            select lead_id, line, outcome, changes from import_row
            where import_id = :import and lead_id is not null and undo is null
                and (:lead::uuid is null or lead_id = :lead)
            order by line
            """).param("import", importId).param("lead", only).query(row -> {
            byLead.computeIfAbsent(row.getObject("lead_id", UUID.class), lead -> new ArrayList<>())
                    .add(new RowsOfLead.Line(
                            row.getLong("line"),
                            ImportRow.Outcome.ofCode(row.getString("outcome")),
                            rows.changes(row.getString("changes"))));
        });
        return byLead.entrySet().stream()
                .map(each -> new RowsOfLead(each.getKey(), each.getValue()))
                .toList();
    }

    private record Elsewhere(UUID leadId, long undone, boolean counts) {}

    /** With what other imports have brought about the same leads. */
    List<ImportedLead> imported(UUID importId, List<RowsOfLead> leads) {
        Map<UUID, Elsewhere> elsewhere = elsewhere(importId, leads);
        return leads.stream()
                .map(each -> {
                    Elsewhere other = elsewhere.get(each.leadId());
                    return other == null ? each.imported(0, false) : each.imported(other.undone(), other.counts());
                })
                .toList();
    }

    private Map<UUID, Elsewhere> elsewhere(UUID importId, Collection<RowsOfLead> leads) {
        Map<UUID, Elsewhere> elsewhere = new HashMap<>();
        jdbc.sql("""
            select lead_id,
                count(*) filter (where undo <> 'kept'
                    and outcome in ('created', 'changed', 'joined', 'returned')) as undone,
                bool_or(undo is null or undo = 'kept') as counts
            from import_row where lead_id = any(?) and import_id <> ? group by lead_id
            """)
                .params(leads.stream().map(RowsOfLead::leadId).toArray(UUID[]::new), importId)
                .query(Elsewhere.class)
                .list()
                .forEach(each -> elsewhere.put(each.leadId(), each));
        return elsewhere;
    }

    void mark(UUID importId, List<RowsOfLead.Undone> undone) {
        template.batchUpdate(
                """
                update import_row set undo = ?, undo_notes = ?::jsonb
                where import_id = ? and line = ?
                """,
                undone.stream()
                        .map(each -> new Object[] {each.outcome().code(), written(each.notes()), importId, each.line()})
                        .toList());
    }

    private String written(List<UndoNote> notes) {
        try {
            return json.writeValueAsString(notes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The notes of a row could not be kept.", e);
        }
    }
}
