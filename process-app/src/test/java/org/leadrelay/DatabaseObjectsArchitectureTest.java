package org.leadrelay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Architecture rule for what migrations leave in the database: views and functions read tables downwards, too. A function belongs to
 * the feature whose tables it writes or whose triggers call it, a view or any other function to the one above all that it reads.
 */
@ProductTest
class DatabaseObjectsArchitectureTest {

    /** A list of tables, or one that is joined. */
    private static final Pattern READ = Pattern.compile(
            "\\bfrom\\s+([^;()]*?)(?=\\b(?:where|group|order|on|for|limit|union|join|using|loop)\\b|[;()]|$)|\\b(?:join|using)\\s+(\\S+)");

    private static final Pattern WRITTEN = Pattern.compile(
            "\\b(?:insert into|update|delete from|truncate(?: table)?|merge into)\\s+(?:only\\s+)?(?:public\\.)?\"?(\\w+)");

    /** Functions that read from above; each says why. */
    private static final Map<String, String> ALLOWED = Map.of(
            "remove_by_rule journey",
            "lines of a lead go by rule only where its journey has ended, and the database itself has to hold that");

    @Autowired
    JdbcClient jdbc;

    /** A view or function with its text. */
    record DatabaseObject(String name, String text) {}

    /** A table of whose changes a function is told. */
    record Trigger(String table, String function) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 from public.journey j where j.id = 1",
                "SELECT 1 FROM lead l, journey j",
                "select 1 from lead l left join \"journey\" on true",
                "delete from task_item using journey where true"
            })
    void a_table_is_found_however_it_is_named(String sql) throws IOException {
        assertThat(read(new SourceLayers(), sql)).contains("journey");
    }

    @Test
    void views_and_functions_read_tables_downwards() throws IOException {
        // given
        SourceLayers layers = new SourceLayers();
        Map<String, Set<String>> triggered = jdbc.sql("""
                    select c.relname as table, p.proname as function
                    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
                    where not t.tgisinternal and p.pronamespace = 'public'::regnamespace
                    """).query(Trigger.class).list().stream()
                .filter(each -> layers.owners().containsKey(each.table()))
                .collect(Collectors.groupingBy(
                        Trigger::function,
                        Collectors.mapping(each -> owner(layers, each.table()), Collectors.toSet())));
        TreeSet<String> upwards = new TreeSet<>();

        // when
        for (DatabaseObject each : objects()) {
            Set<String> read = read(layers, each.text());
            Set<String> homes = written(layers, each.text()).stream()
                    .map(table -> owner(layers, table))
                    .collect(Collectors.toCollection(TreeSet::new));
            homes.addAll(triggered.getOrDefault(each.name(), Set.of()));
            if (homes.isEmpty()) {
                Set<String> owners =
                        read.stream().map(table -> owner(layers, table)).collect(Collectors.toCollection(TreeSet::new));
                owners.stream()
                        .filter(top -> owners.stream().allMatch(other -> layers.above(top, other)))
                        .forEach(homes::add);
            }
            read.stream()
                    .filter(table -> homes.stream().noneMatch(home -> layers.above(home, owner(layers, table))))
                    .forEach(table -> upwards.add(each.name() + " " + table));
        }

        // then
        assertThat(objects()).extracting(DatabaseObject::name).contains("remove_by_rule");
        assertThat(upwards).as("views and functions that read from above").isEqualTo(ALLOWED.keySet());
    }

    private List<DatabaseObject> objects() {
        return jdbc.sql("""
                select proname as name, prosrc as text from pg_proc where pronamespace = 'public'::regnamespace
                union all
                select viewname, definition from pg_views where schemaname = 'public'
                """).query(DatabaseObject.class).list();
    }

    private static Set<String> read(SourceLayers layers, String text) {
        return READ.matcher(sql(text))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .flatMap(tables -> Stream.of(tables.split(",", -1)))
                .map(table -> table.strip()
                        .replaceFirst("^(?:only\\s+)?(?:public\\.)?", "")
                        .replaceFirst("\\W.*", ""))
                .filter(layers.owners()::containsKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> written(SourceLayers layers, String text) {
        return SourceLayers.groups(WRITTEN, sql(text)).stream()
                .filter(layers.owners()::containsKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without comments, values and quotes around names, on one line. */
    private static String sql(String text) {
        return text.replaceAll("--[^\n]*", "")
                .replaceAll("'[^']*'", "''")
                .replace("\"", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String owner(SourceLayers layers, String table) {
        return Objects.requireNonNull(layers.owners().get(table), table);
    }
}
