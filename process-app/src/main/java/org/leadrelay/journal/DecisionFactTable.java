package org.leadrelay.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table of the fact sheets of decisions, written in one statement a transaction. */
@Component
class DecisionFactTable {

    private static final String WRITE = """
        insert into decision_fact (lead_id, seq, at, table_key, table_version, fired, facts, outputs)
        select sheet.lead_id, sheet.seq, sheet.at, sheet.table_key, sheet.table_version, sheet.fired::int[],
            sheet.facts::jsonb, sheet.outputs::jsonb
        from unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::int[], ?::text[], ?::text[], ?::text[])
            as sheet(lead_id, seq, at, table_key, table_version, fired, facts, outputs)\
        """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DecisionFactTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A sheet with the line that it belongs to. */
    record Row(Line line, long seq, DecisionFacts sheet) {}

    void write(List<Row> rows) {
        jdbc.sql(WRITE)
                .param(column(rows, row -> row.line().streamId().toString()))
                .param(rows.stream().map(Row::seq).toArray(Long[]::new))
                .param(column(rows, row -> Sql.time(row.line().at()).toString()))
                .param(column(rows, row -> row.sheet().table()))
                .param(rows.stream().map(row -> row.sheet().tableVersion()).toArray(Integer[]::new))
                .param(column(rows, row -> fired(row.sheet().rows())))
                .param(column(rows, row -> written(row.sheet().facts())))
                .param(column(rows, row -> written(row.sheet().outputs())))
                .update();
    }

    private static String[] column(List<Row> rows, Function<Row, String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }

    private static String fired(List<Integer> rows) {
        return rows.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private String written(Object values) {
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the facts of a decision are no JSON", e);
        }
    }
}
