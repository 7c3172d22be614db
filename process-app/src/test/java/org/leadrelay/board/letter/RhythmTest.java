package org.leadrelay.board.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a recurring letter is due; both clock changes of 2026 lie within. */
class RhythmTest {

    @ParameterizedTest(name = "{0} in {1} after {2}: {3}")
    @CsvSource({
        // Monday, 2 March 2026
        "WEEKLY,  Europe/Berlin,    2026-03-01T20:00:00Z, 2026-03-02T06:00:00Z",
        "WEEKLY,  Europe/Berlin,    2026-03-02T06:00:00Z, 2026-03-09T06:00:00Z",
        "WEEKLY,  America/New_York, 2026-03-02T06:00:00Z, 2026-03-02T12:00:00Z",
        "WEEKLY,  Asia/Kolkata,     2026-03-02T00:00:00Z, 2026-03-02T01:30:00Z",
        // the week in which summer time begins, and the one in which it ends
        "WEEKLY,  Europe/Berlin,    2026-03-23T06:00:00Z, 2026-03-30T05:00:00Z",
        "WEEKLY,  Europe/Berlin,    2026-10-19T05:00:00Z, 2026-10-26T06:00:00Z",
        "MONTHLY, Europe/Berlin,    2026-03-02T06:00:00Z, 2026-04-01T05:00:00Z",
        "MONTHLY, Europe/Berlin,    2026-12-15T06:00:00Z, 2027-01-01T06:00:00Z",
        "MONTHLY, Europe/Berlin,    2026-03-01T05:59:59Z, 2026-03-01T06:00:00Z"
    })
    void the_next_letter_is_due_at_seven_in_the_readers_own_zone(
            Rhythm rhythm, String zone, Instant after, Instant next) {
        assertThat(rhythm.next(after, ZoneId.of(zone))).isEqualTo(next);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "WEEKLY,  2026-03-02T06:00:00Z, 2026-03-02T06:00:00Z",
        "WEEKLY,  2026-03-02T05:59:59Z, 2026-02-23T06:00:00Z",
        "WEEKLY,  2026-03-18T12:00:00Z, 2026-03-16T06:00:00Z",
        "MONTHLY, 2026-03-18T12:00:00Z, 2026-03-01T06:00:00Z",
        "MONTHLY, 2026-03-01T05:00:00Z, 2026-02-01T06:00:00Z"
    })
    void of_several_that_were_missed_the_last_is_made_up_for(Rhythm rhythm, Instant now, Instant last) {
        assertThat(rhythm.last(now, ZoneId.of("Europe/Berlin"))).isEqualTo(last);
    }
}
