package org.leadrelay.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PublicHolidaysTest {

    @Test
    void every_region_that_can_be_chosen_has_a_name_and_can_be_counted_with() {
        int chosen = 0;
        for (var country : PublicHolidays.countries()) {
            chosen += regionsOf(country, List.of());
        }
        assertThat(chosen).isGreaterThan(500);
    }

    private static int regionsOf(String country, List<String> within) {
        int chosen = 0;
        for (var each : PublicHolidays.regions(country, within)) {
            var region = new ArrayList<>(within);
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
}
