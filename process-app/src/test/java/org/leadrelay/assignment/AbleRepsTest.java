package org.leadrelay.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadrelay.testing.JournalAssert.assertThatLog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is able to take a lead, and what lets one that waits go on. */
@ProductTest
@OwnDatabase
class AbleRepsTest extends DispatchTest {

    @Autowired
    private Skills skills;

    @Test
    void only_a_rep_with_every_skill_it_needs_gets_a_lead() {
        // given
        crew.rep("ann", 10);
        crew.rep("bob", 10);
        crew.rep("cid", 10);
        skills.of(crew.login("ann"), Set.of("partner"));
        skills.of(crew.login("bob"), Set.of("partner", "enterprise"));

        // then
        for (int i = 0; i < 3; i++) {
            assertThat(handOffs.choose(needing("partner", "enterprise"))).contains(crew.login("bob"));
        }
        assertThat(handOffs.choose(needing("partner"))).contains(crew.login("ann"));
        assertThat(handOffs.choose(needing())).contains(crew.login("cid"));
    }

    @Test
    void a_lead_whose_skill_nobody_has_waits_and_says_so_until_somebody_has_it() {
        // given
        crew.rep("ann", 10);
        HandOff lead = needing("enterprise");

        // when
        assertThat(handOffs.choose(lead)).isEmpty();

        // then
        assertThat(handOffs.waiting(0, 10).items())
                .singleElement()
                .returns("noSkill", WaitingLead::reason)
                .returns(List.of("enterprise"), WaitingLead::skills);
        assertThat(dispatcher.sweep()).isZero();
        skills.of(crew.login("ann"), Set.of("enterprise"));
        assertThat(dispatcher.sweep()).isEqualTo(1);
        assertThat(handOffs.choose(lead)).contains(crew.login("ann"));
    }

    @Test
    void a_lead_that_no_rep_can_take_does_not_hold_up_one_that_a_rep_can() {
        // given
        HandOff first = new HandOff(leads.lead("high"), 1, "high", List.of("enterprise"), false);
        handOffs.choose(first);
        HandOff second = needing();
        handOffs.choose(second);

        // when
        crew.rep("ann", 10);
        dispatcher.sweep();

        // then
        assertThat(journey.sent()).containsExactly(second.leadId());
    }

