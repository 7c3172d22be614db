package org.leadrelay;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.SourceLayers.SOURCES;
import static org.leadrelay.SourceLayers.feature;
import static org.leadrelay.SourceLayers.files;
import static org.leadrelay.SourceLayers.groups;
import static org.leadrelay.SourceLayers.literals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Architecture rules for what no import shows: which tables the SQL of each feature names. It is read from the string
 * literals of the sources and from the SQL files beside them. A name that stands alone in a literal counts when it
 * has an underscore, as in a list of tables; others are words.
 */
class SqlArchitectureTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    private static final Pattern READ =
            Pattern.compile("\\b(?:from|join|using|table)\\s+(\\w+)((?:\\s+\\w+)?(?:\\s*,\\s*\\w+(?:\\s+\\w+)?)*)");
    private static final Pattern ALSO = Pattern.compile(",\\s*(\\w+)");
    private static final Pattern WRITTEN = Pattern.compile(
            "\\b(?:insert into|update|delete from|lock table|truncate(?: table)?)\\s+(?:only\\s+)?(\\w+)");
    private static final Pattern KEYWORD =
            Pattern.compile("\\b(?:select|from|join|where|using|into|update|delete|truncate|merge|exists)\\b");
    private static final Pattern CONTINUED = Pattern.compile("\\b(?:from|join|using|into|update|table)\\s+$");
    private static final Pattern ALIASED = Pattern.compile("^(?:public\\.)?([a-z_]+)(?:\\s+(?:as\\s+)?\\w+)?$");
    private static final Pattern NAMED = Pattern.compile("(?<![\\w.:'])(?:public\\.)?([a-z_]+)(?![\\w'(.])");
    private static final Pattern ENTITY = Pattern.compile("@Table\\(name = \"(\\w+)\"\\)");
    private static final Pattern ENGINE =
            Pattern.compile("\\bact_(?:ru|hi|re|ge|id|pro)\\w*", Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> OWNERS = new TreeMap<>();
    private static final Set<Use> READS = new TreeSet<>();
    private static final Set<Use> WRITES = new TreeSet<>();
    private static final Set<Use> ENGINES = new TreeSet<>();

    /** Files whose words are taken for tables; each says why. */
    private static final Map<String, String> NO_TABLES = Map.of(
            "CommitmentKeys.java", "a parameter is called as the table of leads",
            "LeadWorkQueries.java", "a column is called as the table of roles");

    private static SourceLayers layers;

    /** A table named in a file of a feature. */
    record Use(String feature, String file, String table) implements Comparable<Use> {

        @Override
        public int compareTo(Use other) {
            return toString().compareTo(other.toString());
        }
    }

    @BeforeAll
    static void read() throws IOException {
        layers = new SourceLayers();
        OWNERS.putAll(layers.owners());
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
        assertThat(OWNERS.values()).as("owners").isSubsetOf(layers.features());
    }

    @Test
    void tables_are_read_downwards() {
        Stream<Use> upwards = READS.stream().filter(use -> !layers.above(use.feature(), owner(use.table())));

        assertThat(upwards)
                .as("features that read a table of one they do not import: ask that feature for what is needed")
                .isEmpty();
    }

    /**
     * Tables behind constants, in capitals, quoted, with their schema, in lists, in other statements than those above: any name of a
     * table in a literal that looks like SQL, or that is a literal of its own where another one ends before a table's name.
     */
    @Test
    void no_literal_names_a_table_from_above() throws IOException {
        TreeSet<Use> upwards = new TreeSet<>();
        for (Path file : files(SOURCES, ".java")) {
            String name = file.getFileName().toString();
            if (!NO_TABLES.containsKey(name)) {
                String feature = feature(SOURCES.relativize(file));
                loose(Files.readString(file))
                        .filter(table -> !layers.above(feature, owner(table)))
                        .forEach(table -> upwards.add(new Use(feature, name, table)));
            }
        }

        assertThat(upwards)
                .as("ask the feature that owns the table; a word that is no table belongs in NO_TABLES")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"select 1 from \" + LEADS; String LEADS = \"promise\";",
                "\"select 1 from \" + LEADS; String LEADS = \"promise p\";",
                "\"promise p where p.id = ?\"",
                "\"SELECT 1 FROM Promise\"",
                "\"select 1 from \\\"promise\\\" p\"",
                "\"select 1 from public.promise\"",
                "\"select 1 from (select 1) x, promise p\"",
                "\"merge into promise using lead on true\""
            })
    void a_table_is_found_however_it_is_named(String source) {
        assertThat(loose(source)).contains("promise");
    }

    /** Names of tables in what looks like SQL; parameters, columns of something and values in quotes are none. */
    private static Stream<String> loose(String source) {
        List<String> literals = literals(source).toList();
        boolean continued = literals.stream()
                .anyMatch(
                        each -> CONTINUED.matcher(each.toLowerCase(Locale.ROOT)).find());
        return literals.stream()
                .map(each -> each.replace("\\\"", "").toLowerCase(Locale.ROOT))
                .flatMap(each -> KEYWORD.matcher(each).find()
                        ? groups(NAMED, each).stream()
                        : continued ? groups(ALIASED, each.strip()).stream() : Stream.empty())
                .filter(OWNERS::containsKey)
                .distinct();
    }

    private static String owner(String table) {
        return Objects.requireNonNull(OWNERS.get(table), table);
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

    /** Lines hold references where lines of before held logins: who compares the column alone finds half of what somebody did. */
    @Test
    void people_are_read_from_lines_of_the_log_by_the_one_reader_or_with_their_references() throws IOException {
        // given
        Pattern person = Pattern.compile("\\bperson\\b|\\bdetails\\b");
        Set<String> reading = new TreeSet<>();
        Set<String> half = new TreeSet<>();
        for (Path file : files(SOURCES, ".java")) {
            String source = Files.readString(file);
            String sql = sql(source);
            if (sql.contains("journey_log") && person.matcher(sql).find()) {
                reading.add(file.getFileName().toString());
                if (!source.contains("LineReader") && !sql.contains("person_ref")) {
                    half.add(file.getFileName().toString());
                }
            }
        }

        // then
        assertThat(reading).contains("SoFarQueries.java", "CaseLineQueries.java", "LineConditions.java");
        assertThat(half)
                .as("beside those that read answers of forms alone")
                .containsExactlyInAnyOrder("PitchReader.java", "PrecedentQueries.java");
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

    /** All literals of a file, one after the other: a statement may be put together of several. */
    private static String sql(String source) {
        return literals(source).collect(joining(" "));
    }
}
