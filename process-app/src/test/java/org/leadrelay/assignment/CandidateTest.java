package org.leadrelay.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.assignment.RepInWords.aRep;
import static org.leadrelay.testing.Week.friday;
import static org.leadrelay.testing.Week.monday;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a rep is chosen: who is able, who of them is the fairest, and what is said when nobody is. */
class CandidateTest {

    private static final HandOff LEAD = aLead("normal");
    private static final HandOff URGENT = aLead("high");
    private static final HandOff FROM_DACH = aLead("normal", "dach");

    private static HandOff aLead(String priority, String... skills) {
        return new HandOff(new UUID(0, 1), 1, priority, List.of(skills), true);
    }

    static Stream<Arguments> obstacles() {
        return Stream.of(
                Arguments.of("no places at all", LEAD, aRep().with(0).of(0), Obstacle.NO_CAPACITY),
                Arguments.of("a place left", LEAD, aRep().with(4).of(5), null),
                Arguments.of("no place left", LEAD, aRep().with(5).of(5), Obstacle.FULL),
                Arguments.of("more than the places", LEAD, aRep().with(6).of(5), Obstacle.FULL),
                Arguments.of("a skill too few", FROM_DACH, aRep().skilledIn("nordics"), Obstacle.NO_SKILL),
                Arguments.of("a skill too many", FROM_DACH, aRep().skilledIn("nordics", "dach"), null),
                Arguments.of("away", LEAD, aRep().absent(), Obstacle.ABSENT),
                Arguments.of("declined this lead", LEAD, aRep().havingDeclined(), Obstacle.DECLINED),
                Arguments.of(
                        "gone before the answer is due", LEAD, aRep().leavingBefore("normal", "low"), Obstacle.LEAVING),
                Arguments.of("gone only after that", URGENT, aRep().leavingBefore("normal", "low"), null),
                Arguments.of("one of the week left", LEAD, aRep().given(2, 3, Period.WEEK), null),
                Arguments.of("all of the week had", LEAD, aRep().given(3, 3, Period.WEEK), Obstacle.PERIOD_FULL),
                Arguments.of("none a day agreed", LEAD, aRep().given(0, 0, Period.DAY), Obstacle.PERIOD_FULL));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("obstacles")
    void a_rep_is_able_unless_something_speaks_against(String rep, HandOff lead, RepInWords words, Obstacle obstacle) {
        // given
        Candidate candidate = words.candidate();

        // then
        assertThat(candidate.against(lead).orElse(null)).isEqualTo(obstacle);
        assertThat(candidate.able(lead)).isEqualTo(obstacle == null);
    }

    /** What holds for longest is said first: a full rep who is away is away. */
    @Test
    void of_several_obstacles_the_first_of_the_order_is_named() {
        // given
        RepInWords rep = aRep().with(5)
                .of(5)
                .given(3, 3, Period.WEEK)
                .leavingBefore("normal")
                .havingDeclined()
                .absent();

        // then
        assertThat(rep.candidate().against(FROM_DACH)).contains(Obstacle.NO_SKILL);
        assertThat(rep.candidate().against(LEAD)).contains(Obstacle.ABSENT);
        assertThat(aRep().with(5)
                        .of(5)
                        .given(3, 3, Period.WEEK)
                        .leavingBefore("normal")
                        .havingDeclined()
                        .candidate()
                        .against(LEAD))
                .contains(Obstacle.DECLINED);
        assertThat(aRep().with(5)
                        .of(5)
                        .given(3, 3, Period.WEEK)
                        .leavingBefore("normal")
                        .candidate()
                        .against(LEAD))
                .contains(Obstacle.LEAVING);
        assertThat(aRep().with(5).of(5).given(3, 3, Period.WEEK).candidate().against(LEAD))
                .contains(Obstacle.PERIOD_FULL);
    }

    @Test
    void the_least_loaded_in_proportion_to_capacity_gets_the_lead() {
        // 3 of 10 is less than 2 of 5
        assertThat(fairest(aRep("small").with(2).of(5), aRep("large").with(3).of(10)))
                .isEqualTo("large");
    }

    @Test
    void of_equal_loads_whoever_waited_longest_gets_it_and_first_of_all_who_never_had_one() {
        assertThat(fairest(
                        aRep("lately").lastGivenOne(friday("10:00")),
                        aRep("before").lastGivenOne(monday("10:00"))))
                .isEqualTo("before");
        assertThat(fairest(aRep("lately").lastGivenOne(monday("10:00")), aRep("never")))
                .isEqualTo("never");
    }

    @Test
    void a_tie_goes_to_who_was_chosen_less_often_and_at_last_by_name() {
        assertThat(fairest(aRep("ada").chosen(8), aRep("zoe").chosen(7))).isEqualTo("zoe");
        assertThat(fairest(aRep("zoe").chosen(7), aRep("ada").chosen(7))).isEqualTo("ada");
    }

    @Test
    void who_is_not_able_is_not_chosen_however_idle() {
        assertThat(fairest(aRep("idle").with(0).absent(), aRep("busy").with(4).of(5)))
                .isEqualTo("busy");
        assertThat(Candidate.fairest(List.of(aRep().absent().candidate()), LEAD))
                .isEmpty();
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of("noReps", List.of()),
                Arguments.of("noReps", List.of(aRep().of(0))),
                Arguments.of("noSkill", List.of(aRep(), aRep().skilledIn("nordics"))),
                Arguments.of("allAbsent", List.of(aRep(), skilled().absent())),
                Arguments.of(
                        "allFull", List.of(skilled().absent(), skilled().with(5).of(5))),
                Arguments.of("periodFull", List.of(skilled().absent(), skilled().given(3, 3, Period.DAY))),
                Arguments.of(
                        "allFull",
                        List.of(
                                skilled().given(3, 3, Period.DAY),
                                skilled().with(5).of(5))),
                Arguments.of(
                        "allDeclined", List.of(skilled().absent(), skilled().havingDeclined())),
                Arguments.of(
                        "periodFull",
                        List.of(skilled().havingDeclined(), skilled().given(3, 3, Period.DAY))),
                Arguments.of("allLeaving", List.of(skilled().absent(), skilled().leavingBefore("normal"))),
                Arguments.of(
                        "allDeclined",
                        List.of(skilled().havingDeclined(), skilled().leavingBefore("normal"))),
                Arguments.of("allFull", List.of(aRep().of(0), skilled().with(5).of(5))));
    }

