package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.StringUtils;

/** Every table that the migrations make is owned by one role and open to the others as far as it says somewhere. */
@ProductTest
@OwnDatabase
class TablePrivilegesTest {

    private static final Path PAGE = Path.of("../docs/reference/database-roles.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_`, ]+)` \\| ([a-z `,_()]+) \\| (reads|-) \\|");

    private static final String SET_PRIVILEGES =
            "set role leadrelay_owner; do $$ begin perform set_privileges(); end $$";

    @Autowired
    Database database;

    @Autowired
    JdbcClient application;

    @Autowired
    DatabaseRole role;

    @AfterEach
    void asItWas() {
        database.superuser().sql("""
            drop table if exists later, later_log;
            delete from table_privilege where table_name like 'later%';
            """ + SET_PRIVILEGES).update();
    }

    @Test
    void the_owner_owns_everything_but_the_keepers_function_and_the_application_nothing() {
        assertThat(database.superuser().sql("""
            select distinct owner::regrole::text from (
                select relowner from pg_class where relnamespace = 'public'::regnamespace
                union all select proowner from pg_proc where pronamespace = 'public'::regnamespace and proname <> 'remove_by_rule'
                union all select collowner from pg_collation where collnamespace = 'public'::regnamespace
                union all select nspowner from pg_namespace where nspname = 'public') made (owner)
            """).query(String.class).list()).containsExactly("leadrelay_owner");
    }

    @Test
    void each_table_is_open_as_far_as_is_listed() {
        // given
        Map<String, String> listed = new TreeMap<>(listed(TablePrivilegesTest::privileges));
        tables().forEach(each -> listed.putIfAbsent(each, "select, insert, update, delete; -"));

        // then
        assertThat(given()).isEqualTo(listed).hasSizeGreaterThan(100);
    }

    @Test
    void the_page_lists_what_the_database_lists() throws IOException {
        // given
        Map<String, String> written = new TreeMap<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> {
            for (String table :
                    StringUtils.delimitedListToStringArray(row.group(1).replace("`", ""), ", ")) {
                written.put(table, row.group(2).replace("`", "") + "; " + row.group(3));
            }
        });

        // then
        assertThat(written).isEqualTo(listed(TablePrivilegesTest::privileges));
    }

    @Test
    void nothing_is_listed_that_is_not_there() {
        assertThat(tables()).containsAll(listed(TablePrivilegesTest::privileges).keySet());
    }

    @Test
    void a_table_of_a_later_migration_is_open_without_a_grant() {
        // when
        database.superuser()
                .sql("set role leadrelay_owner; create table later (n bigint generated always as identity, t text)")
                .update();

        // then
        application.sql("insert into later (t) values ('one')").update();
        application.sql("update later set t = 'two'").update();
        application.sql("delete from later").update();
        assertThat(given()).containsEntry("later", "select, insert, update, delete; -");
    }

    @Test
    void a_table_that_a_later_migration_lists_is_open_as_it_says() {
        // when
        database.superuser().sql("""
            set role leadrelay_owner;
            create table later_log (n bigint, said_at timestamptz);
            insert into table_privilege values ('later_log', '{select,insert}', '{said_at}', true);
            do $$ begin perform set_privileges(); end $$;
            """).update();

        // then
        assertThat(given()).containsEntry("later_log", "select, insert, update (said_at); reads");
    }

    @Test
    void what_somebody_granted_by_hand_is_taken_back() {
        // given
        database.superuser()
                .sql("grant all on journey_log, export_log to leadrelay_app; grant all on lead to leadrelay_auditor")
                .update();
        assertThat(role.excesses()).singleElement().asString().isEqualTo("may change export_log, journey_log");

        // when
        database.superuser().sql(SET_PRIVILEGES).update();

        // then
        assertThat(role.excesses()).isEmpty();
        assertThat(given())
                .containsEntry("journey_log", "select; reads")
                .containsEntry("export_log", "select, insert; reads")
                .containsEntry("lead", "select, insert, update, delete; -");
    }

    private List<String> tables() {
        return database.superuser()
                .sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
    }

    private Map<String, String> listed(Function<Map<String, Object>, String> words) {
        return database.superuser().sql("""
            select table_name, array_to_string(application, ', ') as application,
                array_to_string(updated_later, ', ') as later, auditor from table_privilege
            """).query().listOfRows().stream()
                .collect(Collectors.toMap(row -> String.valueOf(row.get("table_name")), words));
    }

    /** As the database itself judges, whatever way a privilege came. */
    private Map<String, String> given() {
        return database.superuser().sql("""
            select tablename as table_name, (select string_agg(privilege, ', ' order by place)
                    from unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger',
                        'maintain']) with ordinality as p (privilege, place)
                    where has_table_privilege('leadrelay_app', tablename, privilege)) as application,
                (select string_agg(attname, ', ') from pg_attribute
                    where attrelid = tablename::regclass and attnum > 0 and not attisdropped
                        and has_column_privilege('leadrelay_app', attrelid, attnum, 'update')
                        and not has_table_privilege('leadrelay_app', attrelid, 'update')) as later,
                has_table_privilege('leadrelay_auditor', tablename, 'select') as auditor
            from pg_tables where schemaname = 'public'
            """).query().listOfRows().stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.get("table_name")), TablePrivilegesTest::privileges));
    }

    private static String privileges(Map<String, Object> row) {
        Object later = row.get("later");
        return row.get("application")
                + (later == null || later.equals("") ? "" : ", update (" + later + ")")
                + "; "
                + (Boolean.TRUE.equals(row.get("auditor")) ? "reads" : "-");
    }
}
