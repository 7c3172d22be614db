package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.Charter;
import org.leadrelay.export.JourneyExports;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.process.JourneyTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Every number of every board against a program that has only the exported log. */
class IndependentRecomputationTest extends JourneyTest {

    private static final int LEADS = Integer.getInteger("quarter.leads", 250);
    private static final long SEED = Long.getLong("quarter.seed", 20_260_302);
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

    private final Map<String, BigDecimal> costs = new HashMap<>();

    @Autowired
    BoardReports reports;

    @Autowired
    LapFactProgress folded;

    @Autowired
    LapFactSweep sweep;

    @Autowired
    JourneyExports exports;

    @Autowired
    JourneyLog log;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Charter charter;

    @Autowired
    SettableClock clock;

    @Test
    void every_number_of_a_quarter_is_what_the_exported_log_says() throws Exception {
        // given
        int version = jdbc.sql("select max(version_) from act_re_procdef where key_ = 'lead-journey'")
                .query(Integer.class)
                .single();
        LoggedQuarter quarter = new LoggedQuarter(log, transactions, clock, SEED, version);
        Random random = new Random(SEED);
        List<UUID> leads = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            leads.add(quarter.lead(START.plus(Duration.ofMinutes(random.nextInt(91 * 24 * 60)))));
        }
        journeys.setClock(START.plus(Duration.ofDays(300)));
        costs(random);
        new WholeRebuild(folded, sweep, transactions).run();
        cast.person("watcher", Roles.AUDITOR);
        cast.actingAs("watcher");

        // when
        BoardsOnRecord record = new BoardsOnRecord(reports, exports, charter, leads);
        record.costs().putAll(costs);

        // then
        assertThat(record.compare(null, clock.instant())).hasSizeGreaterThan(90);
        assertThat(record.compare(Grouping.SOURCE, clock.instant())).hasSizeGreaterThan(200);
        assertThat(record.compare(Grouping.CONTENT, clock.instant())).hasSizeGreaterThan(200);

        // when the costs of one source and month are not known
        record.costs().remove("Fair 2026-05");
        jdbc.sql("insert into cost_entry (source, month, currency, person, at) values ('Fair', '2026-05-01', 'EUR',"
                        + " 'mara', now())")
                .update();

        // then
        assertThat(record.compare(null, clock.instant())).containsKey("conversion.costWon ");
        assertThat(record.compare(Grouping.SOURCE, clock.instant())).containsKey("conversion.costWon Fair");
    }

    /** Of each source and month; what leads without a source cost too. */
    private void costs(Random random) {
        for (YearMonth month = YearMonth.of(2026, 1); month.getYear() == 2026; month = month.plusMonths(1)) {
            for (String source : List.of("Web", "Webinar", "Fair", "-")) {
                BigDecimal amount = BigDecimal.valueOf(random.nextInt(900_000), 2);
                costs.put(source + " " + month, amount);
                jdbc.sql("insert into cost_entry (source, month, amount, currency, person, at) values (?, ?, ?, 'EUR',"
                                + " 'mara', now())")
                        .params(source, month.atDay(1), amount)
                        .update();
            }
        }
    }
}
