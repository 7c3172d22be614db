package org.leadrelay.board.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateWordsTest {

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "0.42,   0.58,   between 4 and 6 of 10",
        "0.0552, 0.1744, between 5 and 18 of 100",
        "0.3756, 0.4002, between 37 and 41 of 100",
        "0.0179, 0.4041, at most 5 of 10",
        "0.7225, 1,      at least 7 of 10",
        "0,      0.0112, 'at most 12 of 1,000'",
        "0.1234, 0.1299, 'between 123 and 130 of 1,000'",
        "0.3,    0.6,    between 3 and 6 of 10",
        "0,      1,      anything between none and all of 10"
    })
    void an_interval_is_said_as_so_many_of_so_many(double low, double high, String said) {
        assertThat(RateWords.of(low, high, Locale.ENGLISH)).isEqualTo(said);
    }

    @Test
    void german_says_the_same_with_its_own_figures() {
        assertThat(RateWords.of(0, 0.0112, Locale.GERMAN)).isEqualTo("höchstens 12 von 1.000");
    }

    /** The words never claim more than the figures: the interval lies within what is said. */
    @Test
    void the_words_are_never_narrower_than_the_interval() {
        for (int n = 20; n <= 400; n += 19) {
            for (int k = 0; k <= n; k += 7) {
                double share = (double) k / n;
                double half = 1.96 * Math.sqrt(share * (1 - share) / n);
                double low = Math.max(0, share - half);
                double high = Math.min(1, share + half);
                String said = RateWords.of(low, high, Locale.ROOT);
                String[] words = said.replace(",", "").split(" ", -1);
                if (words[0].equals("between")) {
                    double whole = Double.parseDouble(words[5]);
                    assertThat(Double.parseDouble(words[1]) / whole).as(said).isLessThanOrEqualTo(low + 1e-6);
                    assertThat(Double.parseDouble(words[3]) / whole).as(said).isGreaterThanOrEqualTo(high - 1e-6);
                }
            }
        }
    }
}
