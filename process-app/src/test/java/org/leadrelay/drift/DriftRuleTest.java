package org.leadrelay.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftRuleTest {

    @ParameterizedTest(name = "usually {1} of {0}, now {3} of {2}: {4}")
    @CsvSource({
        // a fact that was always there and is missing
        "1000,  10, 40, 40, true",
        "1000,  10, 40, 14, true",
        "1000,  10, 40, 13, false",
        // too few to say
        "1000,  10, 19, 19, false",
        "  49,   0, 40, 40, false",
        // as usual, more or less
        "1000, 500, 40, 20, false",
        "1000, 500, 40, 28, false",
        "1000, 500, 40, 38, true",
        // what is always missing cannot rise
        "1000, 1000, 40, 40, false",
        // less than usual is nobody's worry
        "1000, 500, 40, 0, false",
    })
    void drift_is_a_share_that_is_surely_higher(long usual, long of, long newest, long ofThem, boolean found) {
        assertThat(DriftRule.found(new Share(usual, of), new Share(newest, ofThem)))
                .isEqualTo(found);
    }

    @ParameterizedTest(name = "usually {1} of {0}, now {3} of {2}: {4}")
    @CsvSource({
        "1000,  10, 40,  2, true",
        "1000,  10, 40,  3, false",
        "1000, 500, 40, 21, true",
        "1000, 500, 40, 23, false",
        "1000,  10, 19,  0, false",
    })
    void it_is_gone_when_the_share_is_about_what_it_was(long usual, long of, long newest, long ofThem, boolean gone) {
        assertThat(DriftRule.gone(new Share(usual, of), new Share(newest, ofThem)))
                .isEqualTo(gone);
    }

    @Test
    void a_difference_of_shares_has_a_lower_limit_even_when_all_or_none_are_meant() {
        // (11/12 - 1/12) - 1.96 * sqrt(2 * 11/144 / 12)
        assertThat(new Share(10, 10).surelyAbove(new Share(10, 0), 1.96)).isCloseTo(0.6122, within(1e-4));
        assertThat(new Share(0, 0).value()).isZero();
    }
}
