package org.leadrelay.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.promise.report.PromiseFilter;
import org.leadrelay.promise.report.PromiseOrder;
import org.leadrelay.promise.report.PromiseReports;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The promises page at 100,000 promises: what one visit to its charts and one to its list read. */
@ProductTest
@ContextConfiguration(initializers = DurableServer.class)
@TestPropertySource(properties = "leadrelay.benchmark=promises")
@Import(ManyPromises.class)
class PromisesBenchmark {

    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 20;
    private static final double MOST_MILLISECONDS = 1_000;

    @Autowired
    ManyPromises promises;

    @Autowired
    PromiseReports reports;

    @Autowired
    Cast cast;

    @Test
    void the_promises_page_is_there_within_a_second() {
        // given
        promises.make();
        cast.person("reader", Roles.AUDITOR);
        cast.actingAs("reader");
        LocalDate today = reports.today();
        PromiseFilter month = PromiseFilter.between(today.minusDays(29), today);

        // when
        double charts = p95("charts", () -> {
            reports.choices(month);
            assertThat(reports.summary(month).all().total()).isGreaterThan(99_000);
        });
        double list = p95("list", () -> {
            reports.choices(month);
            reports.sum(month);
            assertThat(reports.page(month, PromiseOrder.USUAL, 0, 50).total()).isGreaterThan(99_000);
        });
        cast.actingAsNobody();

        // then
        assertThat(charts).isLessThan(MOST_MILLISECONDS);
        assertThat(list).isLessThan(MOST_MILLISECONDS);
    }

    private static double p95(String what, Runnable visit) {
        double[] took = new double[ROUNDS];
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            long start = System.nanoTime();
            visit.run();
            if (round >= 0) {
                took[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        double p95 = Report.p95(took);
        Report.text(
                "promises page at %,d promises, %s: median %.0f ms, p95 %.0f ms",
                ManyPromises.PROMISES, what, Report.median(took), p95);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("promises", ManyPromises.PROMISES);
        row.put("visit", what);
        row.put("median ms", Report.median(took));
        row.put("p95 ms", p95);
        Report.row("promises page", row);
        return p95;
    }
}
