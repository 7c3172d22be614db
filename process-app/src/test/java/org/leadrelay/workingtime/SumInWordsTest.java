package org.leadrelay.workingtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.OfficeHours.nineToFive;
import static org.leadrelay.testing.OfficeHours.weekdays;
import static org.leadrelay.testing.Week.BERLIN;
import static org.leadrelay.testing.Week.at;
import static org.leadrelay.testing.Week.berlin;
import static org.leadrelay.testing.Week.friday;
import static org.leadrelay.testing.Week.monday;
import static org.leadrelay.testing.Week.nextMonday;
import static org.leadrelay.testing.Week.thursday;
import static org.leadrelay.testing.Week.tuesday;
import static org.leadrelay.testing.Week.wednesday;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the sum of a promise reads, and the sums of a pause, of the buyer's own day and of another charter. */
class SumInWordsTest {

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource({
        "PT45S,     45 s",
        "PT1M,      1 min",
        "PT1M30S,   1 min 30 s",
        "PT59M59S,  59 min 59 s",
        "PT1H,      1 h",
        "PT1H1S,    1 h",
        "PT1H30M,   90 min",
        "PT1H31M,   1 h 31 min",
        "PT2H,      2 h",
        "PT8H15M,   8 h 15 min"
    })
    void time_reads_in_the_largest_units_that_do_not_lose_it(Duration work, String words) {
        assertThat(WorkingTime.amount(work)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} seen from Monday reads {1}")
    @CsvSource({"monday 12:45, Mon 12:45", "sunday 08:59, Sun 08:59", "sunday 09:00, Sun 8 Mar 09:00"})
    void a_day_of_this_week_needs_no_date(String instant, String words) {
        assertThat(WorkingTime.moment(at(instant), monday("09:00"), BERLIN, Locale.ENGLISH))
                .isEqualTo(words);
    }

    @Test
    void days_read_in_the_readers_language_and_any_other_is_english() {
        assertThat(WorkingTime.moment(monday("12:45"), monday("09:00"), BERLIN, Locale.GERMANY))
                .isEqualTo("Mo 12:45");
        assertThat(WorkingTime.moment(monday("12:45"), monday("09:00"), BERLIN, Locale.FRENCH))
                .isEqualTo("Mon 12:45");
    }

    @ParameterizedTest(name = "{1} from {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "monday 10:00 | PT2H  | opened Mon 10:00, 2 h Monday: due Mon 12:00",
                "monday 16:00 | PT2H  | opened Mon 16:00, 1 h Monday, 1 h Tuesday: due Tue 10:00",
                "friday 16:00 | PT2H  | opened Fri 16:00, 1 h Friday, weekend, 1 h Monday: due Mon 10:00",
                "saturday 16:00 | PT1H | opened Sat 16:00, weekend, 1 h Monday: due Mon 10:00",
                "monday 16:00 | PT27H | opened Mon 16:00, 1 h Monday, 3 full days, 2 h Friday: due Fri 11:00",
                "monday 16:00 | PT17H | opened Mon 16:00, 1 h Monday, 8 h Tuesday, 8 h Wednesday: due Wed 17:00"
            })
    void the_sum_is_told_day_by_day(String from, String work, String words) {
        assertThat(nineToFive().count(at(from), Duration.parse(work)).words(Locale.ENGLISH))
                .isEqualTo(words.strip());
    }

    @Test
    void a_pause_says_what_was_left_of_it() {
        assertThat(Pause.words(
                        nineToFive(),
                        monday("12:00"),
                        Duration.ofHours(3),
                        tuesday("10:00"),
                        tuesday("13:00"),
                        Locale.ENGLISH))
                .isEqualTo("paused Mon 12:00 with 3 h left, resumed Tue 10:00: due Tue 13:00");
    }

