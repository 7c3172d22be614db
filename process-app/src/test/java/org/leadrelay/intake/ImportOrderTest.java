package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The result of an import depends on its file: random files give the same side by side as one row
 * after another. More seeds: {@code -Dleadrelay.order.seeds=20}.
 */
@ProductTest
@OwnDatabase
class ImportOrderTest {

    private static final int ROWS = 1_000;
    private static final int PEOPLE = 220;

    @Autowired
    Imports imports;

    @Autowired
    ImportJobs jobs;

    @Autowired
    ImportFiles files;

    @Autowired
    ImportBatches batches;

    @Autowired
    Mappings mappings;

    @Autowired
    ImportColumns columns;

    @Autowired
    CurrentPerson person;

    @Autowired
    People people;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void marketing() {
        cast.person("mara", Roles.MARKETING);
        cast.actingAs("mara");
    }

    @AfterEach
    void leave_nothing() {
        database.empty();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("leadrelay.order.seeds", 2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_random_file_gives_the_same_side_by_side_as_one_row_after_another(long seed) throws IOException {
        // given
        RandomPeople random = new RandomPeople(seed, PEOPLE);
        String before = random.file(60);
        String file = random.file(ROWS);

        // when
        Map<String, List<String>> alone = imported(seed, before, file, 1);
        Map<String, List<String>> together = imported(seed, before, file, 4);

        // then
        for (Map.Entry<String, List<String>> each : alone.entrySet()) {
            assertThat(together.get(each.getKey()))
                    .as("%s, seed %s", each.getKey(), seed)
                    .isEqualTo(each.getValue());
        }
        assertThat(alone.get("pairs to decide")).isNotEmpty();
        assertThat(alone.get("consents")).isNotEmpty();
    }

    @Test
    void the_later_row_wins_wherever_the_batches_are_cut() throws IOException {
        // given: batches of twenty; the person stands at their seams, by another key each time
        StringBuilder file = new StringBuilder("Prospect ID,Email,City\n");
        for (int i = 1; i <= 100; i++) {
            file.append(
                    switch (i) {
                        case 20 -> "p,one@seam.example,Oldtown\n";
                        case 21 -> "p,,Middleton\n";
                        case 41 -> ",one@seam.example,Newtown\n";
                        default -> "other-" + i + ",,Elsewhere\n";
                    });
        }

        for (int round = 0; round < 10; round++) {
            database.empty();

            // when
            run(file.toString(), 4);

            // then
            assertThat(jdbc.sql("select city from lead l join lead_identity i on"
                                    + " i.lead_id = l.id where i.value ="
                                    + " 'one@seam.example'")
                            .query(String.class)
                            .single())
                    .as("round %s", round)
                    .isEqualTo("Newtown");
        }
    }

    /** Into an empty product, after some of the people were there before. */
    private Map<String, List<String>> imported(long seed, String before, String file, int workers) throws IOException {
        database.empty();
        run(before, 1);
        long start = System.nanoTime();
        UUID id = run(file, workers);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "seed %d: %d rows with %d worker(s) in %.1f s, %.0f rows a second, %s%n",
                seed, ROWS, workers, seconds, ROWS / seconds, outcomes(id));
        return outcome();
    }

    private UUID run(String file, int workers) throws IOException {
        UUID id = imports.upload("people.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        imports.start(id, null, null, "order", null);
        jobs.running(id);
        ImportReading reading = new ImportReading(jobs, files, batches, mappings, columns, person, people, workers);
        assertThat(reading.read(jobs.find(id).orElseThrow(), () -> false)).isTrue();
        return id;
    }

    private String outcomes(UUID id) {
        return jdbc.sql("""
            select string_agg(outcome || ' ' || n, ', ' order by outcome) from (
                select outcome, count(*) n from import_row where import_id = ?
                group by outcome) o
            """).param(id).query(String.class).single();
    }

    /** All that the imports left, with each lead by the first row that is about it. */
    private Map<String, List<String>> outcome() {
        Map<String, List<String>> outcome = new LinkedHashMap<>();
        outcome.put(
                "rows",
                rows(
                        "r.number || ' ' || r.outcome || ' ' || n.name || coalesce(r.changes::text," + " '')",
                        "import_rows r left join names n on n.id = r.lead_id"));
        outcome.put(
                "leads",
                rows(
                        "concat_ws(' ', n.name, l.name, l.email, l.phone_e164, l.city, l.company)",
                        "lead l join names n on n.id = l.id"));
        outcome.put(
                "identities",
                rows(
                        "concat_ws(' ', n.name, i.kind, i.value)",
                        "lead_identity i join names n on n.id = i.lead_id where i.kind <>" + " 'content'"));
        outcome.put(
                "facts",
                rows(
                        "concat_ws(' ', n.name, f.name, f.value, f.source, f.position)",
                        "lead_fact f join names n on n.id = f.lead_id"));
        outcome.put(
                "history",
                rows(
                        "concat_ws(' ', n.name, f.name, f.value, f.was_current)",
                        "lead_fact_history f join names n on n.id = f.lead_id"));
        outcome.put(
                "consents",
                rows(
                        "concat_ws(' ', n.name, c.channel, c.given, c.basis, c.source)",
                        "lead_consent c join names n on n.id = c.lead_id"));
        outcome.put(
                "pairs to decide",
                rows(
                        "concat_ws(' ', least(a.name, b.name), greatest(a.name, b.name), d.reason,"
                                + " d.state, d.capture::text)",
                        "duplicate_case d join names a on a.id = d.lead_a" + " join names b on b.id = d.lead_b"));
        return outcome;
    }

    private List<String> rows(String what, String from) {
        return jdbc.sql("""
            with import_rows as (
                select i.*, to_char(j.created_order, 'FM00') || to_char(i.line, 'FM000000')
                    as number
                from import_row i join (
                    select id, row_number() over (order by size) as created_order
                    from import_job) j on j.id = i.import_id),
            names as (select lead_id as id, min(number) as name from import_rows
                where lead_id is not null group by lead_id)
            select %s as line from %s
            """.formatted(what, from)).query(String.class).list().stream()
                .sorted()
                .toList();
    }
}
