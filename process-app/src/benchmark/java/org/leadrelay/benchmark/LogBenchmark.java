package org.leadrelay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.Timeline;
import org.leadrelay.audit.search.LineQuery;
import org.leadrelay.audit.search.LineSearch;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * A lead's page and five searches among a million log lines (or {@code -Dbenchmark.lines}): the journeys of leads that were really
 * won, copied under other leads and moments until there are as many.
 */
@ProductTest
@ContextConfiguration(initializers = DurableServer.class)
@TestPropertySource(properties = "leadrelay.benchmark=log")
@Import(Product.class)
class LogBenchmark {

    private static final int LINES = Integer.getInteger("benchmark.lines", 1_000_000);
    private static final int LEADS = 20;
    private static final int PORTION = 100_000;
    /** A page takes twice as long while Java still compiles what reads it, however many lines there are. */
    private static final int WARM_UPS = Integer.getInteger("benchmark.warmups", 60);

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 40);

    @Autowired
    Product product;

    @Autowired
    LineSearch search;

    @Autowired
    Timeline timeline;

    @Autowired
    LeadCards cards;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Test
    void pages_and_searches_are_measured_among_many_lines() {
        // given
        product.stage();
        List<UUID> leads = new ArrayList<>();
        for (int number = 0; number < LEADS; number++) {
            leads.add(product.captureToWon());
        }
        copy(leads);
        String promise = jdbc.sql("""
            select substring(details from '"promise":"([0-9a-f-]{36})"') from journey_log
            where kind = 'promise-kept' and lead_id = ? limit 1
            """).param(leads.get(0)).query(String.class).single();
        List<String> days = jdbc.sql("""
            select to_char(min(at) + (max(at) - min(at)) * n / 7, 'YYYY-MM-DD') from journey_log, generate_series(1, 6) n group by n
            """).query(String.class).list();
        cast.person("auditor", Roles.AUDITOR);
        cast.actingAs("auditor");

        // when, then
        measure("a lead's page", round -> {
            UUID lead = leads.get(round % LEADS);
            assertThat(cards.card(lead)).isNotNull();
            assertThat(timeline.page(lead, true, 0, 50, Locale.ENGLISH).items()).hasSize(50);
        });
        measure("a kind, newest first", round -> found(line("promise-kept", null, null, null, null)));
        measure("a person's completed tasks", round -> found(line("task-completed", "ada", null, null, null)));
        measure("what happened at a step", round -> found(line(null, null, "Activity_MakeContact", null, null)));
        measure("everything up to a day", round -> found(line(null, null, null, null, days.get(round % days.size()))));
        measure("the lines of a promise", round -> found(line(null, null, null, UUID.fromString(promise), null)));
        cast.actingAsNobody();
    }

    private static LineQuery line(String kind, String person, String element, UUID promise, String to) {
        return new LineQuery(kind, person, element, null, null, null, promise, null, null, to, null, null);
    }

    private void found(LineQuery query) {
        assertThat(search.find(query, Locale.ENGLISH).items()).isNotEmpty();
    }

    private void copy(List<UUID> leads) {
        long real = jdbc.sql("select count(*) from journey_log where lead_id = any (?)")
                .param(leads.toArray(UUID[]::new))
                .query(Long.class)
                .single();
        int copies = (int) (LINES / real);
        int portion = Math.max(1, (int) (PORTION / real));
        for (int first = 1; first <= copies; first += portion) {
            database.superuser()
                    .sql("""
                        insert into journey_log (format, recorded_at, node, lead_id, seq, at, kind, person, person_ref, api_key_name,
                            definition_key, definition_version, element_id, element_name, instance, subject, details, previous_hash,
                            hash)
                        select format, recorded_at, node, md5(lead_id::text || n)::uuid, seq, at - n * interval '2 hours', kind, person,
                            person_ref, api_key_name, definition_key, definition_version, element_id, element_name, instance, subject,
                            regexp_replace(details, '"promise":"[0-9a-f]{8}', '"promise":"' || lpad(to_hex(n), 8, '0')), previous_hash,
                            hash
                        from journey_log, generate_series(:first, :last) n where lead_id = any (:leads)
                        """)
                    .param("first", first)
                    .param("last", Math.min(copies, first + portion - 1))
                    .param("leads", leads.toArray(UUID[]::new))
                    .update();
        }
        database.superuser().sql("vacuum analyze journey_log").update();
    }

    private interface Look {
        void at(int round);
    }

    private static void measure(String what, Look look) {
        double[] took = new double[ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            look.at(Math.abs(round));
            if (round >= 0) {
                took[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        Report.text(
                "log of %,d lines, %s: median %.1f ms, p95 %.1f ms",
                LINES, what, Report.median(took), Report.p95(took));
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("lines", LINES);
        row.put("look", what);
        row.put("median ms", Report.median(took));
        row.put("p95 ms", Report.p95(took));
        Report.row("log", row);
    }
}