    @Test
    void the_buyers_own_day_lasts_from_its_moment_to_its_evening() {
        // when
        Renewal renewal = Renewal.of(nineToFive(), monday("10:00"), thursday("11:00"), 0.5);

        // then
        assertThat(renewal.day()).isEqualTo(thursday("11:00"));
        assertThat(renewal.due()).isEqualTo(thursday("17:00"));
        assertThat(renewal.remind()).isEqualTo(thursday("14:00"));
        assertThat(renewal.words(Locale.ENGLISH))
                .isEqualTo("renewed Mon 10:00 to the buyer's day, Thu 11:00: due Thu 17:00");
    }

    @Test
    void a_buyers_day_that_is_closed_is_the_next_open_one() {
        // when
        Renewal renewal = Renewal.of(nineToFive(), monday("10:00"), friday("17:00"), null);

        // then
        assertThat(renewal.day()).isEqualTo(nextMonday("09:00"));
        assertThat(renewal.due()).isEqualTo(nextMonday("17:00"));
        assertThat(renewal.remind()).isNull();
    }

    @Test
    void a_buyers_day_that_lies_behind_is_today() {
        // when
        Renewal renewal = Renewal.of(nineToFive(), wednesday("12:00"), monday("09:00"), null);

        // then
        assertThat(renewal.day()).isEqualTo(wednesday("12:00"));
        assertThat(renewal.due()).isEqualTo(wednesday("17:00"));
    }

    @Test
    void a_new_charter_tells_its_own_sum() {
        // given
        WorkingTime counted = nineToFive().count(monday("14:00"), Duration.ofHours(5));

        // then
        assertThat(new Recalculation(2, BERLIN, tuesday("09:00"), counted, Duration.ofHours(5), tuesday("11:00"))
                        .text(Locale.ENGLISH))
                .isEqualTo("version 2 of the charter from Tue 09:00:"
                        + " opened Mon 14:00, 3 h Monday, 2 h Tuesday: due Tue 11:00");
    }

    @Test
    void a_new_charter_whose_time_had_passed_says_when_it_is_due_instead() {
        // given
        WorkingTime counted = nineToFive().count(monday("14:00"), Duration.ofHours(1));

        // then
        assertThat(new Recalculation(2, BERLIN, tuesday("09:00"), counted, Duration.ZERO, tuesday("09:00"))
                        .text(Locale.ENGLISH))
                .endsWith("1 h Monday: due Mon 15:00, which had passed: due Tue 09:00");
        assertThat(new Recalculation(2, BERLIN, tuesday("09:00"), null, Duration.ofHours(4), tuesday("13:00"))
                        .text(Locale.ENGLISH))
                .isEqualTo("version 2 of the charter from Tue 09:00: 4 h left: due Tue 13:00");
    }

    @Test
    void working_days_keep_the_time_of_day_and_hours_come_on_top() {
        assertThat(nineToFive().add(monday("10:00"), WorkAmount.parse("P1D"))).isEqualTo(tuesday("10:00"));
        assertThat(nineToFive().add(monday("10:00"), WorkAmount.parse("P1DT2H")))
                .isEqualTo(tuesday("12:00"));
        assertThat(nineToFive().add(friday("10:00"), WorkAmount.parse("P1D"))).isEqualTo(nextMonday("10:00"));
        // outside the hours a day begins at the next opening, and ends at that day's closing
        assertThat(nineToFive().add(friday("20:00"), WorkAmount.parse("P1D"))).isEqualTo(nextMonday("17:00"));
    }

    @Test
    void time_between_is_working_time_either_way() {
        assertThat(nineToFive().between(friday("16:00"), nextMonday("10:00"))).isEqualTo(Duration.ofHours(2));
        assertThat(nineToFive().between(nextMonday("10:00"), friday("16:00"))).isEqualTo(Duration.ofHours(-2));
        assertThat(weekdays(1, "09:00-12:00", "13:00-17:00").between(monday("11:30"), monday("13:30")))
                .isEqualTo(Duration.ofHours(1));
        assertThat(nineToFive().between(berlin("2026-03-27T09:00"), berlin("2026-03-30T17:00")))
                .isEqualTo(Duration.ofHours(16));
    }
}
