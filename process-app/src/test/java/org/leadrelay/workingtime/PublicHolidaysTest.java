package org.leadrelay.workingtime;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicHolidaysTest {

    @Test
    void every_region_that_can_be_chosen_has_a_name_and_can_be_counted_with() {
        int chosen = 0;
        for (String country : PublicHolidays.countries()) {
            chosen += regionsOf(country, List.of());
        }
        assertThat(chosen).isGreaterThan(500);
    }

    private static int regionsOf(String country, List<String> within) {
        int chosen = 0;
        for (String each : PublicHolidays.regions(country, within)) {
            ArrayList<String> region = new ArrayList<>(within);
            region.add(each);
            assertThat(each).as(country).isEqualTo(each.toLowerCase(Locale.ROOT));
            assertThat(PublicHolidays.regionName(country, region, Locale.ENGLISH))
                    .as(country + region)
                    .isNotBlank();
            assertThat(PublicHolidays.of(country, region).region()).isEqualTo(region);
            chosen += 1 + regionsOf(country, region);
        }
        return chosen;
    }

    @Test
    void a_region_that_the_library_writes_in_capitals_is_found_in_small_letters() {
        // then
        assertThat(PublicHolidays.regions("FR", List.of())).contains("2a", "69m");
        assertThat(PublicHolidays.of("FR", List.of("2a")).on(LocalDate.of(2027, 7, 14)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        // New Year's Day on a Saturday, observed on the Friday before (OPM's lists)
        "US, 2010-12-31, true",
        "US, 2021-12-31, true",
        "US, 2027-12-31, true",
        "US, 2032-12-31, true",
        "US, 2022-01-01, false",
        "US, 2026-12-31, false",
        // on a Sunday, observed on the Monday after
        "US, 2023-01-02, true",
        // Independence Day 2026 on a Saturday, Christmas 2021 too
        "US, 2026-07-03, true",
        "US, 2021-12-24, true",
        // substitute days of Great Britain
        "GB, 2022-01-03, true",
        "GB, 2021-12-27, true",
        "GB, 2021-12-28, true",
        "GB, 2027-12-27, true",
        "GB, 2027-12-28, true",
        "GB, 2021-12-31, false",
        // Germany moves nothing
        "DE, 2027-12-31, false",
        "DE, 2028-01-01, true",
        "DE, 2022-01-03, false"
    })
    void a_holiday_is_on_the_day_on_which_it_is_observed(String country, LocalDate day, boolean closed) {
        assertThat(PublicHolidays.of(country, List.of()).on(day) != null).isEqualTo(closed);
    }

    @Test
    void no_country_loses_a_holiday_that_is_observed_in_the_year_before_or_after() {
        // given
        LocalDate first = LocalDate.of(2020, 1, 1);
        LocalDate last = LocalDate.of(2035, 12, 31);
        int moved = 0;

        for (String country : PublicHolidays.countries()) {
            HolidayManager manager =
                    HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
            TreeSet<LocalDate> expected = new TreeSet<LocalDate>();
            for (int year = 2017; year <= 2038; year++) {
                for (Holiday each : manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY)) {
                    expected.add(each.getDate());
                    moved += each.getDate().getYear() == year ? 0 : 1;
                }
            }

            // when
            PublicHolidays holidays = PublicHolidays.of(country, List.of());
            List<LocalDate> found = first.datesUntil(last.plusDays(1))
                    .filter(day -> holidays.on(day) != null)
                    .toList();

            // then
            assertThat(found).as(country).containsExactlyElementsOf(expected.subSet(first, true, last, true));
        }
        assertThat(moved).isPositive();
    }
}
