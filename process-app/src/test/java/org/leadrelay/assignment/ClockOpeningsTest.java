package org.leadrelay.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.Week.monday;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;

/** A waiting lead leaves at the very moment somebody can take it, and not before. */
@ProductTest
@OwnDatabase
class ClockOpeningsTest extends DispatchTest {

    private static final Duration TICK = Duration.ofSeconds(1);

    @BeforeEach
    void oneRep() {
        crew.rep("ann", 10);
    }

    @Test
    void the_moment_a_rep_returns() {
        Instant back = monday("10:00").plus(Duration.ofDays(3));
        attendance.away(crew.login("ann"), null, back);
        waits("allAbsent");
        leavesAt(back);
    }

    @Test
    void the_moment_a_period_ends_where_the_rep_is() {
        reps.setLimits(crew.login("ann"), 10, 1, "day");
        handOffs.choose(Crew.handOff(leads.lead(), 1, false));
        waits("periodFull");
        leavesAt(Instant.parse("2026-03-02T23:00:00Z"));
    }

    @Test
    void the_moment_from_which_the_answer_is_due_after_an_absence_that_lies_ahead() {
        // given: an answer is due two working hours on, in the middle of the absence
        attendance.away(
                crew.login("ann"), Instant.parse("2026-03-02T10:30:00Z"), Instant.parse("2026-03-02T11:30:00Z"));
        waits("allLeaving");
        leavesAt(Instant.parse("2026-03-02T09:30:00Z"));
    }

    @Test
    void the_moment_a_capacity_is_raised_whatever_the_clock_says() {
        reps.setCapacity(crew.login("ann"), 0);
        waits("noReps");
        assertThat(dispatcher.nextDue(clock.instant())).isEmpty();
        reps.setCapacity(crew.login("ann"), 1);
        assertThat(dispatcher.sweep()).isEqualTo(1);
    }

    @Test
    void the_moment_the_limit_of_a_period_is_raised_or_a_return_comes_early() {
        reps.setLimits(crew.login("ann"), 10, 0, "week");
        waits("periodFull");
        reps.setLimits(crew.login("ann"), 10, 1, "week");
        assertThat(dispatcher.sweep()).isEqualTo(1);
        attendance.away(crew.login("ann"), null, null);
        reps.setLimits(crew.login("ann"), 10, 5, "week");
        waits("allAbsent");
        assertThat(dispatcher.nextDue(clock.instant())).isEmpty();
        attendance.back(crew.login("ann"));
        assertThat(dispatcher.sweep()).isEqualTo(1);
    }

    @Test
    void nothing_is_due_while_nobody_waits() {
        attendance.away(crew.login("ann"), null, monday("10:00").plus(Duration.ofDays(3)));
        assertThat(dispatcher.nextDue(clock.instant())).isEmpty();
    }

    private void waits(String reason) {
        Optional<String> rep = handOffs.choose(Crew.handOff(leads.lead(), 1, false));
        assertThat(rep).isEmpty();
        assertThat(handOffs.waiting(0, 10).items())
                .extracting(WaitingLead::reason)
                .isEqualTo(List.of(reason));
        assertThat(dispatcher.sweep()).isZero();
    }

    private void leavesAt(Instant moment) {
        Instant due = dispatcher.nextDue(clock.instant()).orElseThrow();
        assertThat(due).isBetween(moment, moment.plus(TICK));
        clock.set(moment.minus(TICK));
        assertThat(dispatcher.sweep()).isZero();
        assertThat(dispatcher.nextDue(clock.instant()).orElseThrow()).isBetween(moment, moment.plus(TICK));
        clock.set(due);
        assertThat(dispatcher.sweep()).isEqualTo(1);
    }
}
