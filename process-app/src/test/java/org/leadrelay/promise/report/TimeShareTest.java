package org.leadrelay.promise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.OfficeHours.nineToFive;
import static org.leadrelay.testing.Week.friday;
import static org.leadrelay.testing.Week.monday;
import static org.leadrelay.testing.Week.nextMonday;
import static org.leadrelay.testing.Week.tuesday;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.NodeHeartbeats.Down;

/** Whose minutes a promise took: nobody's, those of who had not looked, of who had, the buyer's, the machine's. */
class TimeShareTest {

    private static final String STEP = "Activity_AnswerHandOff";

    private final TimeAttribution attribution = new TimeAttribution(STEP, monday("10:00"));

    @Test
    void time_is_shared_out_among_those_who_had_the_task() {
        // given
        task(Kind.TASK_CREATED, monday("10:00"), "system", "assignee", null);
        task(Kind.TASK_CLAIMED, monday("11:00"), "ada");
        task(Kind.TASK_OPENED, monday("13:00"), "ada");
        task(Kind.TASK_COMPLETED, monday("16:00"), "ada");

        // then
        assertThat(until(monday("16:00")))
                .containsExactlyInAnyOrderEntriesOf(
                        hours(TimeShare.UNASSIGNED, 1, TimeShare.UNOPENED, 2, TimeShare.OPENED, 3));
    }

    @Test
    void only_who_holds_the_task_has_opened_it() {
        // given: ben looked, ada holds it
        task(Kind.TASK_CREATED, monday("10:00"), "system", "assignee", "ada");
        task(Kind.TASK_OPENED, monday("11:00"), "ben");
        // when it goes to ben, who has looked already
        task(Kind.TASK_ASSIGNED, monday("12:00"), "mike", "to", "ben");

        // then
        assertThat(until(monday("15:00")))
                .containsExactlyInAnyOrderEntriesOf(hours(TimeShare.UNOPENED, 2, TimeShare.OPENED, 3));
    }

    @Test
    void a_task_given_back_is_nobodys_again() {
        // given
        task(Kind.TASK_CREATED, monday("10:00"), "system", "assignee", "ada");
        task(Kind.TASK_RELEASED, monday("12:00"), "ada");

        // then
        assertThat(until(monday("13:00")))
                .containsExactlyInAnyOrderEntriesOf(hours(TimeShare.UNOPENED, 2, TimeShare.UNASSIGNED, 1));
    }

    @Test
    void a_task_that_comes_a_second_time_was_not_looked_at_yet() {
        // given
        task(Kind.TASK_CREATED, monday("10:00"), "system", "assignee", "ada");
        task(Kind.TASK_OPENED, monday("11:00"), "ada");
        task(Kind.TASK_CREATED, monday("13:00"), "system", "assignee", "ada");

        // then
        assertThat(until(monday("14:00")))
                .containsExactlyInAnyOrderEntriesOf(hours(TimeShare.UNOPENED, 2, TimeShare.OPENED, 2));
    }

    @Test
    void the_task_that_appears_a_little_after_its_promise_has_no_stretch_of_its_own() {
        // given
        task(Kind.TASK_CREATED, monday("10:00").plusMillis(40), "system", "assignee", "ada");

        // then
        assertThat(until(monday("11:00"))).containsExactlyInAnyOrderEntriesOf(hours(TimeShare.UNOPENED, 1));
    }

    @Test
    void a_pause_and_the_buyers_own_day_are_waiting_whoever_holds_the_task() {
        // given
        task(Kind.TASK_CREATED, monday("10:00"), "system", "assignee", "ada");
        own(Kind.PROMISE_PAUSED, monday("11:00"));
        task(Kind.TASK_OPENED, monday("12:00"), "ada");
        own(Kind.PROMISE_RESUMED, monday("13:00"));
        own(Kind.PROMISE_RENEWED, monday("15:00"));

        // then
        assertThat(until(monday("17:00")))
                .containsExactlyInAnyOrderEntriesOf(
                        hours(TimeShare.UNOPENED, 1, TimeShare.WAITING, 4, TimeShare.OPENED, 2));
    }

