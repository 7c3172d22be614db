package org.leadrelay.workingtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Opening NINE_TO_FIVE = new Opening(LocalTime.of(9, 0), LocalTime.of(17, 0));

    private final BusinessCalendar office = office(BERLIN);

    static BusinessCalendar office(ZoneId zone) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), List.of(NINE_TO_FIVE));
        }
        return new BusinessCalendar(1, zone, week);
    }

    @ParameterizedTest(name = "{0} and {1} of work is {2}")
    @CsvSource({
        "2026-11-20T16:30, PT2H,    2026-11-23T10:30", // over a weekend
        "2026-11-20T15:00, PT2H,    2026-11-20T17:00", // ends exactly at closing
        "2026-11-20T15:00, PT2H1S,  2026-11-23T09:00:01",
        "2026-11-21T15:00, PT2H,    2026-11-23T11:00", // Saturday afternoon
        "2026-11-21T19:00, PT2H,    2026-11-23T11:00", // Saturday evening
        "2026-11-23T06:00, PT1H,    2026-11-23T10:00", // before opening
        "2026-11-23T18:00, PT1H,    2026-11-24T10:00", // after closing
        "2026-11-23T17:00, PT1H,    2026-11-24T10:00", // at closing
        "2026-11-23T11:00, PT8H,    2026-11-24T11:00", // one working day, not 24 hours
        "2026-11-23T09:00, PT40H,   2026-11-27T17:00",
        "2026-11-23T10:00, PT40H,   2026-11-30T10:00",
        "2026-03-27T16:30, PT2H,    2026-03-30T10:30", // clocks go forward on Sunday
        "2026-10-23T16:30, PT2H,    2026-10-26T10:30", // clocks go back on Sunday
        "2026-11-22T12:00, PT0S,    2026-11-23T09:00", // nothing to do, at the next opening
        "2026-11-23T12:34:56, PT0S, 2026-11-23T12:34:56",
        "2026-11-23T16:59:59, PT2S, 2026-11-24T09:00:01",
    })
    void working_time_is_counted_to_the_second(LocalDateTime from, Duration work, LocalDateTime due) {
        assertThat(office.add(in(from), work)).isEqualTo(in(due));
    }

    @Test
    void a_day_on_which_the_clocks_go_forward_is_an_hour_shorter_while_open() {
        // given
        BusinessCalendar nights =
                new BusinessCalendar(1, BERLIN, Map.of(DayOfWeek.SUNDAY, List.of(new Opening(time(1), time(4)))));
        Instant saturday = in(LocalDateTime.parse("2026-03-28T12:00"));

        // then
        assertThat(nights.add(saturday, Duration.ofHours(2))).isEqualTo(in(LocalDateTime.parse("2026-03-29T04:00")));
        assertThat(nights.between(saturday, in(LocalDateTime.parse("2026-03-29T12:00"))))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_day_on_which_the_clocks_go_back_is_an_hour_longer_while_open() {
        // given
        BusinessCalendar nights =
                new BusinessCalendar(1, BERLIN, Map.of(DayOfWeek.SUNDAY, List.of(new Opening(time(1), time(4)))));
        Instant saturday = in(LocalDateTime.parse("2026-10-24T12:00"));

        // then
        assertThat(nights.add(saturday, Duration.ofHours(4))).isEqualTo(in(LocalDateTime.parse("2026-10-25T04:00")));
    }

    @Test
    void a_range_may_run_to_midnight() {
        BusinessCalendar late = new BusinessCalendar(
                1, BERLIN, Map.of(DayOfWeek.MONDAY, List.of(new Opening(time(22), LocalTime.MIDNIGHT))));

        assertThat(late.add(in(LocalDateTime.parse("2026-11-23T23:30")), Duration.ofHours(1)))
                .isEqualTo(in(LocalDateTime.parse("2026-11-30T22:30")));
    }

    @Test
    void a_lunch_break_does_not_count() {
        BusinessCalendar lunch = new BusinessCalendar(
                1,
                BERLIN,
                Map.of(DayOfWeek.MONDAY, List.of(new Opening(time(13), time(17)), new Opening(time(9), time(12)))));

        assertThat(lunch.add(in(LocalDateTime.parse("2026-11-23T11:30")), Duration.ofHours(1)))
                .isEqualTo(in(LocalDateTime.parse("2026-11-23T13:30")));
    }

    @Test
    void a_calendar_that_never_opens_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessCalendar(7, BERLIN, Map.of(DayOfWeek.MONDAY, List.of())))
                .withMessageContaining("never opens");
    }

    @Test
    void overlapping_ranges_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessCalendar(
                        1,
                        BERLIN,
                        Map.of(
                                DayOfWeek.MONDAY,
                                List.of(new Opening(time(9), time(12)), new Opening(time(11), time(13))))))
                .withMessageContaining("overlap");
    }

    @Test
    void negative_and_endless_durations_are_refused() {
        Instant now = in(LocalDateTime.parse("2026-11-23T10:00"));

        assertThatIllegalArgumentException().isThrownBy(() -> office.add(now, Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> office.add(now, Duration.ofDays(100_000)));
    }

    @Test
    void what_was_added_lies_between() {
        // given
        long seed = 20261122;
        Random random = new Random(seed);
        List<ZoneId> zones = List.of(BERLIN, ZoneId.of("America/New_York"), ZoneId.of("Asia/Kolkata"));
        long start = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

        for (int i = 0; i < 20_000; i++) {
            // when
            BusinessCalendar calendar = office(zones.get(i % zones.size()));
            Instant from = Instant.ofEpochSecond(start + random.nextInt(365 * 24 * 3600));
            Duration work = Duration.ofSeconds(random.nextInt(200 * 3600));
            Instant due = calendar.add(from, work);

            // then
            assertThat(calendar.between(from, due))
                    .as("seed %d, from %s, work %s", seed, from, work)
                    .isEqualTo(work);
            assertThat(calendar.between(due, from)).isEqualTo(work.negated());
            assertThat(work.isZero()
                            || calendar.between(due.minusSeconds(1), due).toSeconds() == 1)
                    .isTrue();
        }
    }

    @Test
    void the_sum_is_told_in_words() {
        WorkingTime counted = office.count(in(LocalDateTime.parse("2026-11-20T16:30")), Duration.ofHours(2));

        assertThat(counted.words(Locale.ENGLISH))
                .isEqualTo("opened Fri 16:30, 30 min Friday, weekend, 90 min Monday: due Mon 10:30");
        assertThat(counted.words(Locale.GERMAN))
                .isEqualTo("eröffnet Fr 16:30, 30 min Freitag, Wochenende, 90 min Montag: fällig Mo 10:30");
    }

    @Test
    void many_full_days_are_told_at_once() {
        WorkingTime counted = office.count(in(LocalDateTime.parse("2026-11-20T16:30")), Duration.ofHours(80));

        assertThat(counted.words(Locale.ENGLISH))
                .isEqualTo("opened Fri 16:30, 30 min Friday, 9 full days, 7 h 30 min Friday: due Fri 4 Dec 16:30");
    }

    @Test
    void what_opens_on_a_closed_day_says_so() {
        WorkingTime counted = office.count(in(LocalDateTime.parse("2026-11-21T15:00")), Duration.ofHours(2));

        assertThat(counted.words(Locale.ENGLISH)).isEqualTo("opened Sat 15:00, weekend, 2 h Monday: due Mon 11:00");
    }

    private static Instant in(LocalDateTime local) {
        return local.atZone(BERLIN).toInstant();
    }

    private static LocalTime time(int hour) {
        return LocalTime.of(hour, 0);
    }
}
