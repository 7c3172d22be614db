package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.calendar.CalendarAdministration;
import org.leadrelay.calendar.CalendarForm;
import org.leadrelay.calendar.CalendarUsers;
import org.leadrelay.calendar.CalendarVersion;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.workingtime.BusinessCalendar;
import org.leadrelay.workingtime.WorkedExamples;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose hours a promise counts in, on the running journey. */
class RepHoursTest extends JourneyTest {

    private static final String ANSWER = "Activity_AnswerHandOff";

    @Autowired
    BusinessCalendars calendars;

    @Autowired
    CalendarAdministration keeping;

    @Autowired
    CalendarUsers users;

    private final String id = "afternoons-" + UUID.randomUUID().toString().substring(0, 8);
    private final CalendarForm afternoons = WorkedExamples.weekdays("Afternoons", "America/New_York", "13:00", "17:00");

    private record Row(int calendar, Instant due, Instant remind) {}

    @BeforeEach
    void bothRepsWorkInTheAfternoonInNewYork() {
        CalendarVersion version = keeping.save(id, afternoons);
        users.giveRep("ada", version.id());
        users.giveRep("ben", version.id());
    }

    @AfterEach
    void theyWorkAsTheCharterSays() {
        cast.actingAsNobody();
        users.takeFromRep("ada");
        users.takeFromRep("ben");
    }

    @Test
    void a_promise_of_a_rep_counts_in_the_reps_hours() {
        // when
        UUID lead = readyLead();

        // then: one hour from 13:00 in New York
        Row promise = promise(lead, "answerHandOff");
        assertThat(promise.calendar()).isEqualTo(newest().version());
        assertThat(promise.due()).isEqualTo("2026-03-02T19:00:00Z");
        assertThat(promise.remind()).isEqualTo("2026-03-02T18:30:00Z");
        assertThat(journeys.due(lead, "Event_AnswerOverdue")).isEqualTo(promise.due());
    }

    @Test
    void a_promise_of_marketing_counts_in_the_charters_hours() {
        // given
        UUID lead = readyLead();

        // when
        journeys.ask(lead, ANSWER, journeys.assignee(lead, ANSWER));

        // then
        BusinessCalendar promised = calendars.newest(BusinessCalendars.DEFAULT).orElseThrow();
        assertThat(promise(lead, "answerQuestion").calendar()).isEqualTo(promised.version());
    }

    @Test
    void a_running_promise_keeps_its_version_and_the_next_one_takes_the_new() {
        // given
        UUID before = readyLead();
        Row opened = promise(before, "answerHandOff");

        // when
        CalendarVersion changed = keeping.save(
                id,
                WorkedExamples.after(
                        newest().version(), WorkedExamples.weekdays("Evenings", "America/New_York", "18:00", "22:00")));
        UUID after = readyLead();

        // then
        assertThat(promise(before, "answerHandOff")).isEqualTo(opened);
        assertThat(promise(after, "answerHandOff").calendar()).isEqualTo(changed.version());
        assertThat(promise(after, "answerHandOff").due()).isEqualTo("2026-03-03T00:00:00Z");
    }

    @Test
    void reminders_in_the_ledger_never_fall_outside_opening_hours() {
        // given
        long seed = Long.getLong("calendar.seed", 20_261_123L);
        System.out.println("reminders in the ledger: seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 15; i++) {
            // half hours meet closing times, which is where a reminder goes wrong
            journeys.setClock(SettableClock.MONDAY_MORNING.plus(Duration.ofMinutes(30L * random.nextInt(14 * 48))));
            // when
            UUID lead = readyLead();
            // then
            Row promise = promise(lead, "answerHandOff");
            assertThat(calendars.version(promise.calendar()).nextOpening(promise.remind()))
                    .as("seed %d, %s", seed, promise)
                    .isEqualTo(promise.remind());
        }
        // and one that would fall exactly on closing time, 17:00 in New York
        journeys.setClock(Instant.parse("2026-03-02T21:30:00Z"));
        assertThat(promise(readyLead(), "answerHandOff").remind()).isEqualTo("2026-03-03T18:00:00Z");
    }

    private CalendarVersion newest() {
        return keeping.newest(id);
    }

    private Row promise(UUID lead, String clause) {
        return jdbc.sql("""
            select calendar_version, due_at, remind_at from promise
            where lead_id = ? and clause = ? and ended_at is null
            """)
                .params(List.of(lead, clause))
                .query((row, n) -> new Row(
                        row.getInt(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .single();
    }
}
