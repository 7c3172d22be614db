package org.leadrelay.promise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.JournalAssert.assertThatLog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.journal.Kind;
import org.leadrelay.lead.Signal;
import org.leadrelay.platform.Sweep;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.process.JourneyTest;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskQueries;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose minutes a promise took; the clock begins on Monday, 10:00 in Berlin. */
class TimeAttributionTest extends JourneyTest {

    private static final String ANSWER = "Activity_AnswerHandOff";
    private static final String CONTACT = "Activity_MakeContact";
    private static final long MINUTE = 60_000;

    @Autowired
    List<Sweep> sweeps;

    @Autowired
    TaskQueries worklist;

    @Autowired
    TaskCommands work;

    @Autowired
    BusinessCalendars calendars;

    @Autowired
    Clock clock;

    @AfterEach
    void every_node_lived() {
        jdbc.sql("delete from node_life").update();
    }

    @Test
    void the_first_opening_by_whoever_has_the_task_is_told_once() {
        // given
        UUID lead = readyLead();
        String rep = journeys.assignee(lead, ANSWER);
        String task = journeys.task(lead, ANSWER);

        // when
        open(task, "max");
        open(task, rep);
        open(task, rep);

        // then
        assertThatLog(jdbc, lead).only(Kind.TASK_OPENED).people().containsExactly(rep);

        // when
        String other = rep.equals("ada") ? "ben" : "ada";
        cast.actingAs("max");
        work.reassign(task, other);
        open(task, other);

        // then
        assertThatLog(jdbc, lead).only(Kind.TASK_OPENED).people().containsExactly(rep, other);
    }

    @Test
    void a_promise_kept_is_shared_out_between_unassigned_unopened_opened_and_waiting() {
        // given
        UUID lead = readyLead();
        String rep = journeys.assignee(lead, ANSWER);
        String task = journeys.task(lead, ANSWER);

        // when
        journeys.advance(Duration.ofMinutes(5));
        open(task, rep);
        journeys.advance(Duration.ofMinutes(7));
        cast.actingAs(rep);
        work.release(task);
        journeys.advance(Duration.ofMinutes(11));
        cast.actingAs(rep);
        work.claim(task);
        journeys.advance(Duration.ofMinutes(3));
        open(task, rep);
        journeys.ask(lead, ANSWER, rep);
        journeys.advance(Duration.ofMinutes(90));
        journeys.answer(
                lead,
                "Activity_AnswerQuestion",
                JourneyDriver.MARKETER,
                Map.of("outcome", "answered", "answer", "The board"));
        journeys.advance(Duration.ofMinutes(2));
        answerHandOff(lead, Map.of("outcome", "accept"));
        sweep();

        // then
        assertThat(time(lead, "answerHandOff"))
                .containsEntry("unopened", 5 * MINUTE)
                .containsEntry("opened", 12 * MINUTE)
                .containsEntry("unassigned", 11 * MINUTE)
                .containsEntry("waiting", 90 * MINUTE)
                .containsEntry("down", 0L)
                .containsEntry("late_opened", 0L);
        assertThat(whole(lead, "answerHandOff")).isEqualTo(118 * MINUTE);
    }

    @Test
    void a_task_given_to_somebody_else_is_unopened_again_until_they_look_at_it() {
        // given
        UUID lead = readyLead();
        String rep = journeys.assignee(lead, ANSWER);
        String task = journeys.task(lead, ANSWER);
        journeys.advance(Duration.ofMinutes(5));
        open(task, rep);
        journeys.advance(Duration.ofMinutes(4));

        // when
        String other = rep.equals("ada") ? "ben" : "ada";
        cast.actingAs("max");
        work.reassign(task, other);
        cast.actingAsNobody();
        journeys.advance(Duration.ofMinutes(6));
        open(task, rep); // no longer theirs
        open(task, other);
        journeys.advance(Duration.ofMinutes(3));
        answerHandOff(lead, Map.of("outcome", "accept"));
        sweep();

        // then
        assertThat(time(lead, "answerHandOff"))
                .containsEntry("unopened", 11 * MINUTE)
                .containsEntry("opened", 7 * MINUTE)
                .containsEntry("unassigned", 0L);
    }

    @Test
    void what_lay_after_the_due_instant_is_shared_out_by_itself() {
        // given
        UUID lead = acceptedLead();
        String rep = journeys.assignee(lead, CONTACT);

        // when
        journeys.fire(lead, "Event_ContactOverdue");
        journeys.advance(Duration.ofMinutes(25));
        open(journeys.task(lead, CONTACT), rep);
        journeys.advance(Duration.ofMinutes(4));
        asHolder(lead, CONTACT, Map.of("outcome", "reached", "channel", "call"));
        sweep();

        // then
        assertThat(time(lead, "makeContact"))
                .containsEntry("unopened", 145 * MINUTE)
                .containsEntry("opened", 4 * MINUTE)
                .containsEntry("late_unopened", 25 * MINUTE)
                .containsEntry("late_opened", 4 * MINUTE);
    }

