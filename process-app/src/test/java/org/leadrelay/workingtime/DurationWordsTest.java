package org.leadrelay.workingtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.OfficeHours.nineToFive;
import static org.leadrelay.testing.OfficeHours.range;
import static org.leadrelay.testing.OfficeHours.weekdays;
import static org.leadrelay.testing.Week.BERLIN;
import static org.leadrelay.testing.Week.at;
import static org.leadrelay.testing.Week.berlin;
import static org.leadrelay.testing.Week.friday;
import static org.leadrelay.testing.Week.monday;
import static org.leadrelay.testing.Week.nextMonday;
import static org.leadrelay.testing.Week.thursday;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How working time reads to people, with what is left and what is late split into working days and hours. */
class DurationWordsTest {

    @ParameterizedTest(name = "{0} reads {1}, {2}")
    @CsvSource({
        "PT0S,        less than 1 min,          weniger als 1 min",
        "PT59S,       less than 1 min,          weniger als 1 min",
        "PT1M,        1 min,                    1 min",
        "PT25M59S,    25 min,                   25 min",
        "PT1H,        1 working hour,           1 Arbeitsstunde",
        "PT1H1S,      1 working hour,           1 Arbeitsstunde",
        "PT2H30M,     2 working hours 30 min,   2 Arbeitsstunden 30 min",
        "PT48H,       48 working hours,         48 Arbeitsstunden",
        "P1D,         1 working day,            1 Arbeitstag",
        "P1DT59M,     1 working day,            1 Arbeitstag",
        "P7DT4H40M,   7 working days 4 h,       7 Arbeitstage 4 h"
    })
    void the_two_largest_units_are_said_and_no_more_than_there_is(String work, String english, String german) {
        assertThat(DurationWords.length(WorkAmount.parse(work), Locale.UK)).isEqualTo(english);
        assertThat(DurationWords.length(WorkAmount.parse(work), Locale.GERMANY)).isEqualTo(german);
    }

    @ParameterizedTest(name = "what was agreed, {0}, reads {1}")
    @CsvSource({
        "PT45S,         45 s",
        "PT90M,         1 working hour 30 min",
        "P1DT30M,       1 working day 30 min",
        "P2DT1H30M15S,  2 working days 1 h 30 min 15 s"
    })
    void of_what_was_agreed_nothing_is_dropped(String work, String words) {
        assertThat(DurationWords.exact(WorkAmount.parse(work), Locale.ENGLISH)).isEqualTo(words);
    }

    @ParameterizedTest(name = "at {0}, what is due {1} has {2}")
    @CsvSource({
        "monday 09:00,    monday 09:25,       25 min left",
        "monday 10:00,    monday 12:30,       2 working hours 30 min left",
        "monday 15:30,    tuesday 10:00,      2 working hours 30 min left",
        "monday 09:00,    monday 17:00,       1 working day left",
        "monday 09:01,    monday 17:00,       7 working hours 59 min left",
        "monday 11:00,    tuesday 11:00,      1 working day left",
        "monday 11:00,    tuesday 10:59,      7 working hours 59 min left",
        "monday 11:00,    friday 15:30,       4 working days 4 h left",
        "friday 15:00,    next-monday 10:00,  3 working hours left",
        "sunday 22:00,    next-monday 17:00,  1 working day left",
        "saturday 12:00,  next-monday 09:25,  25 min left",
        "monday 09:25,    monday 09:00,       25 min late",
        "monday 09:00,    monday 09:00,       less than 1 min late",
        "tuesday 11:00,   monday 11:00,       1 working day late",
        "thursday 16:15,  monday 11:00,       3 working days 5 h late",
        "sunday 12:00,    friday 16:00,       1 working hour late",
        "sunday 12:00,    friday 17:00,       less than 1 min late"
    })
    void what_is_left_or_late_is_working_time(String now, String due, String words) {
        assertThat(words(nineToFive(), at(now), at(due))).isEqualTo(words);
    }

    @Test
    void a_fortnight_says_working_days_and_none_of_the_calendars() {
        // given
        Instant due = berlin("2026-03-11T13:00");

        // then
        assertThat(words(nineToFive(), monday("09:00"), due)).isEqualTo("7 working days 4 h left");
    }

