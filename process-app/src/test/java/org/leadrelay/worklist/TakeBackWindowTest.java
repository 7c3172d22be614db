package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.OfficeHours.nineToFive;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeBackWindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest(name = "won {0}: {2}")
    @CsvSource({
        "2026-03-02T09:00:00Z, 2026-03-02T23:00:00Z, in the hours of a Monday",
        "2026-03-02T22:30:00Z, 2026-03-02T23:00:00Z, long after closing time",
        "2026-03-02T23:00:00Z, 2026-03-03T23:00:00Z, at midnight a new day has begun",
        "2026-03-06T16:00:00Z, 2026-03-06T23:00:00Z, a Friday ends on Friday",
        "2026-03-07T10:00:00Z, 2026-03-09T23:00:00Z, a Saturday ends with the Monday",
        "2026-03-28T10:00:00Z, 2026-03-30T22:00:00Z, clocks were put forward meanwhile"
    })
    void a_win_can_be_taken_back_to_the_end_of_the_working_day(Instant won, Instant until, String why) {
        assertThat(TakeBackWindow.endOf(won, nineToFive(), BERLIN)).as(why).isEqualTo(until);
    }
}
