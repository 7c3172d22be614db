package org.leadrelay.workingtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holidays, special days, nights. */
class OpeningHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<Opening> OFFICE = List.of(range(9, 17));

    @Test
    void a_public_holiday_is_closed_in_its_region_only() {
        // Epiphany, Tuesday 6 January 2026, is a holiday in Bavaria and none in Berlin
        BusinessCalendar bavaria = calendar(PublicHolidays.of("DE", List.of("by")));
        BusinessCalendar berlin = calendar(PublicHolidays.of("DE", List.of("be")));
        Instant monday = at("2026-01-05T16:30");

        assertThat(bavaria.add(monday, Duration.ofHours(2))).isEqualTo(at("2026-01-07T10:30"));
        assertThat(berlin.add(monday, Duration.ofHours(2))).isEqualTo(at("2026-01-06T10:30"));
    }

    @Test
    void the_arithmetic_names_the_holidays() {
        WorkingTime counted =
                calendar(PublicHolidays.of("DE", List.of())).count(at("2026-04-02T16:30"), Duration.ofHours(2));

        assertThat(counted.words(Locale.ENGLISH))
                .isEqualTo("opened Thu 16:30, 30 min Thursday, Good Friday, weekend, Easter Monday, 90 min Tuesday:"
                        + " due Tue 10:30");
        assertThat(counted.words(Locale.GERMAN))
                .isEqualTo("eröffnet Do 16:30, 30 min Donnerstag, Karfreitag, Wochenende, Ostermontag,"
                        + " 90 min Dienstag: fällig Di 10:30");
    }

    @Test
    void special_days_close_what_was_open_and_open_what_was_closed() {
        BusinessCalendar calendar = calendar(
                PublicHolidays.of("DE", List.of()),
                new SpecialDays("Company days", day("2026-12-21"), day("2027-01-03"), List.of()),
                new SpecialDays("Year-end desk", day("2026-12-29"), day("2026-12-29"), List.of(range(10, 12))),
                new SpecialDays("Saturday sale", day("2026-12-19"), day("2026-12-19"), List.of(range(10, 14))));

        assertThat(calendar.add(at("2026-12-18T16:00"), Duration.ofHours(6))).isEqualTo(at("2026-12-29T11:00"));
        assertThat(calendar.between(at("2026-12-21T00:00"), at("2027-01-04T09:00")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void an_exception_opens_a_holiday() {
        BusinessCalendar calendar = calendar(
                PublicHolidays.of("DE", List.of()),
                new SpecialDays("Fair", day("2026-05-01"), day("2026-05-01"), List.of(range(9, 12))));

        assertThat(calendar.nextOpening(at("2026-04-30T18:00"))).isEqualTo(at("2026-05-01T09:00"));
    }

    @Test
    void a_night_belongs_to_the_day_it_began() {
        // given nights from Sunday to Friday, and New Year's Day a holiday
        Map<DayOfWeek, List<Opening>> nights = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            nights.put(DayOfWeek.of(day), List.of(range(22, 6)));
        }
        BusinessCalendar calendar = new BusinessCalendar(
                1, BERLIN, new OpeningHours(nights, PublicHolidays.of("DE", List.of()), List.of()));

        // then the night of 31 December runs on into the holiday, and the holiday's own does not
        // begin
        assertThat(calendar.between(at("2026-12-31T12:00"), at("2027-01-02T12:00")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(calendar.add(at("2026-11-24T05:30"), Duration.ofHours(1))).isEqualTo(at("2026-11-24T22:30"));
        assertThat(calendar.nextOpening(at("2026-11-24T05:30"))).isEqualTo(at("2026-11-24T05:30"));
        assertThat(calendar.nextOpening(at("2026-11-24T06:00"))).isEqualTo(at("2026-11-24T22:00"));
    }

    @Test
    void a_night_has_seven_hours_in_spring_and_nine_in_autumn() {
        BusinessCalendar nights = new BusinessCalendar(1, BERLIN, Map.of(DayOfWeek.SATURDAY, List.of(range(22, 6))));

        assertThat(nights.between(at("2026-03-28T12:00"), at("2026-03-29T12:00")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.between(at("2026-10-24T12:00"), at("2026-10-25T12:00")))
                .isEqualTo(Duration.ofHours(9));
    }

    @Test
    void a_calendar_that_closes_for_good_says_so_instead_of_counting_on() {
        BusinessCalendar fair = new BusinessCalendar(
                1,
                BERLIN,
                new OpeningHours(
                        Map.of(),
                        PublicHolidays.NONE,
                        List.of(new SpecialDays("Fair", day("2026-05-04"), day("2026-05-05"), OFFICE))));

        assertThat(fair.add(at("2026-05-01T12:00"), Duration.ofHours(10))).isEqualTo(at("2026-05-05T11:00"));
        assertThatIllegalStateException()
                .isThrownBy(() -> fair.add(at("2026-05-01T12:00"), Duration.ofHours(17)))
                .withMessageContaining("give it an opening");
        assertThatIllegalStateException().isThrownBy(() -> fair.nextOpening(at("2026-05-06T12:00")));
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_remedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicHolidays.of("XX", List.of()))
                .withMessageContaining("known are");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicHolidays.of("DE", List.of("atlantis")))
                .withMessageContaining("by");
        assertThatIllegalArgumentException().isThrownBy(() -> range(8, 8)).withMessageContaining("00:00 to 00:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpecialDays("Backwards", day("2026-05-05"), day("2026-05-04"), List.of()))
                .withMessageContaining("before it begins");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpeningHours.weekly(Map.of(
                        DayOfWeek.MONDAY, List.of(range(22, 6)),
                        DayOfWeek.TUESDAY, List.of(range(5, 9)))))
                .withMessageContaining("overlap");
    }

    private static BusinessCalendar calendar(PublicHolidays holidays, SpecialDays... special) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 5; day++) {
            week.put(DayOfWeek.of(day), OFFICE);
        }
        return new BusinessCalendar(1, BERLIN, new OpeningHours(week, holidays, List.of(special)));
    }

    private static Opening range(int opens, int closes) {
        return new Opening(LocalTime.of(opens, 0), LocalTime.of(closes, 0));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }
}
