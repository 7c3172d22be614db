package org.leadrelay;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Architecture rules for what no import shows: which tables the SQL of each feature names. It is read from the string
 * literals of the sources and from the SQL files beside them. A name that stands alone in a literal counts when it
 * has an underscore, as in a list of tables; others are words.
 */
class SqlArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java/org/leadrelay");
    private static final Path RESOURCES = Path.of("src/main/resources");

    /** Literals are its groups; comments and characters are passed over. */
    private static final Pattern TOKEN = Pattern.compile(
            "/\\*.*?\\*/|//[^\n]*|'(?:[^'\\\\]|\\\\.)+'|\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"",
            Pattern.DOTALL);

    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?org\\.leadrelay\\.([a-z]+)\\.");
    private static final Pattern READ =
            Pattern.compile("\\b(?:from|join|using|table)\\s+(\\w+)((?:\\s+\\w+)?(?:\\s*,\\s*\\w+(?:\\s+\\w+)?)*)");
    private static final Pattern ALSO = Pattern.compile(",\\s*(\\w+)");
    private static final Pattern WRITTEN = Pattern.compile(
            "\\b(?:insert into|update|delete from|lock table|truncate(?: table)?)\\s+(?:only\\s+)?(\\w+)");
    private static final Pattern ENTITY = Pattern.compile("@Table\\(name = \"(\\w+)\"\\)");
    private static final Pattern ENGINE =
            Pattern.compile("\\bact_(?:ru|hi|re|ge|id|pro)\\w*", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> OWNERS = new TreeMap<>();
    private static final Map<String, Set<String>> IMPORTS = new TreeMap<>();
    private static final Set<Use> READS = new TreeSet<>();
    private static final Set<Use> WRITES = new TreeSet<>();
    private static final Set<Use> ENGINES = new TreeSet<>();

    /** A table named in a file of a feature. */
    record Use(String feature, String file, String table) implements Comparable<Use> {

        @Override
        public int compareTo(Use other) {
            return toString().compareTo(other.toString());
        }
    }

    @BeforeAll
    static void read() throws IOException {
        Properties owners = new Properties();
        try (InputStream in = SqlArchitectureTest.class.getResourceAsStream("table-owners.txt")) {
            owners.load(in);
        }
        owners.forEach((feature, tables) -> Arrays.stream(tables.toString().split("\\s+"))
                .forEach(table -> OWNERS.merge(table, feature.toString(), (one, other) -> one + " and " + other)));
        for (Path file : files(SOURCES, ".java")) {
            String feature = feature(SOURCES.relativize(file));
            String source = Files.readString(file);
            note(feature, file, source, sql(source));
        }
        Path resources = RESOURCES.resolve("org/leadrelay");
        for (Path file : files(resources, ".sql")) {
            note(feature(resources.relativize(file)), file, "", Files.readString(file));
        }
    }

    private static void note(String feature, Path file, String source, String sql) {
        IMPORTS.computeIfAbsent(feature, any -> new TreeSet<>()).addAll(groups(IMPORT, source));
        String name = file.getFileName().toString();
        ArrayList<String> read = new ArrayList<String>(groups(READ, sql));
        READ.matcher(sql).results().forEach(each -> read.addAll(groups(ALSO, each.group(2))));
        ArrayList<String> written = new ArrayList<>(groups(WRITTEN, sql));
        written.addAll(groups(ENTITY, source));
        literals(source).filter(literal -> literal.contains("_")).forEach(read::add);
        read.stream().filter(OWNERS::containsKey).forEach(table -> READS.add(new Use(feature, name, table)));
        written.stream().filter(OWNERS::containsKey).forEach(table -> WRITES.add(new Use(feature, name, table)));
        ENGINE.matcher(sql).results().forEach(each -> ENGINES.add(new Use(feature, name, each.group())));
    }

    @Test
    void every_table_has_one_owner() throws IOException {
        // given
        Set<String> made = new TreeSet<>();
        for (Path file : files(RESOURCES.resolve("db/migration"), ".sql")) {
            String sql = Files.readString(file);
            made.addAll(groups(Pattern.compile("(?m)^\\s*create table (?:if not exists )?(\\w+)"), sql));
            made.removeAll(groups(Pattern.compile("(?m)^\\s*drop table (?:if exists )?(\\w+)"), sql));
        }

        // then
        assertThat(OWNERS.keySet()).as("table-owners.txt").containsExactlyElementsOf(made);
        assertThat(OWNERS.values()).as("owners").isSubsetOf(IMPORTS.keySet());
    }

    @Test
    void tables_are_read_downwards() {
        Stream<Use> upwards = READS.stream()
                .filter(use -> !use.feature().equals(OWNERS.get(use.table())))
                .filter(use -> !reached(use.feature()).contains(OWNERS.get(use.table())));

        assertThat(upwards)
                .as("features that read a table of one they do not import: ask that feature for what is needed")
                .isEmpty();
    }

    @Test
    void no_feature_writes_the_table_of_another() {
        Stream<Use> foreign = WRITES.stream().filter(use -> !use.feature().equals(OWNERS.get(use.table())));

        assertThat(foreign).isEmpty();
    }

    @Test
    void only_process_reads_the_tables_of_the_engine() {
        assertThat(ENGINES).isNotEmpty().extracting(Use::feature).containsOnly("process");
    }

    /** So that a rule cannot pass because nothing was read. */
    @Test
    void the_sql_of_the_features_is_found() {
        assertThat(READS)
                .contains(
                        new Use("promise", "PromiseReports.java", "promise"),
                        new Use("promise", "PromiseReports.java", "lead"),
                        new Use("process", "agreement.sql", "task_item"))
                .hasSizeGreaterThan(100);
        assertThat(WRITES)
                .contains(
                        new Use("promise", "PromiseEntity.java", "promise"),
                        new Use("worklist", "TaskItemTable.java", "task_item"))
                .hasSizeGreaterThan(50);
    }

    /** Every feature that this one imports, or one of those. */
    private static Set<String> reached(String feature) {
        Set<String> all = new HashSet<>();
        List<String> next = new ArrayList<>(List.of(feature));
        while (!next.isEmpty()) {
            for (String each : IMPORTS.getOrDefault(next.remove(0), Set.of())) {
                if (all.add(each)) {
                    next.add(each);
                }
            }
        }
        return all;
    }

    /** All literals of a file, one after the other: a statement may be put together of several. */
    private static String sql(String source) {
        return literals(source).collect(joining(" "));
    }

    private static Stream<String> literals(String source) {
        return TOKEN.matcher(source)
                .results()
                .map(token -> token.group(1) == null ? token.group(2) : token.group(1))
                .filter(Objects::nonNull);
    }

    private static Collection<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(each -> each.group(1)).toList();
    }

    private static String feature(Path path) {
        return path.getNameCount() == 1 ? "" : path.getName(0).toString();
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(each -> each.toString().endsWith(ending)).sorted().toList();
        }
    }
}
