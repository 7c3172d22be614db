package org.leadrelay.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.calendar.CalendarAdministration;
import org.leadrelay.calendar.CalendarUsers;
import org.leadrelay.calendar.CalendarVersion;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.ui.testing.ViewTest;
import org.leadrelay.workingtime.WorkedExamples;
import org.leadrelay.worklist.TaskRow;
import org.springframework.beans.factory.annotation.Autowired;

/** On Monday, 2 March 2026, 10:00 in Berlin. */
class DueWordsTest extends ViewTest {

    @Autowired
    DueWords words;

    @Autowired
    CalendarAdministration keeping;

    @Autowired
    CalendarUsers users;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void monday() {
        clock.set(SettableClock.MONDAY_MORNING);
    }

    @Test
    void what_is_open_is_said_with_the_working_time_left() {
        assertThat(of("2026-03-03T09:30:00Z", null)).isEqualTo("fällig morgen 10:30 (noch 1 Arbeitstag)");
    }

    @Test
    void a_rep_with_hours_of_their_own_is_told_what_is_left_of_those() {
        // given
        cast.person("nia", Roles.SALES_REP);
        CalendarVersion afternoons = keeping.save(
                "new-york-" + UUID.randomUUID().toString().substring(0, 8),
                WorkedExamples.weekdays("Afternoons", "America/New_York", "13:00", "17:00"));
        users.giveRep("nia", afternoons.id());

        // then
        try {
            assertThat(of("2026-03-03T09:30:00Z", "nia")).isEqualTo("fällig morgen 10:30 (noch 1 Arbeitstag)");
        } finally {
            users.takeFromRep("nia");
        }
    }

    @Test
    void what_is_late_is_said_with_the_time_at_which_it_was_due() {
        assertThat(of("2026-03-02T08:30:00Z", null)).isEqualTo("war heute 09:30 fällig (30 min zu spät)");
        assertThat(of("2026-03-01T11:00:00Z", null)).isEqualTo("war gestern 12:00 fällig (1 Arbeitsstunde zu spät)");
        assertThat(of("2026-02-27T11:00:00Z", null))
                .isEqualTo("war Fr 27.02.2026 12:00 fällig (6 Arbeitsstunden zu spät)");
    }

    private String of(String due, @Nullable String rep) {
        return words.sentence(
                new TaskRow(
                        "1",
                        UUID.randomUUID(),
                        "Ada Byron",
                        null,
                        "lead-journey:1",
                        "Activity_AnswerHandOff",
                        "Answer hand-off",
                        Roles.SALES_REP,
                        rep,
                        rep,
                        "high",
                        null,
                        SettableClock.MONDAY_MORNING,
                        Instant.parse(due),
                        null,
                        false,
                        false,
                        null,
                        null),
                Locale.GERMAN);
    }
}
