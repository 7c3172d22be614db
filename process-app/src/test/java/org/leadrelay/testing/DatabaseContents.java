package org.leadrelay.testing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Catalog comparison: all that a database consists of, one line for each object and each row. The
 * order of columns in a table does not matter.
 */
public final class DatabaseContents {

    /** Each a question that answers a name and a definition. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("relation", """
                select c.relname, concat_ws(' ', c.relkind, c.relpersistence, c.relacl::text, c.reloptions::text)
                from pg_class c where c.relnamespace = 'public'::regnamespace
                """),
            Map.entry("column", """
                select c.relname || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
                    a.attnotnull, a.attidentity, a.attgenerated, a.attcollation::regcollation, a.attacl::text,
                    pg_get_expr(d.adbin, d.adrelid))
                from pg_attribute a join pg_class c on c.oid = a.attrelid
                    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm')
                    and a.attnum > 0 and not a.attisdropped
                """),
            Map.entry("constraint", """
                select conrelid::regclass || '.' || conname,
                    concat_ws(' ', pg_get_constraintdef(oid), condeferrable, condeferred, convalidated)
                from pg_constraint where connamespace = 'public'::regnamespace
                """),
            Map.entry("index", """
                select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
                from pg_index i join pg_class c on c.oid = i.indexrelid
                where c.relnamespace = 'public'::regnamespace
                """),
            Map.entry("trigger", """
                select tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
                from pg_trigger where not tgisinternal
                """),
            Map.entry("function", """
                select oid::regprocedure::text, pg_get_functiondef(oid)
                from pg_proc where pronamespace = 'public'::regnamespace
                """),
            Map.entry("sequence", """
                select sequencename::text, concat_ws(' ', data_type, start_value, increment_by, cycle, last_value)
                from pg_sequences where schemaname = 'public'
                """),
            Map.entry("collation", """
                select collname::text, concat_ws(' ', collprovider, colllocale, collcollate, collisdeterministic)
                from pg_collation where collnamespace = 'public'::regnamespace
                """),
            Map.entry("type", """
                select typname::text, typtype::text from pg_type
                where typnamespace = 'public'::regnamespace and typtype <> 'b'
                """),
            Map.entry("comment", """
                select pg_describe_object(classoid, objoid, objsubid), description from pg_description
                where objoid >= 16384
                """));

    private DatabaseContents() {}

    public static List<String> tables(JdbcClient jdbc) {
        return jdbc.sql("select tablename from pg_tables where schemaname = 'public' order by tablename collate \"C\"")
                .query(String.class)
                .list();
    }

    /** Without Flyway's history, which tells of the way and not of what there is. */
    public static Set<String> of(JdbcClient jdbc) {
        Set<String> all = new TreeSet<String>();
        PARTS.forEach((part, sql) -> jdbc.sql(sql).query(row -> {
            all.add(part + " " + row.getString(1) + ": " + row.getString(2));
        }));
        tables(jdbc).stream()
                .filter(table -> !table.equals("flyway_schema_history"))
                .forEach(table -> jdbc.sql("select to_jsonb(t)::text from " + table + " t")
                        .query(String.class)
                        .list()
                        .forEach(row -> all.add("row of " + table + " " + row)));
        return all;
    }
}
