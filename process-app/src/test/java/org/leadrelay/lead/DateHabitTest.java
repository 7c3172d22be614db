package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateHabitTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2/1/2018 | 2018-01-01T23:00:00Z | 2018-01-31T23:00:00Z
        2-1-2018 | 2018-01-01T23:00:00Z | 2018-01-31T23:00:00Z
        31/1/2018 | 2018-01-30T23:00:00Z | none
        1/31/2018 | none | 2018-01-30T23:00:00Z
        2.1.2018 | 2018-01-01T23:00:00Z | 2018-01-01T23:00:00Z
        02.01.18 | 2018-01-01T23:00:00Z | 2018-01-01T23:00:00Z
        2018-01-02 | 2018-01-01T23:00:00Z | 2018-01-01T23:00:00Z
        2018/01/02 | 2018-01-01T23:00:00Z | 2018-01-01T23:00:00Z
        2018-01-02T10:11:12Z | 2018-01-02T10:11:12Z | 2018-01-02T10:11:12Z
        2018-01-02T10:11:12.345+02:00 | 2018-01-02T08:11:12Z | 2018-01-02T08:11:12Z
        2018-01-02 10:11:12 UTC | 2018-01-02T10:11:12Z | 2018-01-02T10:11:12Z
        2018-01-02T10:11:12-0500 | 2018-01-02T15:11:12Z | 2018-01-02T15:11:12Z
        2.1.2018 10:11 Uhr | 2018-01-02T09:11:00Z | 2018-01-02T09:11:00Z
        02.01.2018, 10:11 | 2018-01-02T09:11:00Z | 2018-01-02T09:11:00Z
        7/4/2018 3:05 PM | 2018-04-07T13:05:00Z | 2018-07-04T13:05:00Z
        7/4/2018 12:05 AM | 2018-04-06T22:05:00Z | 2018-07-03T22:05:00Z
        2 Jan 2018 | 2018-01-01T23:00:00Z | 2018-01-01T23:00:00Z
        Jan 2, 2018 | 2018-01-01T23:00:00Z | 2018-01-01T23:00:00Z
        January 2, 2018 10:00 AM | 2018-01-02T09:00:00Z | 2018-01-02T09:00:00Z
        2. März 2018 | 2018-03-01T23:00:00Z | 2018-03-01T23:00:00Z
        2 de enero de 2018 | 2018-01-01T23:00:00Z | 2018-01-01T23:00:00Z
        2 février 2018 | 2018-02-01T23:00:00Z | 2018-02-01T23:00:00Z
        2 stycznia 2018 | 2018-01-01T23:00:00Z | 2018-01-01T23:00:00Z
        2018年1月2日 | 2018-01-01T23:00:00Z | 2018-01-01T23:00:00Z
        Tue, 2 Jan 2018 10:00:00 GMT | 2018-01-02T10:00:00Z | 2018-01-02T10:00:00Z
        30/2/2018 | none | none
        0000-00-00 00:00:00 | none | none
        43102 | none | none
        43102.5 | none | none
        20180102 | none | none
        1/2 | none | none
        tomorrow | none | none
        1234567890123 | none | none
        """)
    void a_text_is_a_moment_under_one_habit_or_the_other_or_both(String text, String dayFirst, String monthFirst) {
        assertThat(read(DateHabit.DAY_FIRST, text)).as(text).isEqualTo(dayFirst);
        assertThat(read(DateHabit.MONTH_FIRST, text)).as(text).isEqualTo(monthFirst);
    }

    private static String read(DateHabit habit, String text) {
        return habit.read(text, BERLIN).map(Instant::toString).orElse("none");
    }
}
