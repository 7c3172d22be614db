package org.leadrelay.testing;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Columns of the sealed log and of what proves it, to look for what must never stand there. */
public record LogColumns(JdbcClient jdbc, List<Column> columns) {

    public record Column(String table, String name, String type) {}

    public static LogColumns of(JdbcClient jdbc) {
        return new LogColumns(
                jdbc,
                jdbc.sql("""
            select table_name, column_name, udt_name from information_schema.columns
            where table_schema = 'public' and (table_name like 'journey\\_%' or table_name like 'audit\\_%')
                and udt_name in ('varchar', 'text', 'bytea', 'jsonb')
            """)
                        .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                        .list());
    }

    /** Those that hold this word in any of their rows, however it is written. */
    public List<Column> with(String word) {
        return columns.stream().filter(each -> holds(each, word)).toList();
    }

    private boolean holds(Column column, String word) {
        String value =
                "bytea".equals(column.type()) ? "encode(" + column.name() + ", 'escape')" : column.name() + "::text";
        return jdbc.sql("select exists (select from " + column.table() + " where " + value + " ilike ?)")
                .param("%" + word + "%")
                .query(Boolean.class)
                .single();
    }
}
