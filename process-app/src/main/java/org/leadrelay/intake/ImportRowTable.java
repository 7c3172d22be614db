package org.leadrelay.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadrelay.lead.FactChange;
import org.leadrelay.lead.LeadNames;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of imports' row results. Callers check who may see leads. */
@Component
class ImportRowTable {

    private static final TypeReference<List<FactChange>> CHANGES = new TypeReference<>() {};
    private static final TypeReference<List<UndoNote>> NOTES = new TypeReference<>() {};

    /** What the list can be sorted by; lines break ties. */
    private static final Map<String, String> ORDERS = Map.of(
            "line", "r.line",
            "outcome", "r.outcome",
            "lead", "coalesce(l.name, l.email, l.company, '') collate people",
            "changes", "coalesce(jsonb_array_length(r.changes), 0)",
            "undo", "coalesce(r.undo, '')");

    private static final String FROM = """
        from import_row r
        left join lead mine on mine.id = r.lead_id
        left join lead l on l.id = coalesce(mine.merged_into, mine.id)
        left join import_refused f on f.import_id = r.import_id and f.line = r.line
        where r.import_id = :import and (:outcome::text is null or r.outcome = :outcome)
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final LeadNames names;
    private final ObjectMapper json;

    ImportRowTable(JdbcClient jdbc, JdbcTemplate template, LeadNames names, ObjectMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.names = names;
        this.json = json;
    }

    static Set<String> orders() {
        return ORDERS.keySet();
    }

    /** All rows of a batch in one statement. */
    void write(UUID importId, List<BatchResult.Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        template.update(
                """
                insert into import_row (import_id, line, outcome, lead_id, changes)
                select ?, line, outcome, lead, changes::jsonb
                from unnest(?::bigint[], ?::text[], ?::uuid[], ?::text[])
                    as given (line, outcome, lead, changes)
                on conflict do nothing
                """,
                importId,
                rows.stream().map(BatchResult.Row::line).toArray(Long[]::new),
                rows.stream().map(each -> each.outcome().code()).toArray(String[]::new),
                rows.stream().map(BatchResult.Row::leadId).toArray(UUID[]::new),
                rows.stream().map(this::written).toArray(String[]::new));
    }

    private @Nullable String written(BatchResult.Row row) {
        if (row.changes().isEmpty()) {
            return null;
        }
        try {
            return json.writeValueAsString(row.changes());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The changes of a row could not be kept.", e);
        }
    }

    List<FactChange> changes(@Nullable String written) {
        if (written == null) {
            return List.of();
        }
        try {
            return json.readValue(written, CHANGES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The changes of a row could not be read.", e);
        }
    }

    /**
     * @param sort one of {@link #orders}
     */
    List<ImportRow> page(
            UUID importId, ImportRow.@Nullable Outcome outcome, String sort, boolean descending, int page, int size) {
        String order = Objects.requireNonNull(ORDERS.get(sort));
        return named(jdbc.sql("select r.*, l.id as lead, f.field, f.reason "
                        + FROM
                        + " order by "
                        + order
                        + (descending ? " desc" : "")
                        + ", r.line limit :size offset :from")
                .param("import", importId)
                .param("outcome", code(outcome))
                .param("size", size)
                .param("from", (long) page * size)
                .query(this::row)
                .list());
    }

    /** The next rows in the order of the file. */
    List<ImportRow> after(UUID importId, ImportRow.@Nullable Outcome outcome, long line, int size) {
        return named(jdbc.sql("select r.*, l.id as lead, f.field, f.reason "
                        + FROM
                        + " and r.line > :line order by r.line limit :size")
                .param("import", importId)
                .param("outcome", code(outcome))
                .param("line", line)
                .param("size", size)
                .query(this::row)
                .list());
    }

    long count(UUID importId, ImportRow.@Nullable Outcome outcome) {
        return jdbc.sql("""
            select count(*) from import_row r
            where r.import_id = :import and (:outcome::text is null or r.outcome = :outcome)
            """)
                .param("import", importId)
                .param("outcome", code(outcome))
                .query(Long.class)
                .single();
    }

    private static @Nullable String code(ImportRow.@Nullable Outcome outcome) {
        return outcome == null ? null : outcome.code();
    }

    private ImportRow row(ResultSet row, int any) throws SQLException {
        String undo = row.getString("undo");
        return new ImportRow(
                row.getLong("line"),
                ImportRow.Outcome.ofCode(row.getString("outcome")),
                row.getObject("lead", UUID.class),
                null,
                changes(row.getString("changes")),
                row.getString("field"),
                row.getString("reason"),
                undo == null ? null : UndoOutcome.ofCode(undo),
                notes(row.getString("undo_notes")));
    }

    private List<String> notes(@Nullable String written) {
        if (written == null) {
            return List.of();
        }
        try {
            return json.readValue(written, NOTES).stream().map(UndoNote::words).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The notes of a row could not be read.", e);
        }
    }

    private List<ImportRow> named(List<ImportRow> rows) {
        Set<UUID> leads =
                rows.stream().map(ImportRow::leadId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, String> called = names.of(leads);
        return rows.stream().map(each -> each.called(called.get(each.leadId()))).toList();
    }
}
