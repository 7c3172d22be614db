package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.leadrelay.testing.Week.BERLIN;
import static org.leadrelay.testing.Week.monday;
import static org.leadrelay.testing.Week.tuesday;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.SettableClock;

/** The clock that the product goes by, and the demo moves. */
class ProductClockTest {

    private final SettableClock wall = new SettableClock();
    private final ProductClock clock = new ProductClock(wall);

    @Test
    void it_shows_the_wall_clocks_time_to_the_microsecond() {
        // when
        wall.set(monday("10:00").plusNanos(1_234_567));

        // then: that is what the database keeps
        assertThat(clock.instant()).isEqualTo(monday("10:00").plusNanos(1_234_000));
    }

    @Test
    void it_is_moved_forward_and_never_back() {
        // given
        wall.set(monday("10:00"));

        // when
        clock.shiftTo(Duration.ofDays(1));

        // then
        assertThat(clock.instant()).isEqualTo(tuesday("10:00"));
        assertThat(clock.offset()).isEqualTo(Duration.ofDays(1));
        clock.shiftTo(Duration.ofDays(1));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> clock.shiftTo(Duration.ofHours(23)));
        assertThat(clock.instant()).isEqualTo(tuesday("10:00"));
    }

    @Test
    void it_may_begin_in_the_past_once_and_nowhere_else() {
        // given
        wall.set(tuesday("10:00"));

        // then
        assertThatIllegalStateException().isThrownBy(() -> clock.beginAt(Duration.ofDays(1)));
        assertThatIllegalStateException().isThrownBy(() -> clock.beginAt(Duration.ZERO));
        clock.beginAt(Duration.ofDays(-1));
        assertThat(clock.instant()).isEqualTo(monday("10:00"));
        assertThatIllegalStateException().isThrownBy(() -> clock.beginAt(Duration.ofDays(-1)));
    }

    @Test
    void in_another_zone_it_is_the_same_clock() {
        // given
        wall.set(monday("10:00"));
        Clock berlin = clock.withZone(BERLIN);

        // when
        clock.shiftTo(Duration.ofDays(1));

        // then
        assertThat(berlin.getZone()).isEqualTo(BERLIN);
        assertThat(berlin.instant()).isEqualTo(tuesday("10:00"));
        assertThat(berlin.withZone(clock.getZone()).instant()).isEqualTo(tuesday("10:00"));
    }
}
