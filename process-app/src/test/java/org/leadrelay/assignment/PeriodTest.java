package org.leadrelay.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.Week.BERLIN;
import static org.leadrelay.testing.Week.berlin;
import static org.leadrelay.testing.Week.monday;
import static org.leadrelay.testing.Week.nextMonday;
import static org.leadrelay.testing.Week.sunday;
import static org.leadrelay.testing.Week.thursday;
import static org.leadrelay.testing.Week.wednesday;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodTest {

    @Test
    void a_day_is_the_day_of_the_wall_clock() {
        assertThat(Period.DAY.start(wednesday("15:30"), BERLIN)).isEqualTo(wednesday("00:00"));
        assertThat(Period.DAY.next(wednesday("15:30"), BERLIN)).isEqualTo(thursday("00:00"));
        // half past midnight in Berlin is still Wednesday in New York
        assertThat(Period.DAY.start(thursday("00:30"), ZoneId.of("America/New_York")))
                .isEqualTo(wednesday("06:00"));
    }

    @Test
    void a_week_runs_from_monday_to_sunday() {
        assertThat(Period.WEEK.start(monday("00:00"), BERLIN)).isEqualTo(monday("00:00"));
        assertThat(Period.WEEK.start(sunday("23:59"), BERLIN)).isEqualTo(monday("00:00"));
        assertThat(Period.WEEK.next(sunday("23:59"), BERLIN)).isEqualTo(nextMonday("00:00"));
    }

    @Test
    void a_day_on_which_the_clocks_change_is_longer_or_shorter() {
        // given
        Instant spring = berlin("2026-03-29T12:00");
        Instant autumn = berlin("2026-10-25T12:00");

        // then
        assertThat(length(Period.DAY, spring)).isEqualTo(Duration.ofHours(23));
        assertThat(length(Period.DAY, autumn)).isEqualTo(Duration.ofHours(25));
    }

    @ParameterizedTest
    @EnumSource(Period.class)
    void its_code_is_read_as_it_is_written(Period period) {
        assertThat(Period.of(period.code())).isEqualTo(period);
        assertThat(period.code()).isLowerCase();
    }

    private static Duration length(Period period, Instant at) {
        return Duration.between(period.start(at, BERLIN), period.next(at, BERLIN));
    }
}
