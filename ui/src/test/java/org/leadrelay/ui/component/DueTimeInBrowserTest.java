package org.leadrelay.ui.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.OfficeHours.nineToFive;
import static org.leadrelay.testing.OfficeHours.weekdays;
import static org.leadrelay.testing.Week.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.ui.testing.BrowserTest;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.DurationWords;
import org.leadrelay.workingtime.WorkSpan;

/** The countdown in a browser says what the server says, and goes on saying it while time passes. */
class DueTimeInBrowserTest extends BrowserTest {

    /** Shows a promise, lets time pass without waiting, and answers what is read then. */
    private static final String READ = """
        async ({ words, promise, passed }) => {
            const around = document.createElement('div');
            around.setAttribute('due-words', words);
            const due = document.createElement('lr-due');
            around.append(due);
            document.body.append(around);
            const clock = performance.now;
            try {
                performance.now = () => 0;
                due.promise = promise;
                await due.updateComplete;
                performance.now = () => passed;
                due.requestUpdate();
                await due.updateComplete;
                return due.shadowRoot.querySelector('.words').textContent;
            } finally {
                performance.now = clock;
                around.remove();
            }
        }\
        """;

    private static final BusinessCalendar LUNCH = weekdays(1, "08:00-12:00", "13:00-18:00");

    @BeforeEach
    void anyPageWithTheElement() {
        logIn(Roles.MARKETING);
        page.navigate(address("inbox"));
        page.evaluate("() => customElements.whenDefined('lr-due').then(() => true)");
    }

    @Test
    void it_says_what_the_server_says_and_stands_still_while_the_calendar_is_closed() {
        for (BusinessCalendar hours : List.of(nineToFive(), LUNCH)) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                for (String due : List.of(
                        "monday 09:00", "monday 17:00", "tuesday 10:30", "thursday 11:20", "next-monday 10:00")) {
                    for (String now : List.of("monday 08:30", "monday 11:45", "wednesday 16:59", "friday 16:40")) {
                        for (Duration passed : List.of(
                                Duration.ZERO, Duration.ofMinutes(35), Duration.ofHours(7), Duration.ofHours(20))) {
                            // when
                            String said = read(hours, at(now), at(due), passed, language);

                            // then
                            assertThat(said)
                                    .as("%s and %s later, due %s", now, passed, due)
                                    .isEqualTo(DurationWords.span(
                                            WorkSpan.of(hours, at(now).plus(passed), at(due)), language));
                        }
                    }
                }
            }
        }
    }

    private String read(BusinessCalendar hours, Instant now, Instant due, Duration passed, Locale language) {
        Instant since = now.isBefore(due) ? now : due;
        return String.valueOf(page.evaluate(
                READ,
                Map.of(
                        "words", DueTime.json(DurationWords.patterns(language)),
                        "promise", DueTime.json(DueTime.counted(hours, now, since, due)),
                        "passed", (double) passed.toMillis())));
    }
}
