package org.leadrelay.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.OfficeHours.range;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.workingtime.Opening;

/** What is wrong with the opening hours of a form, and with which of them. */
class RangeCheckTest {

    private final List<String> wrong = new ArrayList<>();
    private final RangeCheck check = new RangeCheck((field, key, arguments) -> wrong.add(field + " " + key));

    @ParameterizedTest(name = "{0}: {1}{2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "09:00-17:00             | 09:00-17:00             | -",
                "' 09:00 - 17:00 '       | 09:00-17:00             | -",
                "13:00-17:00 09:00-12:00 | 09:00-12:00 13:00-17:00 | -",
                "09:00-12:00 12:00-17:00 | 09:00-12:00 12:00-17:00 | -",
                "22:00-24:00             | 22:00-00:00             | -",
                "22:00-06:00             | 22:00-06:00             | -",
                "00:00-24:00             | 00:00-00:00             | -",
                "09:00:30-17:00          | 09:00:30-17:00          | -",
                "09:00-12:30 12:00-17:00 | -                       | hours[1] overlap",
                "12:00-17:00 09:00-12:30 | -                       | hours[0] overlap",
                "22:00-06:00 23:00-24:00 | -                       | hours[1] overlap",
                "09:00-09:00             | -                       | hours[0].to noLength",
                "24:00-09:00             | -                       | hours[0].from unreadableTime",
                "9-17                    | -                       | hours[0].from unreadableTime",
                "09:00-17:00:00.5        | -                       | hours[0].to unreadableTime",
                "-17:00                  | -                       | hours[0].from noTime"
            })
    void ranges_are_read_in_order_and_do_not_overlap(String given, String read, String complaint) {
        // when
        List<Opening> openings = check.of("hours", form(given));

        // then
        assertThat(openings)
                .isEqualTo(
                        read == null
                                ? List.of()
                                : Arrays.stream(read.split(" ", -1))
                                        .map(each -> range(each))
                                        .toList());
        if (complaint != null) {
            assertThat(wrong).first().isEqualTo(complaint);
        } else {
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void none_is_closed_and_two_dozen_are_enough() {
        assertThat(check.of("hours", null)).isEmpty();
        assertThat(wrong).isEmpty();
        assertThat(check.of("hours", Collections.nCopies(25, new CalendarForm.Range("09:00", "10:00"))))
                .isEmpty();
        assertThat(wrong).containsExactly("hours manyRanges");
    }

    @ParameterizedTest(name = "Sunday {0}, Monday {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "22:00-06:00, 06:00-14:00, -",
                "22:00-06:00, 05:59-14:00, week.monday nightOverlaps",
                "22:00-24:00, 00:00-14:00, -",
                "09:00-17:00, 08:00-14:00, -"
            })
    void a_night_has_ended_when_the_next_day_opens(String sunday, String monday, String complaint) {
        // given
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        week.put(DayOfWeek.SUNDAY, List.of(range(sunday.replace("24:00", "00:00"))));
        week.put(DayOfWeek.MONDAY, List.of(range(monday)));

        // when
        check.nights(week);

        // then
        assertThat(wrong).isEqualTo(complaint == null ? List.of() : List.of(complaint));
    }

    private static List<CalendarForm.Range> form(String given) {
        return Arrays.stream(given.strip().split("(?<=\\d) (?=\\d)", -1))
                .map(each -> each.split("-", 2))
                .map(ends -> new CalendarForm.Range(ends[0], ends[1]))
                .toList();
    }
}