    private static RepInWords skilled() {
        return aRep().skilledIn("dach");
    }

    /** What the sales manager could do soonest: a place that is freed helps before somebody comes back. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("reasons")
    void where_nobody_is_able_the_reason_is_what_may_change_first(String reason, List<RepInWords> reps) {
        assertThat(Candidate.whyNone(reps.stream().map(RepInWords::candidate).toList(), FROM_DACH))
                .isEqualTo(reason);
    }

    @Test
    void free_places_are_what_capacity_and_period_both_leave_and_none_while_absent() {
        assertThat(aRep().with(3).of(5).candidate().free()).isEqualTo(2);
        assertThat(aRep().with(7).of(5).candidate().free()).isZero();
        assertThat(aRep().with(0).of(5).given(2, 3, Period.DAY).candidate().free())
                .isEqualTo(1);
        assertThat(aRep().with(0).of(5).given(4, 3, Period.DAY).candidate().free())
                .isZero();
        assertThat(aRep().with(0).of(5).absent().candidate().free()).isZero();
    }

    @Test
    void a_lead_more_counts_against_the_capacity_and_the_period() {
        // when
        Candidate later =
                aRep().with(3).of(5).given(1, 3, Period.WEEK).candidate().carrying(2, null);

        // then
        assertThat(later.open()).isEqualTo(5);
        assertThat(later.inPeriod()).isEqualTo(3);
        assertThat(later.declined()).isFalse();
        assertThat(later.havingDeclined().against(LEAD)).contains(Obstacle.DECLINED);
        assertThat(later.havingDeclined().open()).isEqualTo(5);
    }

    @Test
    void skills_are_read_from_an_answer_word_by_word() {
        assertThat(HandOff.skills(" dach,enterprise  french ")).containsExactly("dach", "enterprise", "french");
        assertThat(HandOff.skills(" ")).isEmpty();
        assertThat(HandOff.skills(null)).isEmpty();
    }

    private static String fairest(RepInWords... reps) {
        return Candidate.fairest(Arrays.stream(reps).map(RepInWords::candidate).toList(), LEAD)
                .orElseThrow()
                .login();
    }
}
