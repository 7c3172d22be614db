package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleLimitTest {

    private static final Instant LAST = Instant.parse("2026-03-02T09:00:00Z");

    private final ThrottleLimit limit =
            new ThrottleLimit(5, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofMinutes(10));

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "4, PT0S",
        "5, PT30S",
        "6, PT1M",
        "7, PT2M",
        "9, PT8M",
        "10, PT15M",
        "11, PT15M",
        "1000000, PT15M"
    })
    void the_wait_doubles_up_to_the_longest(int failures, Duration wait) {
        assertThat(limit.delay(failures)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({"5, PT0S, 5", "5, PT9M59S, 5", "5, PT10M, 4", "5, PT50M, 0", "5, PT900H, 0"})
    void failures_are_forgotten_one_by_one(int failures, Duration later, int level) {
        assertThat(limit.level(failures, LAST, LAST.plus(later))).isEqualTo(level);
    }

    @Test
    void a_clock_that_was_set_back_forgets_nothing() {
        assertThat(limit.level(7, LAST, LAST.minusSeconds(86_400))).isEqualTo(7);
    }
}
