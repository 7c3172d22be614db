package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SharedServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Schema comparison for migrations that are written anew before they are released: {@code
 * -Dschema.before=<commit>} makes one database by the scripts of that commit and one by those of the
 * working tree. Objects, their definitions and every row must be equal; the order of columns may
 * differ. Migrations in Java are those of the working tree for both.
 */
@ProductTest
@EnabledIfSystemProperty(named = "schema.before", matches = ".+")
class SameSchemaTest {

    private static final String SCRIPTS = "src/main/resources/db/migration/";
    private static final Pattern MOMENT = Pattern.compile("\"(\\d{4}-\\d\\d-\\d\\dT[^\"]+)\"");

    /** What a database consists of, each a question that answers a name and a definition. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("relations", """
                select c.relname, concat_ws(' ', c.relkind, c.relpersistence, c.relacl::text, c.reloptions::text)
                from pg_class c where c.relnamespace = 'public'::regnamespace
                """),
            Map.entry("columns", """
                select c.relname || '.' || a.attname, concat_ws(' ', format_type(a.atttypid, a.atttypmod),
                    a.attnotnull, a.attidentity, a.attgenerated, a.attcollation, a.attacl::text,
                    pg_get_expr(d.adbin, d.adrelid))
                from pg_attribute a join pg_class c on c.oid = a.attrelid
                    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm')
                    and a.attnum > 0 and not a.attisdropped
                """),
            Map.entry("constraints", """
                select conrelid::regclass || '.' || conname,
                    concat_ws(' ', pg_get_constraintdef(oid), condeferrable, condeferred, convalidated)
                from pg_constraint where connamespace = 'public'::regnamespace
                """),
            Map.entry("indexes", """
                select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
                from pg_index i join pg_class c on c.oid = i.indexrelid
                where c.relnamespace = 'public'::regnamespace
                """),
            Map.entry("triggers", """
                select tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
                from pg_trigger where not tgisinternal
                """),
            Map.entry("functions", """
                select oid::regprocedure::text, pg_get_functiondef(oid)
                from pg_proc where pronamespace = 'public'::regnamespace
                """),
            Map.entry("sequences", """
                select sequencename::text, concat_ws(' ', data_type, start_value, increment_by, cycle, last_value)
                from pg_sequences where schemaname = 'public'
                """),
            Map.entry("collations", """
                select collname::text, concat_ws(' ', collprovider, colllocale, collcollate, collisdeterministic)
                from pg_collation where collnamespace = 'public'::regnamespace
                """),
            Map.entry("types", """
                select typname::text, typtype::text from pg_type
                where typnamespace = 'public'::regnamespace and typtype <> 'b'
                """),
            Map.entry("comments", """
                select pg_describe_object(classoid, objoid, objsubid), description from pg_description
                where pg_describe_object(classoid, objoid, objsubid) !~ 'pg_catalog|plpgsql|schema public'
                    and objoid >= 16384
                """));

    @Autowired
    Flyway product;

    private final Instant start = Instant.now().minusSeconds(60);

    @Test
    void the_scripts_of_both_make_the_same_database(@TempDir Path scripts) throws Exception {
        // given
        export(System.getProperty("schema.before"), scripts);

        // when
        JdbcClient then = migrated("filesystem:" + scripts);
        JdbcClient now = migrated("classpath:db/migration");

        // then
        ArrayList<String> differences = new ArrayList<String>();
        Set<String> before = everything(then);
        Set<String> after = everything(now);
        before.stream().filter(each -> !after.contains(each)).forEach(each -> differences.add("before: " + each));
        after.stream().filter(each -> !before.contains(each)).forEach(each -> differences.add("now: " + each));
        assertThat(before).hasSizeGreaterThan(1000);
        assertThat(differences).isEmpty();
    }

    private JdbcClient migrated(String scripts) {
        DriverManagerDataSource database = new DriverManagerDataSource(SharedServer.newDatabase(), "postgres", "");
        Flyway.configure()
                .dataSource(database)
                .locations(scripts)
                .javaMigrations(product.getConfiguration().getJavaMigrations())
                .load()
                .migrate();
        return JdbcClient.create(database);
    }

    private Set<String> everything(JdbcClient jdbc) {
        TreeSet<String> all = new TreeSet<String>();
        PARTS.forEach((part, sql) -> jdbc.sql(sql).query(row -> {
            all.add(part + " " + row.getString(1) + ": " + row.getString(2));
        }));
        jdbc.sql("select tablename from pg_tables where schemaname = 'public'").query(String.class).list().stream()
                .filter(each -> !each.equals("flyway_schema_history"))
                .forEach(table -> rows(jdbc, table).forEach(each -> all.add("row of " + table + " " + each)));
        return all;
    }

    /** With the moment of the migration, which no two databases share, as one word. */
    private List<String> rows(JdbcClient jdbc, String table) {
        return jdbc.sql("select to_jsonb(t)::text from " + table + " t").query(String.class).list().stream()
                .map(row -> MOMENT.matcher(row).replaceAll(each -> isNow(each.group(1)) ? "\"now\"" : "$0"))
                .toList();
    }

    private boolean isNow(String moment) {
        try {
            return OffsetDateTime.parse(moment.matches(".*([+-]\\d\\d:\\d\\d|Z)") ? moment : moment + "Z")
                    .toInstant()
                    .isAfter(start);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static void export(String commit, Path directory) throws IOException, InterruptedException {
        for (String path :
                git("ls-tree", "--name-only", commit, SCRIPTS).lines().toList()) {
            Files.writeString(directory.resolve(Path.of(path).getFileName()), git("show", commit + ":./" + path));
        }
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        ArrayList<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as("%s", command).isZero();
        return said;
    }
}
