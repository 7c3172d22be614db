package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Response time of the boards and of the leads behind a number, at {@code -Dbenchmark.board.leads} leads. */
@ProductTest
@OwnDatabase
class BoardBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(BoardBenchmark.class);
    private static final int LEADS = Integer.getInteger("benchmark.board.leads", 100_000);
    private static final String AS_OF = "2026-07-01T00:00:00Z";
    private static final int ROUNDS = 5;

    /** Milliseconds at 100,000 leads. */
    private static final long LATEST_BOARD = 500;

    private static final long LATEST_LEADS = 200;

    @Autowired
    BoardReports reports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Test
    void boards_and_their_leads_are_there_at_once() {
        // given
        FactRows facts = new FactRows(jdbc);
        facts.cohorts(LEADS, AS_OF);
        facts.promises();
        database.superuser().sql("vacuum analyze lap_fact, lap_promise").update();
        clock.set(Instant.parse(AS_OF));
        cast.person("mara", Roles.MARKETING);
        cast.actingAs("mara");

        // when
        List<Long> boards = new ArrayList<>();
        List<Long> openings = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Board board : Board.values()) {
                for (Grouping grouping : new Grouping[] {null, Grouping.SOURCE}) {
                    long begun = System.nanoTime();
                    BoardResult result = reports.board(board, BoardFilter.ALL.by(grouping));
                    long took = (System.nanoTime() - begun) / 1_000_000;
                    LOG.info("{} by {}: {} ms", board, grouping, took);
                    boards.add(took);
                    assertThat(result.numbers()).isNotEmpty();
                }
            }
            for (int page = 0; page < 10; page++) {
                long begun = System.nanoTime();
                reports.leads(
                        new DrillDownQuery(Board.FUNNEL, BoardFilter.ALL, "funnel.captured", null, BoardPart.NUMERATOR),
                        page * 50,
                        50);
                openings.add((System.nanoTime() - begun) / 1_000_000);
            }
        }

        // then
        LOG.info("{} leads: board p95 {} ms, drill-down p95 {} ms", LEADS, p95(boards), p95(openings));
        assertThat(p95(boards)).isLessThanOrEqualTo(LATEST_BOARD);
        assertThat(p95(openings)).isLessThanOrEqualTo(LATEST_LEADS);
    }

    private static long p95(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
}
