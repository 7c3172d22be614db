package org.leadrelay.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leadrelay.testing.JournalAssert.assertThatLog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.charter.Charter;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ProductTest
@OwnDatabase
@RecordApplicationEvents
class HandOffsTest extends DispatchTest {

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private Charter charter;

    @Test
    void the_least_loaded_in_proportion_to_capacity_gets_the_lead() {
        // given
        crew.rep("big", 10);
        crew.rep("small", 2);
        handOffs.assign(leads.lead(), 1, crew.login("small"));
        handOffs.assign(leads.lead(), 1, crew.login("big"));
        handOffs.assign(leads.lead(), 1, crew.login("big"));
        // when: 2 of 10 against 1 of 2
        Optional<String> chosen = handOffs.choose(Crew.handOff(leads.lead(), 1, false));
        // then
        assertThat(chosen).contains(crew.login("big"));
    }

    @Test
    void of_equally_loaded_reps_the_one_whose_last_lead_is_longest_ago_gets_it() {
        // given
        crew.rep("ann", 10);
        crew.rep("bob", 10);
        handOffs.assign(leads.lead(), 1, crew.login("bob"));
        clock.advance(Duration.ofMinutes(1));
        handOffs.assign(leads.lead(), 1, crew.login("ann"));
        // when
        Optional<String> chosen = handOffs.choose(Crew.handOff(leads.lead(), 1, false));
        // then
        assertThat(chosen).contains(crew.login("bob"));
    }

    @Test
    void nobody_who_rejected_or_missed_a_lead_gets_it_again_in_the_same_lap() {
        // given
        crew.rep("ann", 10);
        crew.rep("bob", 10);
        UUID lead = leads.lead();
        String first = handOffs.choose(Crew.handOff(lead, 1, false)).orElseThrow();
        handOffs.declined(lead, 1, first);
        String second = handOffs.choose(Crew.handOff(lead, 1, false)).orElseThrow();
        handOffs.takeBack(lead, 1, second);
        // when
        Optional<String> third = handOffs.choose(Crew.handOff(lead, 1, false));
        // then
        assertThat(second).isNotEqualTo(first);
        assertThat(third).isEmpty();
        assertThat(reason(lead)).isEqualTo("allDeclined");
        assertThat(handOffs.choose(Crew.handOff(lead, 2, false))).isPresent();
    }

    @Test
    void a_verdict_lets_a_lead_go_back_to_a_rep_who_declined_it() {
        // given
        crew.rep("ann", 10);
        UUID lead = leads.lead();
        handOffs.choose(Crew.handOff(lead, 1, false));
        handOffs.declined(lead, 1, crew.login("ann"));
        // when
        Optional<String> again = handOffs.choose(Crew.handOff(lead, 1, true));
        // then
        assertThat(again).contains(crew.login("ann"));
    }

    @Test
    void an_absent_rep_gets_no_lead_until_the_day_of_return() {
        // given
        crew.rep("ann", 10);
        attendance.away(crew.login("ann"), null, clock.instant().plus(Duration.ofDays(2)));
        UUID lead = leads.lead();
        // when
        Optional<String> chosen = handOffs.choose(Crew.handOff(lead, 1, false));
        // then
        assertThat(chosen).isEmpty();
        assertThat(reason(lead)).isEqualTo("allAbsent");
        clock.advance(Duration.ofDays(2));
        assertThat(dispatcher.sweep()).isEqualTo(1);
        assertThat(handOffs.choose(Crew.handOff(lead, 1, false))).contains(crew.login("ann"));
    }

    @Test
    void without_a_rep_a_lead_waits_and_says_so() {
        // given
        UUID lead = leads.lead();
        // when
        Optional<String> chosen = handOffs.choose(Crew.handOff(lead, 1, false));
        // then
        assertThat(chosen).isEmpty();
        assertThat(reason(lead)).isEqualTo("noReps");
    }

    @Test
    void only_a_lead_that_begins_to_wait_is_looked_at_once_more() {
        // given
        crew.rep("ann", 1);
        UUID served = leads.lead();
        UUID waits = leads.lead();
        // when
        handOffs.choose(Crew.handOff(served, 1, false));
        handOffs.choose(Crew.handOff(waits, 1, false));
        // then
        assertThat(events.stream(LeadBeganToWait.class))
                .extracting(each -> each.lead().leadId())
                .containsExactly(waits);
    }

