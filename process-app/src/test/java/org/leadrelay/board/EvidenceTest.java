package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.leadrelay.board.Evidence.Observed.ended;
import static org.leadrelay.board.Evidence.Observed.running;

import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.board.Evidence.Interval;
import org.leadrelay.board.Evidence.Observed;
import org.leadrelay.board.Evidence.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The formulas of the boards, to the fourth digit. */
class EvidenceTest {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceTest.class);
    private static final Offset<Double> FOUR_DIGITS = within(0.0001);

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 0.7935",
        "1, 10, 0.0179, 0.4041",
        "10, 100, 0.0552, 0.1744",
        "10, 10, 0.7225, 1",
        "2327, 6000, 0.3756, 0.4002"
    })
    void wilson_says_between_what_a_share_lies(long n, long d, double low, double high) {
        Interval interval = Evidence.wilson(n, d);
        assertThat(interval.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(interval.high()).isCloseTo(high, FOUR_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({"8, 20, 0.2724", "24, 60, 0.3227", "21, 60, 0.2760", "40, 100, 0.3393"})
    void the_one_sided_limit_is_higher(long n, long d, double low) {
        assertThat(Evidence.wilsonLower(n, d)).isCloseTo(low, FOUR_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({"56, 70, 48, 80, 0.2, 0.0524, 0.3339", "12, 100, 10, 100, 0.02, -0.0696, 0.1100"})
    void newcombe_says_between_what_a_difference_lies(
            long n1, long d1, long n2, long d2, double value, double low, double high) {
        Interval difference = Evidence.difference(n1, d1, n2, d2);
        assertThat(difference.value()).isCloseTo(value, FOUR_DIGITS);
        assertThat(difference.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(difference.high()).isCloseTo(high, FOUR_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 0.2174, 0.1149, 0.3310", "30, 100, 0.2917, 0.2394, 0.3455"})
    void what_was_expected_counts_like_twenty_leads(long n, long d, double value, double low, double high) {
        Interval expected = Evidence.expected(n, d, 0.25, 20);
        assertThat(expected.value()).isCloseTo(value, FOUR_DIGITS);
        assertThat(expected.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(expected.high()).isCloseTo(high, FOUR_DIGITS);
    }

    @Test
    void kaplan_meier_counts_those_that_are_still_running() {
        // when
        List<Step> curve =
                Evidence.kaplanMeier(List.of(ended(2), running(3), ended(5), running(5), ended(8), running(10)));

        // then
        assertThat(curve).extracting(Step::time).containsExactly(2.0, 5.0, 8.0);
        assertShares(curve, 0.1667, 0.3750, 0.6875);
        assertThat(curve.get(0).error()).isCloseTo(0.1521, FOUR_DIGITS);
        assertThat(curve.get(1).error()).isCloseTo(0.2135, FOUR_DIGITS);
        assertThat(curve.get(2).error()).isCloseTo(0.2454, FOUR_DIGITS);
        assertThat(Evidence.quantile(curve, 0.5)).isEqualTo(8.0);
        assertThat(Evidence.quantile(curve, 0.9)).isNaN();
    }

    @Test
    void what_was_lost_is_not_taken_for_still_running() {
        // given
        List<Observed> deals = List.of(
                new Observed(2, 1, 1),
                new Observed(3, 2, 1),
                running(4),
                new Observed(5, 1, 1),
                new Observed(5, 2, 1),
                new Observed(8, 2, 1),
                new Observed(9, 1, 1),
                running(10));

        // when
        List<Step> won = Evidence.aalenJohansen(deals, 1);

        // then
        assertThat(won).extracting(Step::time).containsExactly(2.0, 5.0, 9.0);
        assertShares(won, 0.1250, 0.2750, 0.4250);
        List<Step> wrong = Evidence.kaplanMeier(deals.stream()
                .map(each -> new Observed(each.time(), each.end() == 1 ? 1 : 0, 1))
                .toList());
        assertThat(wrong.get(2).share()).isCloseTo(0.6500, FOUR_DIGITS);
    }

    private static void assertShares(List<Step> curve, double... shares) {
        assertThat(curve).hasSize(shares.length);
        for (int i = 0; i < shares.length; i++) {
            assertThat(curve.get(i).share()).isCloseTo(shares[i], FOUR_DIGITS);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.10, 0.12, 3841", "0.10, 0.15, 686", "0.25, 0.30, 1251", "0.80, 0.85, 906"})
    void telling_two_shares_apart_takes_so_many(double one, double other, long each) {
        assertThat(Evidence.groupSize(one, other)).isEqualTo(each);
        assertThat(Evidence.groupSize(other, one)).isEqualTo(each);
    }

    @Test
    void of_many_tests_few_stand() {
        List<Double> tests = List.of(0.216, 0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212);
        assertThat(Evidence.rejected(tests, 0.05)).isEqualTo(2);
        assertThat(Evidence.rejected(List.of(0.9), 0.05)).isZero();
        assertThat(Evidence.rejected(List.of(), 0.05)).isZero();
    }

    @Test
    void over_two_thousand_true_rates_the_interval_holds_the_rate_as_often_as_it_says() {
        // given
        Random random = new Random(20_261_129);
        int held = 0;
        int rates = 2_000;

        // when
        for (int i = 0; i < rates; i++) {
            double rate = 0.02 + 0.96 * random.nextDouble();
            int leads = BoardNumber.GUARD + random.nextInt(480);
            int won = 0;
            for (int lead = 0; lead < leads; lead++) {
                won += random.nextDouble() < rate ? 1 : 0;
            }
            Interval interval = Evidence.wilson(won, leads);
            held += interval.low() <= rate && rate <= interval.high() ? 1 : 0;
        }

        // then
        double coverage = 100.0 * held / rates;
        LOG.info("Wilson's interval held {} true rates of {}: {}%", held, rates, coverage);
        assertThat(coverage).isBetween(93.0, 97.0);
    }

    @Test
    void nothing_has_no_share() {
        assertThatIllegalArgumentException().isThrownBy(() -> Evidence.wilson(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Evidence.wilson(2, 1));
    }
}