    @Test
    void what_happens_at_another_step_changes_nothing() {
        // given
        attribution.onEvent(Kind.TASK_CLAIMED, monday("11:00"), "ada", "Activity_Qualify", false, Map.of());
        attribution.onEvent(Kind.TASK_CLAIMED, monday("11:00"), "ada", null, false, Map.of());

        // then
        assertThat(until(monday("12:00"))).containsExactlyInAnyOrderEntriesOf(hours(TimeShare.UNASSIGNED, 2));
    }

    @Test
    void only_working_time_counts() {
        // given
        task(Kind.TASK_CREATED, monday("10:00"), "system", "assignee", "ada");
        task(Kind.TASK_OPENED, monday("20:00"), "ada");

        // then: seven hours on Monday, three on Tuesday
        assertThat(until(tuesday("12:00")))
                .containsExactlyInAnyOrderEntriesOf(hours(TimeShare.UNOPENED, 7, TimeShare.OPENED, 3));
        assertThat(until(nextMonday("10:00")).values().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofHours(40));
    }

    @Test
    void while_nothing_ran_it_was_the_machines() {
        // given
        task(Kind.TASK_CREATED, monday("10:00"), "system", "assignee", "ada");
        task(Kind.TASK_OPENED, monday("13:00"), "ada");
        List<Down> downs = List.of(
                new Down(monday("08:00"), monday("10:30")),
                new Down(monday("12:30"), monday("13:30")),
                new Down(monday("16:30"), friday("09:00")));

        // when
        Map<TimeShare, Duration> shares = attribution.share(Instant.MIN, monday("17:00"), nineToFive(), downs);

        // then: half an hour, an hour and half an hour
        assertThat(withoutNothing(shares))
                .containsExactlyInAnyOrderEntriesOf(
                        hours(TimeShare.DOWN, 2, TimeShare.UNOPENED, 2, TimeShare.OPENED, 3));
    }

    @Test
    void of_the_time_after_the_due_instant_only_that_counts() {
        // given
        task(Kind.TASK_CREATED, monday("10:00"), "system", "assignee", "ada");
        task(Kind.TASK_OPENED, monday("13:00"), "ada");
        until(monday("15:00"));

        // then
        assertThat(withoutNothing(attribution.share(monday("12:00"), monday("15:00"), nineToFive(), List.of())))
                .containsExactlyInAnyOrderEntriesOf(hours(TimeShare.UNOPENED, 1, TimeShare.OPENED, 2));
    }

    private void task(Kind kind, Instant at, String person, @Nullable Object... details) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            told.put((String) details[i], details[i + 1]);
        }
        attribution.onEvent(kind, at, person, STEP, false, told);
    }

    private void own(Kind kind, Instant at) {
        attribution.onEvent(kind, at, "system", null, true, Map.of());
    }

    private Map<TimeShare, Duration> until(Instant ended) {
        return withoutNothing(attribution.share(Instant.MIN, ended, nineToFive(), List.of()));
    }

    private static Map<TimeShare, Duration> withoutNothing(Map<TimeShare, Duration> shares) {
        assertThat(shares).containsOnlyKeys(TimeShare.values());
        Map<TimeShare, Duration> some = new LinkedHashMap<>(shares);
        some.values().removeIf(Duration::isZero);
        return some;
    }

    private static Map<TimeShare, Duration> hours(Object... partsAndHours) {
        Map<TimeShare, Duration> hours = new LinkedHashMap<>();
        for (int i = 0; i < partsAndHours.length; i += 2) {
            hours.put((TimeShare) partsAndHours[i], Duration.ofHours((int) partsAndHours[i + 1]));
        }
        return hours;
    }
}