    @Test
    void outside_the_hours_time_stands_still() {
        // then
        assertThat(words(nineToFive(), friday("17:00"), nextMonday("10:00")))
                .isEqualTo(words(nineToFive(), at("sunday 23:59"), nextMonday("10:00")))
                .isEqualTo("1 working hour left");
    }

    @Test
    void a_working_day_has_the_hours_that_the_calendar_opens_on_it() {
        // given
        BusinessCalendar shortFridays = shortFridays();

        // then
        assertThat(words(shortFridays, friday("09:00"), nextMonday("09:00"))).isEqualTo("1 working day left");
        assertThat(words(shortFridays, friday("09:01"), nextMonday("09:00"))).isEqualTo("3 working hours 59 min left");
        assertThat(words(shortFridays, thursday("09:00"), nextMonday("09:00"))).isEqualTo("2 working days left");
        assertThat(words(shortFridays, thursday("09:00"), nextMonday("11:00"))).isEqualTo("2 working days 2 h left");
    }

    @Test
    void what_was_promised_as_a_working_day_begins_as_one() {
        // given
        BusinessCalendar hours = nineToFive();
        Instant opened = thursday("11:20");

        // when
        Instant due = hours.add(opened, WorkAmount.parse("P3D"));

        // then
        assertThat(words(hours, opened, due)).isEqualTo("3 working days left");
    }

    @Test
    void a_lunch_break_and_a_night_shift_count_as_they_are_open() {
        assertThat(words(weekdays(1, "08:00-12:00", "13:00-18:00"), monday("11:30"), monday("13:30")))
                .isEqualTo("1 working hour left");
        assertThat(words(weekdays(1, "22:00-06:00"), at("monday 23:00"), at("wednesday 01:00")))
                .isEqualTo("1 working day 2 h left");
    }

    @Test
    void as_time_passes_less_is_left_and_never_more() {
        // given
        BusinessCalendar hours = shortFridays();
        Instant due = nextMonday("16:40");
        Duration before = Duration.ofDays(100);
        TreeSet<Integer> days = new TreeSet<>();

        for (Instant now = monday("08:00"); now.isBefore(due); now = now.plusSeconds(17 * 60)) {
            // when
            WorkSpan left = WorkSpan.of(hours, now, due);

            // then
            assertThat(left.work()).isLessThanOrEqualTo(before);
            days.add(left.amount().days());
            before = left.work();
        }
        assertThat(days).containsExactly(0, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void how_late_something_was_done_is_split_from_its_due_instant_on() {
        assertThat(DurationWords.span(
                        WorkSpan.after(nineToFive(), friday("12:00"), Duration.ofHours(9)), Locale.ENGLISH))
                .isEqualTo("1 working day 1 h late");
    }

    @Test
    void a_calendar_that_never_opens_again_has_nothing_left() {
        // given
        BusinessCalendar once = new BusinessCalendar(
                1,
                BERLIN,
                new OpeningHours(
                        Map.of(),
                        PublicHolidays.NONE,
                        List.of(new SpecialDays(
                                "Fair",
                                monday("09:00").atZone(BERLIN).toLocalDate(),
                                monday("09:00").atZone(BERLIN).toLocalDate(),
                                List.of(range("09:00-17:00"))))));

        // then
        assertThat(words(once, friday("09:00"), nextMonday("09:00"))).isEqualTo("less than 1 min left");
        assertThat(words(once, friday("09:00"), monday("15:00"))).isEqualTo("2 working hours late");
        assertThat(once.openings(friday("09:00"), 3)).isEmpty();
    }

    @Test
    void a_browser_is_told_when_it_opens_and_closes_next() {
        assertThat(nineToFive().openings(friday("16:00"), 2))
                .containsExactly(friday("16:00"), friday("17:00"), nextMonday("09:00"), nextMonday("17:00"));
    }

    private static String words(BusinessCalendar hours, Instant now, Instant due) {
        return DurationWords.span(WorkSpan.of(hours, now, due), Locale.ENGLISH);
    }

    private static BusinessCalendar shortFridays() {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 4; day++) {
            week.put(DayOfWeek.of(day), List.of(range("09:00-17:00")));
        }
        week.put(DayOfWeek.FRIDAY, List.of(range("09:00-13:00")));
        return new BusinessCalendar(1, BERLIN, week);
    }
}
