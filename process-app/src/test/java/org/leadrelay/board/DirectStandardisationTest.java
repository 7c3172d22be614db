package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.board.DirectStandardisation.Counts;
import org.leadrelay.board.PeriodComparison.Days;

/** A rate at the mix of sources of the period before. */
class DirectStandardisationTest {

    /** Simpson's paradox: each source got better, and the whole worse, for there are more of the poorer one. */
    @Test
    void both_sources_got_better_while_the_rate_fell() {
        // given
        Map<String, Counts> before = Map.of("Fair", new Counts(160, 400), "Web", new Counts(10, 100));
        Map<String, Counts> now = Map.of("Fair", new Counts(45, 100), "Web", new Counts(60, 400));

        // when
        Evidence.Interval mix = DirectStandardisation.of(now, before).orElseThrow();

        // then
        double rateBefore = 170.0 / 500;
        double rateNow = 105.0 / 500;
        assertThat(rateNow).isLessThan(rateBefore);
        assertThat(mix.value()).isCloseTo(0.8 * 0.45 + 0.2 * 0.15, within(1e-9)).isGreaterThan(rateBefore);
        assertThat(mix.low()).isLessThan(mix.value());
        assertThat(mix.high()).isGreaterThan(mix.value());
    }

    @Test
    void with_the_same_mix_it_is_the_rate_with_its_interval() {
        // given
        Map<String, Counts> now = Map.of("Fair", new Counts(30, 100), "Web", new Counts(10, 50));

        // when
        Evidence.Interval mix = DirectStandardisation.of(
                        now, Map.of("Fair", new Counts(0, 200), "Web", new Counts(0, 100)))
                .orElseThrow();

        // then
        Evidence.Interval rate = Evidence.wilson(40, 150);
        assertThat(mix.value()).isCloseTo(rate.value(), within(1e-9));
        assertThat(mix.low()).isCloseTo(rate.low(), within(1e-9));
        assertThat(mix.high()).isCloseTo(rate.high(), within(1e-9));
    }

    @Test
    void a_small_part_that_weighed_much_makes_the_interval_wide() {
        // given
        Map<String, Counts> now = Map.of("Fair", new Counts(10, 20), "Web", new Counts(500, 1_000));

        // when
        Evidence.Interval even = DirectStandardisation.of(
                        now, Map.of("Fair", new Counts(0, 20), "Web", new Counts(0, 1_000)))
                .orElseThrow();
        Evidence.Interval turned = DirectStandardisation.of(
                        now, Map.of("Fair", new Counts(0, 1_000), "Web", new Counts(0, 20)))
                .orElseThrow();

        // then
        assertThat(turned.high() - turned.low()).isGreaterThan(5 * (even.high() - even.low()));
    }

    @Test
    void sources_below_the_guard_are_taken_together_and_what_stays_below_it_is_not_told() {
        // given
        Map<String, Counts> before =
                Map.of("Fair", new Counts(10, 50), "Web", new Counts(10, 30), "Post", new Counts(1, 20));

        // then
        assertThat(DirectStandardisation.of(
                                Map.of("Fair", new Counts(20, 50), "Web", new Counts(6, 12), "Post", new Counts(2, 8)),
                                before)
                        .map(Evidence.Interval::value))
                .hasValueSatisfying(value -> assertThat(value).isCloseTo(0.5 * 0.4 + 0.5 * 0.4, within(1e-9)));
        assertThat(DirectStandardisation.of(
                        Map.of("Fair", new Counts(20, 50), "Web", new Counts(6, 12), "Post", new Counts(2, 7)), before))
                .isEmpty();
        assertThat(DirectStandardisation.of(Map.of("Fair", new Counts(20, 50)), before))
                .isEmpty();
    }

    @Test
    void one_source_is_no_mix_and_too_few_leads_then_have_none() {
        assertThat(DirectStandardisation.of(Map.of("Fair", new Counts(20, 50)), Map.of("Fair", new Counts(20, 50))))
                .isEmpty();
        assertThat(DirectStandardisation.of(
                        Map.of("Fair", new Counts(20, 50), "Web", new Counts(20, 50)),
                        Map.of("Fair", new Counts(2, 10), "Web", new Counts(2, 9))))
                .isEmpty();
        assertThat(DirectStandardisation.of(Map.of(), Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 2026-03-31, 2026-02-01, 2026-02-28",
        "2026-01-01, 2026-03-31, 2025-10-01, 2025-12-31",
        "2026-03-02, 2026-03-08, 2026-02-23, 2026-03-01",
        "2026-03-01, 2026-03-30, 2026-01-30, 2026-02-28",
        "2026-02-01, 2026-02-28, 2026-01-01, 2026-01-31"
    })
    void the_period_before_has_as_many_months_or_else_as_many_days(
            LocalDate from, LocalDate to, LocalDate before, LocalDate until) {
        assertThat(new Days(from, to).before()).isEqualTo(new Days(before, until));
    }
}
