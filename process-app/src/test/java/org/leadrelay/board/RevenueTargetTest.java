package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadrelay.charter.AgreedFigure;
import org.leadrelay.charter.Metric;

/** The target of any days, by the versions of the charter that were in force in them. */
class RevenueTargetTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AgreedFigure FIRST = agreed("2020-01-01T00:00:00Z", "100000", "EUR");

    @Test
    void whole_months_count_as_agreed_and_days_by_their_share() {
        assertThat(targets("2026-01-01", "2026-03-31", FIRST)).isEqualTo("{EUR=300000.00}");
        assertThat(targets("2026-02-01", "2026-02-14", FIRST)).isEqualTo("{EUR=50000.00}");
        assertThat(targets("2026-03-01", "2026-03-01", FIRST)).isEqualTo("{EUR=3225.81}");
    }

    @Test
    void each_day_has_the_target_of_the_version_that_was_in_force_when_it_began() {
        // given
        AgreedFigure second = agreed("2026-02-14T12:00:00Z", "200000", "EUR");
        AgreedFigure swiss = agreed("2026-03-01T00:00:00+01:00", "50000", "CHF");

        // then
        assertThat(targets("2026-02-01", "2026-02-28", FIRST, second)).isEqualTo("{EUR=150000.00}");
        assertThat(targets("2026-02-01", "2026-03-31", FIRST, second, swiss))
                .isEqualTo("{CHF=50000.00, EUR=150000.00}");
    }

    @Test
    void days_before_the_recording_or_before_any_version_have_none() {
        assertThat(targets("2025-01-01", "2025-12-31", FIRST)).isEqualTo("{}");
        assertThat(targets("2025-12-01", "2026-01-31", FIRST)).isEqualTo("{EUR=100000.00}");
        assertThat(targets("2026-01-01", "2026-01-31", agreed("2027-01-01T00:00:00Z", "1", "EUR")))
                .isEqualTo("{}");
    }

    @Test
    void a_recording_of_many_years_has_its_target_until_today() {
        // given
        LocalDate began = LocalDate.parse("2000-01-01");

        // then
        assertThat(RevenueTarget.of(
                        List.of(agreed("1999-01-01T00:00:00Z", "100000", "EUR")),
                        bounds(began, "2000-01-01", "2026-03-31")))
                .hasToString("{EUR=31500000.00}");
    }

    @Test
    void days_without_end_are_no_work_without_end() {
        assertThat(targets("2026-01-01", "+99999-12-31", FIRST)).startsWith("{EUR=12");
    }

    private static String targets(String from, String to, AgreedFigure... agreed) {
        return RevenueTarget.of(List.of(agreed), bounds(LocalDate.parse("2026-01-01"), from, to))
                .toString();
    }

    private static BoardStatement.Bounds bounds(LocalDate began, String from, String to) {
        return new BoardStatement.Bounds(
                LocalDate.parse(from),
                LocalDate.parse(to),
                began,
                Duration.ofDays(90),
                BERLIN,
                Instant.parse("2026-04-01T00:00:00Z"),
                0,
                false);
    }

    private static AgreedFigure agreed(String from, String value, String currency) {
        return new AgreedFigure(
                java.time.OffsetDateTime.parse(from).toInstant(),
                Metric.REVENUE_TARGET,
                new BigDecimal(value),
                currency);
    }
}
