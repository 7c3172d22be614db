package org.leadrelay.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.OfficeHours.nineToFive;
import static org.leadrelay.testing.Week.BERLIN;
import static org.leadrelay.testing.Week.at;
import static org.leadrelay.testing.Week.monday;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.testing.OfficeHours;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.OpeningHours;
import org.leadrelay.workingtime.PublicHolidays;
import org.leadrelay.workingtime.SpecialDays;

/** When mail may leave for somebody who works from nine to five. */
class QuietHoursTest {

    private final BusinessCalendars calendars = mock(BusinessCalendars.class);
    private final QuietHours quiet = new QuietHours(calendars);

    @BeforeEach
    void hours() {
        when(calendars.forRep("ada")).thenReturn(nineToFive());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "monday 09:00, monday 09:00",
        "monday 12:45, monday 12:45",
        "monday 17:00, tuesday 09:00",
        "monday 07:00, monday 09:00",
        "friday 18:00, next-monday 09:00"
    })
    void it_leaves_at_once_while_open_and_else_when_it_opens(String now, String leaves) {
        assertThat(quiet.next("ada", at(now))).isEqualTo(at(leaves));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "monday 07:00,   monday 09:00",
        "monday 09:00,   tuesday 09:00",
        "monday 12:45,   tuesday 09:00",
        "friday 12:45,   next-monday 09:00",
        "saturday 12:45, next-monday 09:00"
    })
    void a_digest_leaves_when_the_next_day_of_work_begins(String now, String leaves) {
        assertThat(quiet.nextDay("ada", at(now))).isEqualTo(at(leaves));
    }

    @Test
    void a_calendar_that_never_opens_again_keeps_nothing_back() {
        // given: open on one day long ago
        SpecialDays once = new SpecialDays(
                "once", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 1), List.of(OfficeHours.range("09:00-17:00")));
        when(calendars.forRep("ada"))
                .thenReturn(new BusinessCalendar(
                        1, BERLIN, new OpeningHours(Map.of(), PublicHolidays.NONE, List.of(once))));

        // then
        assertThat(quiet.next("ada", monday("10:00"))).isEqualTo(monday("10:00"));
        assertThat(quiet.nextDay("ada", monday("10:00"))).isEqualTo(monday("10:00"));
    }
}
