package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.journal.Entry;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.ListedText;
import org.leadrelay.platform.Sql;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Cost of the look for what is behind, every five seconds, at {@code -Dbenchmark.board.leads} leads of ten lines. */
@ProductTest
@OwnDatabase
class LapFactSweepBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(LapFactSweepBenchmark.class);
    private static final int LEADS = Integer.getInteger("benchmark.board.leads", 100_000);
    private static final int ROUNDS = 20;

    /** Milliseconds at 100,000 leads. */
    private static final long LATEST_IDLE = 50;

    @Autowired
    LapFactSweep sweep;

    @Autowired
    JourneyLog log;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void a_look_in_vain_costs_little_and_a_lead_that_grew_is_found() {
        // given
        database.tamper("""
            insert into journey_log (lead_id, seq, at, kind, person, details, previous_hash, hash, recorded_at)
            select md5(n::text)::uuid, seq, at, 'comment', 'system', repeat('x', 300), '', '', at
            from (select n, seq, now() - interval '120 days'
                    + make_interval(secs => 119.0 * 86400 * ((seq - 1) * %1$d + n) / (10 * %1$d)) as at
                from generate_series(1, 10) seq, generate_series(1, %1$d) n) line
            order by at;
            insert into journey_chain select md5(n::text)::uuid, 10, '' from generate_series(1, %1$d) n;
            insert into lap_fact_position select lead_id, last_seq from journey_chain
            """.formatted(LEADS));
        database.superuser().sql("vacuum analyze journey_log").update();
        database.superuser().sql("vacuum analyze journey_chain").update();
        database.superuser().sql("vacuum analyze lap_fact_position").update();
        sweep.sweep();
        jdbc.sql("insert into lap_fact_position select lead_id, last_seq from journey_chain on conflict do nothing")
                .update();
        sweep.sweep();

        // when
        explain("all", jdbc.sql("explain (analyze, buffers) " + LapFactProgress.ALL_BEHIND));
        explain(
                "lately",
                jdbc.sql("explain (analyze, buffers) " + LapFactProgress.LATELY_BEHIND)
                        .param("from", Sql.time(Instant.now().minus(Duration.ofMinutes(2)))));
        List<Long> idle = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            assertThat(sweep.sweep()).isZero();
            idle.add((System.nanoTime() - begun) / 1_000_000);
        }
        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < 100; i++) {
                log.add(Entry.of(
                        UUID.randomUUID(),
                        Kind.CAPTURED,
                        Map.of("journey", UUID.randomUUID(), "by", "API", "source", new ListedText("Web"))));
            }
        });
        long begun = System.nanoTime();
        int found = sweep.sweep();
        long took = (System.nanoTime() - begun) / 1_000_000;

        // then
        Collections.sort(idle);
        LOG.info(
                "{} leads: a look in vain takes {} ms at most, {} ms in the middle; 100 new leads {} ms",
                LEADS,
                idle.get(ROUNDS - 1),
                idle.get(ROUNDS / 2),
                took);
        assertThat(found).isEqualTo(100);
        assertThat(idle.get(ROUNDS - 2)).isLessThanOrEqualTo(LATEST_IDLE);
    }

    private static void explain(String name, JdbcClient.StatementSpec explained) {
        List<String> plan =
                explained.param("most", LapFactSweep.BATCH).query(String.class).list();
        LOG.info("{}:\n{}", name, String.join("\n", plan));
    }
}