    @Test
    void a_freed_place_is_kept_for_the_waiting_lead_until_its_journey_asks_again() {
        // given
        crew.rep("ann", 1);
        UUID held = leads.lead();
        UUID waits = leads.lead();
        UUID late = leads.lead();
        handOffs.choose(Crew.handOff(held, 1, false));
        handOffs.choose(Crew.handOff(waits, 1, false));
        handOffs.released(held);
        // when
        int served = dispatcher.sweep();
        // then
        assertThat(served).isEqualTo(1);
        assertThat(journey.sent()).containsExactly(waits);
        assertThat(handOffs.choose(Crew.handOff(late, 1, false))).isEmpty();
        assertThat(handOffs.choose(Crew.handOff(waits, 1, false))).contains(crew.login("ann"));
    }

    @Test
    void waiting_leads_go_on_by_priority_and_then_by_age() {
        // given
        UUID low = waiting("low");
        UUID normal = waiting("normal");
        UUID high = waiting("high");
        UUID laterHigh = waiting("high");
        crew.rep("ann", 3);
        // when
        dispatcher.sweep();
        // then
        assertThat(journey.sent()).containsExactly(high, laterHigh, normal);
        assertThat(isWaiting(low)).isTrue();
    }

    @Test
    void a_lead_that_no_longer_waits_gives_its_place_to_the_next() {
        // given
        UUID gone = waiting("high");
        UUID next = waiting("low");
        journey.isGone(gone);
        crew.rep("ann", 1);
        // when
        dispatcher.sweep();
        // then
        assertThat(journey.sent()).containsExactly(next);
        assertThat(isWaiting(gone)).isFalse();
    }

    @Test
    void a_lead_whose_journey_fails_does_not_hold_up_the_others() {
        // given
        UUID broken = waiting("high");
        UUID next = waiting("low");
        journey.fails(broken);
        crew.rep("ann", 1);
        // when
        dispatcher.sweep();
        // then
        assertThat(journey.sent()).containsExactly(next);
        assertThat(isWaiting(broken)).isTrue();
    }

    @Test
    void a_missed_hand_off_is_tried_again_as_often_as_the_charter_says() {
        // given
        int tries = charter.current().tries();
        UUID lead = leads.lead();
        for (int i = 0; i <= tries; i++) {
            crew.rep("rep" + i, 10);
        }
        // when
        List<Boolean> left = new ArrayList<>();
        for (int i = 0; i < tries; i++) {
            String rep = handOffs.choose(Crew.handOff(lead, 1, false)).orElseThrow();
            left.add(handOffs.takeBack(lead, 1, rep));
        }
        // then
        assertThat(left.subList(0, tries - 1)).doesNotContain(false);
        assertThat(left.get(tries - 1)).isFalse();
    }

    @Test
    void an_ended_journey_frees_its_place_and_forgets_who_declined() {
        // given
        crew.rep("ann", 1);
        UUID lead = leads.lead();
        handOffs.choose(Crew.handOff(lead, 1, false));
        handOffs.declined(lead, 1, crew.login("ann"));
        // when
        handOffs.released(lead);
        // then
        assertThat(handOffs.choose(Crew.handOff(lead, 1, false))).contains(crew.login("ann"));
    }

    @Test
    void the_manager_may_name_a_rep_above_capacity_but_no_stranger() {
        // given
        crew.rep("ann", 0);
        UUID lead = leads.lead();
        handOffs.choose(Crew.handOff(lead, 1, false));
        // when
        handOffs.assign(lead, 1, crew.login("ann"));
        // then
        assertThat(pool.placeOf(lead)).map(Pool.Place::login).contains(crew.login("ann"));
        assertThat(isWaiting(lead)).isFalse();
        assertThatThrownBy(() -> handOffs.assign(lead, 1, "nobody"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("rep");
    }

    @Test
    void a_choice_is_told_to_the_journey_log_with_its_reason() {
        // given
        crew.rep("ann", 5);
        UUID lead = leads.lead();
        // when
        handOffs.choose(Crew.handOff(lead, 1, false));
        // then
        String details = assertThatLog(jdbc, lead).only(Kind.CHOICE).detailsOfTheOnlyOne();
        assertThat(details).contains(crew.login("ann"), "onlyOneAble", "capacity");
    }

    private UUID waiting(String priority) {
        clock.advance(Duration.ofSeconds(1));
        UUID lead = leads.lead(priority);
        assertThat(handOffs.choose(new HandOff(lead, 1, priority, List.of(), false)))
                .isEmpty();
        return lead;
    }

    private String reason(UUID lead) {
        return jdbc.sql("select reason from hand_off_waiting where lead_id = ?")
                .param(lead)
                .query(String.class)
                .single();
    }
}
