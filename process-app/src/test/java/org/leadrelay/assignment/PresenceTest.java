package org.leadrelay.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.AgreedTerms.anAgreement;
import static org.leadrelay.testing.OfficeHours.nineToFive;
import static org.leadrelay.testing.Week.friday;
import static org.leadrelay.testing.Week.monday;
import static org.leadrelay.testing.Week.nextMonday;
import static org.leadrelay.testing.Week.saturday;
import static org.leadrelay.testing.Week.thursday;
import static org.leadrelay.testing.Week.tuesday;
import static org.leadrelay.testing.Week.wednesday;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.assignment.Presence.Leave;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.Charter;
import org.leadrelay.testing.SettableClock;

/** Whether a rep who goes away can still answer a hand-off of today: from 9 to 17, 2 h, 8 h or 2 days to answer. */
class PresenceTest {

    private final Charter charter = mock(Charter.class);
    private final BusinessCalendars calendars = mock(BusinessCalendars.class);
    private final SettableClock clock = new SettableClock();
    private final Presence presence = new Presence(charter, calendars, clock);

    @BeforeEach
    void mondayAtTen() {
        clock.set(monday("10:00"));
        when(calendars.forRep("ada")).thenReturn(nineToFive());
        when(charter.current())
                .thenReturn(anAgreement()
                        .promising("answerHandOff", "PT2H", "PT8H", "P2D")
                        .terms());
    }

    @Test
    void who_is_there_until_every_answer_is_due_gets_every_lead() {
        // two working days end on Wednesday at 10
        assertThat(leaving(wednesday("10:00"), null)).isEmpty();
    }

    @Test
    void who_goes_before_an_answer_is_due_gets_no_lead_of_that_priority() {
        // due: high Monday 12:00, normal Tuesday 10:00, low Wednesday 10:00
        assertThat(leaving(wednesday("09:59"), null)).containsExactlyInAnyOrder("low");
        assertThat(leaving(tuesday("09:00"), null)).containsExactlyInAnyOrder("normal", "low");
        assertThat(leaving(monday("11:00"), null)).containsExactlyInAnyOrder("high", "normal", "low");
    }

    @Test
    void who_is_back_when_the_answer_is_due_and_works_before_it_may_answer_it() {
        // away on Monday afternoon only: high falls into it, normal and low are due after the return
        assertThat(leaving(monday("11:30"), monday("13:00"))).containsExactlyInAnyOrder("high");
        assertThat(leaving(monday("13:00"), monday("17:00"))).isEmpty();
    }

    @Test
    void who_leaves_no_working_time_before_and_after_cannot_answer_either() {
        // given: it is night, and the rep is away from the opening until the very moment the answer is due
        clock.set(monday("07:00"));

        // then: high is due at 11:00, and nothing is left before it
        assertThat(leaving(monday("08:00"), monday("11:00"))).contains("high");
        assertThat(leaving(monday("08:00"), monday("10:59"))).doesNotContain("high");
    }

    @Test
    void without_the_clause_or_an_absence_nothing_is_in_the_way() {
        // given
        assertThat(presence.leavingFor("ada", List.of())).isEmpty();
        when(charter.current()).thenReturn(anAgreement().terms());

        // then
        assertThat(leaving(monday("11:00"), null)).isEmpty();
    }

    @Test
    void a_lead_can_be_given_again_once_its_answer_is_due_after_the_return() {
        // when: away for an hour on Thursday
        List<Instant> moments = presence.duePast("ada", new Leave(thursday("15:00"), thursday("16:00")));

        // then: two hours, a day of eight and two days before the return, to the second
        assertThat(moments).hasSize(3);
        assertThat(moments.get(0)).isBetween(thursday("14:00"), thursday("14:00:01"));
        assertThat(moments.get(1)).isBetween(wednesday("16:00"), wednesday("16:00:01"));
        assertThat(moments.get(2)).isBetween(tuesday("16:00"), tuesday("16:00:01"));
    }

    @Test
    void an_answer_that_is_due_before_the_return_whenever_it_is_asked_for_gives_no_moment() {
        // away all Thursday: of the three only two days reach to Friday
        assertThat(presence.duePast("ada", new Leave(thursday("09:00"), friday("09:00"))))
                .singleElement()
                .satisfies(moment -> assertThat(moment).isBetween(wednesday("09:00"), wednesday("09:00:01")));
    }

    @Test
    void who_comes_back_nobody_knows_when_is_not_waited_for() {
        assertThat(presence.duePast("ada", new Leave(thursday("09:00"), null))).isEmpty();
    }

    @Test
    void a_leave_too_long_for_any_answer_to_reach_past_it_gives_no_moment() {
        assertThat(presence.duePast(
                        "ada", new Leave(saturday("00:00"), nextMonday("17:00").plusSeconds(864_000))))
                .isEmpty();
    }

    @Test
    void priorities_with_the_same_time_are_told_once() {
        // given
        when(charter.current())
                .thenReturn(anAgreement().promising("answerHandOff", "PT2H").terms());

        // then
        assertThat(presence.duePast("ada", new Leave(thursday("15:00"), thursday("16:00"))))
                .hasSize(1);
    }

    private Set<String> leaving(Instant from, @Nullable Instant until) {
        return presence.leavingFor("ada", List.of(new Leave(from, until)));
    }
}
