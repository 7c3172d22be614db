package org.leadrelay.workingtime;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What others who count working time got wrong, one test each. */
class KnownCasesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<DayOfWeek> WEEKDAYS = List.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);

    private final BusinessCalendar office = calendar(WEEKDAYS, range("09:00", "17:00"));

    @Test
    void created_on_a_weekend_at_15_00() {
        assertThat(due(office, "2026-11-21T15:00", "PT2H")).isEqualTo("2026-11-23T11:00");
        assertThat(due(office, "2026-11-22T15:00", "PT2H")).isEqualTo("2026-11-23T11:00");
    }

    @Test
    void created_on_a_weekend_at_19_00() {
        assertThat(due(office, "2026-11-21T19:00", "PT2H")).isEqualTo("2026-11-23T11:00");
        assertThat(due(office, "2026-11-22T19:00", "PT2H")).isEqualTo("2026-11-23T11:00");
    }

    @Test
    void created_before_opening() {
        assertThat(due(office, "2026-11-23T06:00", "PT2H")).isEqualTo("2026-11-23T11:00");
        assertThat(due(office, "2026-11-23T00:00", "PT2H")).isEqualTo("2026-11-23T11:00");
        assertThat(due(office, "2026-11-23T08:59:59", "PT2H")).isEqualTo("2026-11-23T11:00");
    }

    @Test
    void created_after_closing() {
        assertThat(due(office, "2026-11-23T17:00", "PT2H")).isEqualTo("2026-11-24T11:00");
        assertThat(due(office, "2026-11-23T23:59:59", "PT2H")).isEqualTo("2026-11-24T11:00");
        assertThat(due(office, "2026-11-27T18:00", "PT2H")).isEqualTo("2026-11-30T11:00");
    }

    @Test
    void created_on_a_holiday() {
        // Good Friday to Easter Monday 2026: 3 to 6 April
        BusinessCalendar german = holidays("DE");

        assertThat(due(german, "2026-04-03T10:00", "PT2H")).isEqualTo("2026-04-07T11:00");
        assertThat(due(german, "2026-04-02T16:30", "PT2H")).isEqualTo("2026-04-07T10:30");
        assertThat(between(german, "2026-04-03T00:00", "2026-04-07T09:00")).isEqualTo("PT0S");
    }

    @Test
    void a_holiday_at_the_weekend_moves_nothing_that_the_country_does_not_move() {
        // Independence Day 2026 is a Saturday and kept on Friday the 3rd; Germany's unity day is
        // a Saturday too and stays there
        assertThat(due(holidays("US"), "2026-07-02T16:00", "PT2H")).isEqualTo("2026-07-06T10:00");
        assertThat(due(holidays("DE"), "2026-10-02T16:00", "PT2H")).isEqualTo("2026-10-05T10:00");
    }

    @Test
    void a_lunch_break_does_not_count() {
        BusinessCalendar lunch = calendar(WEEKDAYS, range("09:00", "12:00"), range("13:00", "17:00"));

        assertThat(due(lunch, "2026-11-23T11:30", "PT1H")).isEqualTo("2026-11-23T13:30");
        assertThat(due(lunch, "2026-11-23T12:30", "PT1H")).isEqualTo("2026-11-23T14:00");
        assertThat(due(lunch, "2026-11-23T11:00", "PT1H")).isEqualTo("2026-11-23T12:00");
        assertThat(between(lunch, "2026-11-23T11:30", "2026-11-23T13:30")).isEqualTo("PT1H");
    }

    @Test
    void one_day_is_one_working_day_and_not_24_working_hours() {
        WorkAmount day = WorkAmount.parse("P1D");

        assertThat(due(office, "2026-11-23T11:00", day)).isEqualTo("2026-11-24T11:00");
        assertThat(due(office, "2026-11-27T11:00", day)).isEqualTo("2026-11-30T11:00");
        assertThat(due(office, "2026-11-21T15:00", day)).isEqualTo("2026-11-23T17:00");
        assertThat(due(office, "2026-11-23T11:00", WorkAmount.parse("P3DT30M"))).isEqualTo("2026-11-26T11:30");
        // a short Friday is a working day as any other, and so is one that holds a holiday's eve
        BusinessCalendar shortFriday = shortFriday();
        assertThat(due(shortFriday, "2026-11-26T11:00", day)).isEqualTo("2026-11-27T11:00");
        assertThat(due(shortFriday, "2026-11-26T16:00", day)).isEqualTo("2026-11-27T14:00");
        assertThat(due(holidays("DE"), "2026-04-02T11:00", day)).isEqualTo("2026-04-07T11:00");
        // a night shift's day is its night
        BusinessCalendar nights = calendar(WEEKDAYS, range("22:00", "06:00"));
        assertThat(due(nights, "2026-11-28T02:00", day)).isEqualTo("2026-12-01T02:00");
        assertThat(due(nights, "2026-11-24T23:00", day)).isEqualTo("2026-11-25T23:00");
    }

    @Test
    void clocks_go_forward() {
        BusinessCalendar sundays = calendar(List.of(SUNDAY), range("01:00", "04:00"));
        BusinessCalendar always = calendar(List.of(DayOfWeek.values()), range("00:00", "00:00"));

        assertThat(due(office, "2026-03-27T16:30", "PT2H")).isEqualTo("2026-03-30T10:30");
        assertThat(due(sundays, "2026-03-28T12:00", "PT2H")).isEqualTo("2026-03-29T04:00");
        assertThat(due(sundays, "2026-03-28T12:00", "PT1H30M")).isEqualTo("2026-03-29T03:30");
        assertThat(between(always, "2026-03-29T00:00", "2026-03-30T00:00")).isEqualTo("PT23H");
    }

    @Test
    void clocks_go_back() {
        BusinessCalendar sundays = calendar(List.of(SUNDAY), range("01:00", "04:00"));
        BusinessCalendar always = calendar(List.of(DayOfWeek.values()), range("00:00", "00:00"));

        assertThat(due(office, "2026-10-23T16:30", "PT2H")).isEqualTo("2026-10-26T10:30");
        assertThat(due(sundays, "2026-10-24T12:00", "PT4H")).isEqualTo("2026-10-25T04:00");
        assertThat(between(always, "2026-10-25T00:00", "2026-10-26T00:00")).isEqualTo("PT25H");
    }

    @Test
    void a_calendar_with_no_opening_is_refused_with_a_remedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar(WEEKDAYS))
                .withMessageContaining("give it at least one opening range");
    }

    @Test
    void a_calendar_that_closes_for_good_is_an_error_and_no_endless_loop() {
        BusinessCalendar shut = new BusinessCalendar(
                1,
                BERLIN,
                new OpeningHours(
                        Map.of(MONDAY, List.of(range("09:00", "17:00"))),
                        PublicHolidays.NONE,
                        List.of(new SpecialDays(
                                "Shut", LocalDate.of(2026, 12, 1), LocalDate.of(2199, 12, 31), List.of()))));
        Instant from = at("2026-11-30T16:00");

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> shut.add(from, Duration.ofHours(2)))
                    .withMessageContaining("give it an opening");
            assertThatIllegalStateException()
                    .isThrownBy(() -> shut.count(from, WorkAmount.parse("P1D")))
                    .withMessageContaining("give it an opening");
            assertThatIllegalStateException().isThrownBy(() -> shut.nextOpening(at("2026-12-01T09:00")));
            assertThat(shut.between(from, at("2190-01-01T00:00"))).isEqualTo(Duration.ofHours(1));
        });
    }

    @Test
    void a_shift_that_crosses_midnight() {
        BusinessCalendar nights = calendar(WEEKDAYS, range("22:00", "06:00"));

        assertThat(due(nights, "2026-11-23T23:00", "PT2H")).isEqualTo("2026-11-24T01:00");
        assertThat(due(nights, "2026-11-24T05:30", "PT1H")).isEqualTo("2026-11-24T22:30");
        // Friday's night ends on Saturday; Saturday and Sunday have none
        assertThat(due(nights, "2026-11-28T05:00", "PT2H")).isEqualTo("2026-11-30T23:00");
        assertThat(between(nights, "2026-11-23T00:00", "2026-11-30T00:00")).isEqualTo("PT40H");
        // the night of a change of the clocks has an hour less, or more
        BusinessCalendar saturday = calendar(List.of(SATURDAY), range("22:00", "06:00"));
        assertThat(between(saturday, "2026-03-28T12:00", "2026-03-29T12:00")).isEqualTo("PT7H");
        assertThat(between(saturday, "2026-10-24T12:00", "2026-10-25T12:00")).isEqualTo("PT9H");
    }

    @Test
    void reminders_never_fall_outside_opening_hours() {
        // given
        long seed = Long.getLong("calendar.seed", 20_261_123L);
        System.out.println("reminders: seed " + seed);
        Random random = new Random(seed);
        LocalDate first = LocalDate.of(2026, 3, 24);
        for (int i = 0; i < 300; i++) {
            BusinessCalendar calendar = new BusinessCalendar(1, BERLIN, RandomHours.around(random, first, 12));
            for (int j = 0; j < 100; j++) {
                Instant from = first.atStartOfDay(BERLIN).toInstant().plusSeconds(random.nextInt(900_000));
                // whole half hours meet closing times, which is where a reminder goes wrong
                Duration work = Duration.ofMinutes(30L * (2 + random.nextInt(60)));
                // when
                Instant remind = calendar.reminder(from, work.dividedBy(2));
                // then
                assertThat(open(calendar, remind))
                        .as("seed %d, %s and %s in %s", seed, from, work, calendar.hours())
                        .isTrue();
                assertThat(remind).isBefore(calendar.add(from, work));
            }
        }
    }

    @Test
    void a_reminder_at_closing_time_comes_with_the_next_opening() {
        assertThat(office.reminder(at("2026-11-20T16:00"), Duration.ofHours(1))).isEqualTo(at("2026-11-23T09:00"));
    }

    @Test
    void a_year_takes_less_than_a_millisecond() {
        // given everything that costs: holidays, breaks, a thousand special days, clock changes
        ArrayList<SpecialDays> special = new ArrayList<SpecialDays>();
        for (int day = 0; day < 1_000; day++) {
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
            special.add(new SpecialDays("day " + day, date, date, List.of(range("09:00", "16:00"))));
        }
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        WEEKDAYS.forEach(day -> week.put(day, List.of(range("09:00", "12:00"), range("13:00", "17:00"))));
        BusinessCalendar calendar = new BusinessCalendar(
                1, BERLIN, new OpeningHours(week, PublicHolidays.of("DE", List.of("by")), special));
        Instant from = at("2026-11-20T16:30");
        Duration year = calendar.between(from, at("2027-11-20T16:30"));
        for (int i = 0; i < 1_000; i++) {
            calendar.add(from, year);
        }

        // when: the median of a thousand, so that a pause of the machine counts once
        long[] nanos = new long[1_000];
        for (int i = 0; i < nanos.length; i++) {
            long begun = System.nanoTime();
            calendar.add(from, year);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);

        // then
        Duration median = Duration.ofNanos(nanos[nanos.length / 2]);
        System.out.println("a year of working time: " + median.toNanos() / 1_000 + " µs");
        assertThat(median).isLessThan(Duration.ofMillis(1));
    }

    /** By the clock on the wall, without the arithmetic that is tested. */
    private static boolean open(BusinessCalendar calendar, Instant instant) {
        LocalDateTime local = instant.atZone(BERLIN).toLocalDateTime();
        for (LocalDate day : List.of(local.toLocalDate().minusDays(1), local.toLocalDate())) {
            for (Opening range : calendar.hours().on(day)) {
                if (!range.begins(day).isAfter(local) && range.ends(day).isAfter(local)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static BusinessCalendar calendar(List<DayOfWeek> days, Opening... openings) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach(day -> week.put(day, List.of(openings)));
        return new BusinessCalendar(1, BERLIN, week);
    }

    private static BusinessCalendar holidays(String country) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        WEEKDAYS.forEach(day -> week.put(day, List.of(range("09:00", "17:00"))));
        return new BusinessCalendar(
                1, BERLIN, new OpeningHours(week, PublicHolidays.of(country, List.of()), List.of()));
    }

    private static BusinessCalendar shortFriday() {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        WEEKDAYS.forEach(day -> week.put(day, List.of(range("09:00", "17:00"))));
        week.put(FRIDAY, List.of(range("09:00", "14:00")));
        return new BusinessCalendar(1, BERLIN, week);
    }

    private static Opening range(String opens, String closes) {
        return new Opening(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static String due(BusinessCalendar calendar, String from, String work) {
        return due(calendar, from, WorkAmount.parse(work));
    }

    private static String due(BusinessCalendar calendar, String from, WorkAmount work) {
        return calendar.count(at(from), work)
                .due()
                .atZone(BERLIN)
                .toLocalDateTime()
                .toString();
    }

    private static String between(BusinessCalendar calendar, String from, String to) {
        return calendar.between(at(from), at(to)).toString();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