    @Test
    void each_lap_of_a_lead_has_minutes_of_its_own() {
        // given
        UUID lead = readyLead();
        journeys.advance(Duration.ofMinutes(2));
        open(journeys.task(lead, ANSWER), journeys.assignee(lead, ANSWER));
        journeys.advance(Duration.ofMinutes(6));
        answerHandOff(lead, Map.of("outcome", "reject", "rejectionReason", "tooEarly"));
        journeys.advance(Duration.ofMinutes(20));
        journeys.answer(
                lead,
                "Activity_ReviewRejection",
                JourneyDriver.MARKETER,
                Map.of("outcome", "recycle", "marketingCause", "tooSoon"));

        // when
        journeys.engage(lead, Signal.Kind.MEETING_ASKED);
        journeys.advance(Duration.ofMinutes(4));
        open(journeys.task(lead, ANSWER), journeys.assignee(lead, ANSWER));
        journeys.advance(Duration.ofMinutes(9));
        answerHandOff(lead, Map.of("outcome", "accept"));
        sweep();

        // then
        List<Map<String, Long>> laps = times(lead, "answerHandOff");
        assertThat(laps).extracting(each -> each.get("unopened")).containsExactly(2 * MINUTE, 4 * MINUTE);
        assertThat(laps).extracting(each -> each.get("opened")).containsExactly(6 * MINUTE, 9 * MINUTE);
        assertThat(laps).allSatisfy(each -> assertThat(each).containsEntry("unassigned", 0L));
    }

    @Test
    void where_no_node_lived_the_minutes_are_the_systems_own() {
        // given
        Instant start = clock.instant();
        lived(start.minus(Duration.ofDays(2)), start.plus(Duration.ofMinutes(10)));
        lived(start.minus(Duration.ofDays(1)), start.plus(Duration.ofMinutes(6)));
        lived(start.plus(Duration.ofMinutes(40)), start.plus(Duration.ofDays(1)));
        UUID lead = readyLead();

        // when
        journeys.advance(Duration.ofMinutes(50));
        answerHandOff(lead, Map.of("outcome", "accept"));
        sweep();

        // then
        assertThat(time(lead, "answerHandOff"))
                .containsEntry("unopened", 20 * MINUTE)
                .containsEntry("down", 30 * MINUTE);
    }

    @Test
    void the_days_until_the_buyers_own_day_are_nobodys_fault_and_all_parts_sum_up_to_the_whole() {
        // given
        UUID lead = acceptedLead();
        journeys.advance(Duration.ofSeconds(1_234));
        asHolder(lead, CONTACT, Map.of("outcome", "reached", "channel", "call"));
        journeys.advance(Duration.ofMillis(90_001));
        asHolder(
                lead,
                "Activity_DecideOutcome",
                Map.of(
                        "outcome",
                        "nextStep",
                        "nextStepDate",
                        journeys.today().plusDays(9).toString()));
        journeys.fire(lead, "Event_NextStepDue");
        journeys.advance(Duration.ofMillis(3_600_333));
        asHolder(lead, "Activity_DecideOutcome", Map.of("outcome", "won"));
        sweep();

        // then
        Map<String, Long> time = time(lead, "decideOutcome");
        assertThat(time.get("waiting")).isGreaterThan(50 * 60 * MINUTE);
        assertThat(time.get("unopened")).isEqualTo(3_600_333 + 90_001);
        assertThat(time.get("unassigned")
                        + time.get("unopened")
                        + time.get("opened")
                        + time.get("waiting")
                        + time.get("down"))
                .isEqualTo(whole(lead, "decideOutcome"));
    }

    private void sweep() {
        sweeps.stream()
                .filter(each -> each.getClass().getSimpleName().startsWith("TimeAttributionJob"))
                .forEach(Sweep::sweep);
    }

    private void open(String task, String login) {
        cast.actingAs(login);
        worklist.task(task);
        cast.actingAsNobody();
    }

    private void lived(Instant from, Instant to) {
        jdbc.sql("insert into node_life (node, started_at, seen_at) values (?, ?, ?)")
                .params(UUID.randomUUID(), from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Map<String, Long> time(UUID lead, String clause) {
        List<Map<String, Long>> all = times(lead, clause);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** Of each promise of this clause, the oldest first. */
    private List<Map<String, Long>> times(UUID lead, String clause) {
        return jdbc.sql("""
            select t.* from promise_time t join promise p on p.id = t.promise_id
            where p.lead_id = ? and p.clause = ? order by p.opened_at\
            """).params(lead, clause).query().listOfRows().stream()
                .map(TimeAttributionTest::parts)
                .toList();
    }

    private static Map<String, Long> parts(Map<String, Object> row) {
        Map<String, Long> parts = new HashMap<>();
        row.forEach((part, value) -> {
            if (value instanceof Long millis) {
                parts.put(part, millis);
            }
        });
        return parts;
    }

    private long whole(UUID lead, String clause) {
        return jdbc.sql("select opened_at, ended_at, calendar_version from promise where lead_id = ? and clause = ?")
                .params(lead, clause)
                .query((row, n) -> calendars
                        .version(row.getInt(3))
                        .between(
                                row.getTimestamp(1).toInstant(),
                                row.getTimestamp(2).toInstant())
                        .toMillis())
                .single();
    }
}
