package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Four months of leads that are won equally often and take their time: the board shows no decline. */
@ProductTest
@OwnDatabase
class TrapCohortsTest {

    private static final Logger LOG = LoggerFactory.getLogger(TrapCohortsTest.class);
    private static final String AS_OF = "2026-07-01T00:00:00Z";

    @Autowired
    BoardReports reports;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Test
    void young_cohorts_are_still_running_and_not_worse() {
        // given
        new FactRows(jdbc).cohorts(4_000, AS_OF);
        clock.set(Instant.parse(AS_OF));
        cast.person("mara", Roles.MARKETING);
        cast.actingAs("mara");
        BoardFilter months = new BoardFilter(
                LocalDate.of(2026, 3, 3),
                LocalDate.of(2026, 6, 30),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Grouping.MONTH,
                Duration.ofDays(30));

        // when
        List<NumberResult> won = reports.board(Board.CONVERSION, months).numbers().stream()
                .filter(number -> number.id().equals("conversion.won"))
                .sorted(Comparator.comparing(NumberResult::group))
                .toList();
        List<Double> naive = jdbc.sql("select avg((won_at is not null)::int)::float from lap_fact group by"
                        + " date_trunc('month', captured_at) order by date_trunc('month', captured_at)")
                .query(Double.class)
                .list();

        // then
        won.forEach(month -> LOG.info(
                "{}: {} of {} = {} ({} to {}), {} running",
                month.group(),
                month.n(),
                month.d(),
                month.value(),
                month.low(),
                month.high(),
                month.running()));
        double expected = 0.25 * (1 - Math.exp(-30.0 / 36));
        assertThat(naive.get(0)).as("won so far of captured, the trap").isGreaterThan(2 * naive.get(3));
        assertThat(won).hasSize(4).allMatch(month -> !month.rankable());
        for (NumberResult month : won.subList(0, 3)) {
            assertThat(expected).as(month.toString()).isBetween(month.low(), month.high());
        }
        assertThat(won.get(3).d()).as("the last month is not judged").isLessThan(40);
        assertThat(won.get(3).running()).isGreaterThan(900);
    }
}