    @Test
    void a_skill_is_a_word_of_the_list() {
        crew.rep("ann", 10);
        assertThatThrownBy(() -> skills.of(crew.login("ann"), Set.of("juggling")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("juggling");
        assertThatThrownBy(() -> skills.put("Not a word", "Words", null)).isInstanceOf(Invalid.class);
        skills.put("juggling", "Juggling", null);
        assertThat(skills.of(crew.login("ann"), Set.of("juggling")).skills()).containsExactly("juggling");
        skills.remove("juggling");
        assertThat(reps.one(crew.login("ann")).skills()).isEmpty();
    }

    @Test
    void the_leads_of_a_week_are_counted_from_monday_and_the_next_monday_frees_the_places() {
        // given
        crew.rep("ann", 10);
        reps.setLimits(crew.login("ann"), 10, 2, "week");
        handOffs.choose(needing());
        UUID rejected = needing().leadId();
        handOffs.choose(Crew.handOff(rejected, 1, false));
        handOffs.declined(rejected, 1, crew.login("ann"));

        // when
        HandOff third = needing();
        assertThat(handOffs.choose(third)).isEmpty();

        // then: a rejected lead was given all the same
        assertThat(handOffs.waiting(0, 10).items()).singleElement().returns("periodFull", WaitingLead::reason);
        clock.set(Instant.parse("2026-03-08T22:59:59Z"));
        assertThat(dispatcher.sweep()).isZero();
        clock.set(Instant.parse("2026-03-08T23:00:00Z"));
        assertThat(dispatcher.sweep()).isEqualTo(1);
        assertThat(journey.sent()).containsExactly(third.leadId());
        assertThat(reps.one(crew.login("ann")))
                .returns(1L, RepChoice::inPeriod)
                .returns(Instant.parse("2026-03-15T23:00:00Z"), RepChoice::periodEnds);
    }

    @Test
    void the_leads_of_a_day_are_counted_on_the_rep_s_own_day() {
        // given
        crew.rep("ann", 10);
        reps.setLimits(crew.login("ann"), 10, 1, "day");
        assertThat(handOffs.choose(needing())).isPresent();
        assertThat(handOffs.choose(needing())).isEmpty();

        // when
        clock.advance(Duration.ofHours(14));

        // then: midnight in Berlin
        assertThat(dispatcher.sweep()).isEqualTo(1);
        assertThat(dispatcher.sweep()).isZero();
    }

    @Test
    void a_lead_that_was_moved_on_counts_for_whom_it_was_moved_to_alone() {
        // given
        crew.rep("ann", 10);
        crew.rep("bob", 10);
        reps.setLimits(crew.login("ann"), 10, 5, "week");
        reps.setLimits(crew.login("bob"), 10, 5, "week");
        UUID lead = leads.lead();
        handOffs.assign(lead, 1, crew.login("ann"));

        // when
        handOffs.moved(lead, crew.login("bob"));

        // then
        assertThat(reps.one(crew.login("ann")).inPeriod()).isZero();
        assertThat(reps.one(crew.login("bob")).inPeriod()).isEqualTo(1);
        handOffs.moved(lead, crew.login("ann"));
        assertThat(reps.one(crew.login("ann")).inPeriod()).isEqualTo(1);
        assertThat(reps.one(crew.login("bob")).inPeriod()).isZero();
    }

    @Test
    void a_rep_who_leaves_before_the_answer_is_due_gets_no_lead() {
        // given: the answer is due at 12:00, of a high one at 11:00, of a low one at 14:00
        crew.rep("ann", 10);
        attendance.away(
                crew.login("ann"), Instant.parse("2026-03-02T10:30:00Z"), Instant.parse("2026-03-13T08:00:00Z"));

        // then
        assertThat(handOffs.choose(of("high"))).contains(crew.login("ann"));
        HandOff normal = of("normal");
        assertThat(handOffs.choose(normal)).isEmpty();
        assertThat(handOffs.waiting(0, 10).items()).singleElement().returns("allLeaving", WaitingLead::reason);
        assertThat(dispatcher.sweep()).isZero();
        clock.set(Instant.parse("2026-03-13T08:00:00Z"));
        assertThat(dispatcher.sweep()).isEqualTo(1);
    }

    @Test
    void a_short_errand_before_the_answer_is_due_prevents_nothing_but_one_that_takes_all_the_time() {
        // given
        crew.rep("ann", 10);
        attendance.away(
                crew.login("ann"), Instant.parse("2026-03-02T09:30:00Z"), Instant.parse("2026-03-02T10:00:00Z"));

        // then
        assertThat(handOffs.choose(of("normal"))).isPresent();

        // and when: on Friday after closing, away from before opening until the answer is due
        clock.set(Instant.parse("2026-03-06T17:00:00Z"));
        attendance.away(
                crew.login("ann"), Instant.parse("2026-03-07T06:00:00Z"), Instant.parse("2026-03-09T10:00:00Z"));

        // then: due on Monday at 11:00 in Berlin, which is 10:00 UTC
        assertThat(handOffs.choose(of("normal"))).isEmpty();
        assertThat(handOffs.choose(of("low"))).isPresent();
    }

    @Test
    void the_log_says_who_was_considered_and_what_spoke_against_whom() {
        // given
        crew.rep("ann", 10);
        crew.rep("bob", 1);
        crew.rep("cid", 5);
        skills.of(crew.login("ann"), Set.of("partner"));
        skills.of(crew.login("bob"), Set.of("partner"));
        handOffs.assign(leads.lead(), 1, crew.login("bob"));
        HandOff lead = needing("partner");

        // when
        handOffs.choose(lead);

        // then
        String details = assertThatLog(jdbc, lead.leadId()).only(Kind.CHOICE).detailsOfTheOnlyOne();
        assertThat(details.replace(" ", ""))
                .contains(
                        "\"considered\":3",
                        "\"reason\":\"onlyOneAble\"",
                        "[\"" + crew.login("bob") + "\",1,1,\"full\"]",
                        "[\"" + crew.login("cid") + "\",0,5,\"noSkill\"]",
                        "\"skills\":[\"partner\"]");
    }

    private HandOff needing(String... needed) {
        return new HandOff(leads.lead(), 1, "normal", List.of(needed), false);
    }

    private HandOff of(String priority) {
        return new HandOff(leads.lead(priority), 1, priority, List.of(), false);
    }
}
