package org.leadrelay.workingtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Working time as it is written: whole working days, and hours on top of them. */
class WorkAmountTest {

    @ParameterizedTest(name = "{0}: {1} days and {2}, written {3}")
    @CsvSource({
        "PT4H,        0,    PT4H,     PT4H",
        "pt90m,       0,    PT1H30M,  PT1H30M",
        "' P1D ',     1,    PT0S,     P1D",
        "P2DT90M,     2,    PT1H30M,  P2DT1H30M",
        "P0DT3H,      0,    PT3H,     PT3H",
        "P3660D,      3660, PT0S,     P3660D",
        "PT36H,       0,    PT36H,    PT36H",
        "PT0S,        0,    PT0S,     PT0S"
    })
    void it_is_read_and_written_in_iso_8601(String text, int days, Duration rest, String written) {
        // when
        WorkAmount amount = WorkAmount.parse(text);

        // then
        assertThat(amount).isEqualTo(new WorkAmount(days, rest)).hasToString(written);
        assertThat(WorkAmount.parse(amount.toString())).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "four hours",
                "4H",
                "P1Y",
                "PT-1H",
                "-PT1H",
                "P3661D",
                "P1234567D",
                "+P1D",
                "P+1D",
                "P-1D",
                "P1DT",
                "P1DTx"
            })
    void what_is_no_working_time_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WorkAmount.parse(text));
    }

    @Test
    void the_refusal_says_how_to_write_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkAmount.parse("a while"))
                .withMessageContaining("A WHILE")
                .withMessageContaining("PT4H");
    }

    @Test
    void days_go_before_hours_in_order() {
        assertThat(Stream.of("P2D", "PT100H", "P1DT1H", "P1D", "PT1H")
                        .map(WorkAmount::parse)
                        .sorted())
                .extracting(WorkAmount::toString)
                .containsExactly("PT1H", "PT100H", "P1D", "P1DT1H", "P2D");
    }

    @Test
    void nothing_is_neither_days_nor_hours() {
        assertThat(WorkAmount.NONE.isZero()).isTrue();
        assertThat(WorkAmount.parse("P1D").isZero()).isFalse();
        assertThat(WorkAmount.of(Duration.ofSeconds(1)).isZero()).isFalse();
    }
}
