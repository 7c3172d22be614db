package org.leadrelay.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.promise.PromiseInWords.aPromise;
import static org.leadrelay.testing.AgreedTerms.anAgreement;
import static org.leadrelay.testing.OfficeHours.nineToFive;
import static org.leadrelay.testing.OfficeHours.weekdays;
import static org.leadrelay.testing.Week.friday;
import static org.leadrelay.testing.Week.monday;
import static org.leadrelay.testing.Week.nextMonday;
import static org.leadrelay.testing.Week.thursday;
import static org.leadrelay.testing.Week.tuesday;
import static org.leadrelay.testing.Week.wednesday;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.testing.AgreedTerms;
import org.leadrelay.testing.Week;

/** What a running promise becomes when another charter takes effect; hours are from nine to five. */
class RecountingTest {

    private static final Instant NOW = tuesday("11:00");

    private final BusinessCalendars calendars = mock(BusinessCalendars.class);
    private AgreedTerms agreement = anAgreement().version(2).inForceFrom(tuesday("09:00"));

    @BeforeEach
    void calendars() {
        when(calendars.version(1)).thenReturn(nineToFive());
        when(calendars.idOf(1)).thenReturn("default");
    }

    @ParameterizedTest(name = "8 h from Monday 14:00 become {0}: {1}, due {2}")
    @CsvSource({
        "PT8H,  SAME,    tuesday 14:00",
        "PT10H, LATER,   tuesday 16:00",
        "PT6H,  EARLIER, tuesday 12:00",
        "P1D,   SAME,    tuesday 14:00",
        "P2D,   LATER,   wednesday 14:00"
    })
    void it_counts_from_its_opening_in_the_new_time(String work, RecomputationEffect effect, String due) {
        // given
        PromiseInWords promise = aPromise().opened(monday("14:00")).of("PT8H");
        agreement.promising("answerHandOff", work);

        // when
        Recount recount = recount(promise);

        // then
        assertThat(recount.effect()).isEqualTo(effect);
        assertThat(recount.before()).isEqualTo(tuesday("14:00"));
        assertThat(recount.after()).isEqualTo(Week.at(due));
        assertThat(recount.anew() == null).isEqualTo(effect == RecomputationEffect.SAME);
    }

    @Test
    void the_new_row_names_the_charter_and_tells_the_sum() {
        // given
        PromiseInWords promise = aPromise().opened(monday("14:00")).of("PT8H");
        agreement.promising("answerHandOff", "PT10H");

        // when
        Recount.Anew anew = recount(promise).anew();

        // then
        assertThat(anew.charterVersion()).isEqualTo(2);
        assertThat(anew.calendarVersion()).isEqualTo(1);
        assertThat(anew.work()).isEqualTo(Duration.ofHours(10));
        assertThat(anew.due()).isEqualTo(tuesday("16:00"));
        assertThat(anew.arithmetic().english())
                .contains("version 2 of the charter")
                .contains("due Tue 16:00");
        assertThat(anew.arithmetic().german())
                .isNotEqualTo(anew.arithmetic().english())
                .contains("16:00");
    }

    @Test
    void the_priority_of_the_promise_says_which_time_counts() {
        // given
        agreement.promising("answerHandOff", "PT9H", "PT10H", "PT11H");

        // then
        assertThat(recount(aPromise().opened(monday("14:00")).of("PT8H").priority("high"))
                        .after())
                .isEqualTo(tuesday("15:00"));
        assertThat(recount(aPromise().opened(monday("14:00")).of("PT8H").priority("low"))
                        .after())
                .isEqualTo(tuesday("17:00"));
    }

    @Test
    void nobody_loses_a_promise_before_the_version_takes_effect() {
        // given: three hours from Monday 14:00 ended on Monday at five
        PromiseInWords promise = aPromise().opened(monday("14:00")).of("PT8H");
        agreement.promising("answerHandOff", "PT3H");

        // when
        Recount recount = recount(promise);

        // then
        assertThat(recount.effect()).isEqualTo(RecomputationEffect.AT_ONCE);
        assertThat(recount.anew().due()).isEqualTo(tuesday("09:00"));
        assertThat(recount.anew().arithmetic().english()).contains("which had passed: due Tue 09:00");
    }

    @Test
    void one_that_ends_between_the_taking_effect_and_now_is_only_earlier() {
        // given
        PromiseInWords promise = aPromise().opened(monday("14:00")).of("PT8H");
        agreement.promising("answerHandOff", "PT4H");

        // then: Tuesday at ten has passed at eleven, but it is the charter's own word
        assertThat(recount(promise).effect()).isEqualTo(RecomputationEffect.EARLIER);
        assertThat(recount(promise).after()).isEqualTo(tuesday("10:00"));
    }

    @Test
    void what_is_over_stays() {
        // given
        agreement.promising("answerHandOff", "PT20H");
        PromiseInWords broken = aPromise().opened(monday("09:00")).of("PT2H").broken(monday("11:00"));
        PromiseInWords dueNow = aPromise().opened(monday("11:00")).of("PT8H");

        // then: a timer that is due may have fired already
        assertThat(recount(broken))
                .extracting(Recount::effect, Recount::anew)
                .containsExactly(RecomputationEffect.OVER, null);
        assertThat(recount(dueNow))
                .extracting(Recount::effect, Recount::anew)
                .containsExactly(RecomputationEffect.OVER, null);
    }

    @Test
    void the_buyers_own_day_stays() {
        // given
        agreement.promising("answerHandOff", "PT20H");
        PromiseInWords renewed =
                aPromise().opened(monday("10:00")).of("PT8H").renewed(monday("12:00"), friday("09:00"));

        // then
        assertThat(recount(renewed))
                .extracting(Recount::effect, Recount::after, Recount::anew)
                .containsExactly(RecomputationEffect.BUYERS_DAY, friday("17:00"), null);
    }

    @Test
    void a_promise_without_a_clause_in_the_new_charter_stays() {
        // given
        agreement.promising("makeContact", "PT20H");

        // then
        assertThat(recount(aPromise().opened(monday("14:00")).of("PT8H")))
                .extracting(Recount::effect, Recount::after, Recount::anew)
                .containsExactly(RecomputationEffect.NO_CLAUSE, tuesday("14:00"), null);
    }

    @Test
    void while_paused_it_keeps_what_it_has_used_and_is_shown_as_if_it_went_on_now() {
        // given: two of eight hours were used when it paused on Monday at 16:00
        PromiseInWords promise = aPromise().opened(monday("14:00")).of("PT8H").paused(monday("16:00"));
        agreement.promising("answerHandOff", "PT10H");

        // when
        Recount recount = recount(promise);

        // then: of ten hours eight are left, from the pause on in the row, from now on for people
        assertThat(recount.paused()).isTrue();
        assertThat(recount.anew().due()).isEqualTo(tuesday("16:00"));
        assertThat(recount.before()).isEqualTo(tuesday("17:00"));
        assertThat(recount.after()).isEqualTo(wednesday("11:00"));
        assertThat(recount.effect()).isEqualTo(RecomputationEffect.LATER);
        assertThat(recount.anew().arithmetic().english()).contains("8 h left");
    }

    @Test
    void while_paused_with_nothing_left_it_will_be_due_at_once() {
        // given: four hours were used, and the new clause has three
        PromiseInWords promise = aPromise().opened(monday("10:00")).of("PT8H").paused(monday("14:00"));
        agreement.promising("answerHandOff", "PT3H");

        // when
        Recount recount = recount(promise);

        // then
        assertThat(recount.effect()).isEqualTo(RecomputationEffect.AT_ONCE);
        assertThat(recount.anew().due()).isEqualTo(monday("14:00"));
    }

    @Test
    void after_a_pause_what_is_left_counts_from_now() {
        // given: paused for two hours after two of eight, so that one hour of Tuesday is used too
        PromiseInWords promise = aPromise()
                .opened(monday("11:00"))
                .of("PT8H")
                .paused(monday("13:00"))
                .resumed(monday("15:00"));
        agreement.promising("answerHandOff", "PT10H");

        // when: used are 2 h before, 2 h on Monday after, 2 h on Tuesday
        Recount recount = recount(promise);

        // then
        assertThat(recount.before()).isEqualTo(tuesday("13:00"));
        assertThat(recount.after()).isEqualTo(tuesday("15:00"));
        assertThat(recount.anew().arithmetic().english()).contains("4 h left");
    }

    @Test
    void after_a_pause_with_nothing_left_it_is_due_now() {
        // given
        PromiseInWords promise = aPromise()
                .opened(monday("11:00"))
                .of("PT8H")
                .paused(monday("13:00"))
                .resumed(monday("15:00"));
        agreement.promising("answerHandOff", "PT5H");

        // then
        assertThat(recount(promise).effect()).isEqualTo(RecomputationEffect.AT_ONCE);
        assertThat(recount(promise).anew().due()).isEqualTo(NOW);
    }

    @Test
    void a_reminder_moves_with_the_new_time() {
        // given
        PromiseInWords promise = aPromise().opened(monday("14:00")).of("PT8H").remindedAt(tuesday("12:00"), null);
        agreement.remindingAfter(0.75).promising("answerHandOff", "PT12H");

        // then: nine hours from Monday 14:00
        assertThat(recount(promise).anew().remind()).isEqualTo(tuesday("15:00"));
    }

    @Test
    void a_reminder_that_was_given_or_is_due_stays() {
        // given
        agreement.remindingAfter(0.75).promising("answerHandOff", "PT12H");
        PromiseInWords given =
                aPromise().opened(monday("14:00")).of("PT8H").remindedAt(tuesday("10:00"), tuesday("10:00"));
        PromiseInWords due = aPromise().opened(monday("14:00")).of("PT8H").remindedAt(NOW, null);

        // then
        assertThat(recount(given).anew().remind()).isEqualTo(tuesday("10:00"));
        assertThat(recount(due).anew().remind()).isEqualTo(NOW);
    }

    @Test
    void a_clause_without_a_reminder_takes_it_away_and_that_alone_is_a_change() {
        // given
        PromiseInWords promise = aPromise().opened(monday("14:00")).of("PT8H").remindedAt(tuesday("12:00"), null);
        agreement.promising("answerHandOff", "PT8H");

        // when
        Recount recount = recount(promise);

        // then
        assertThat(recount.effect()).isEqualTo(RecomputationEffect.SAME);
        assertThat(recount.anew().remind()).isNull();
        assertThat(recount.anew().due()).isEqualTo(tuesday("14:00"));
    }

    @Test
    void a_promise_that_counts_in_the_charters_calendar_moves_with_it() {
        // given: version 1 named "default", version 2 names "short"
        when(calendars.newest("short")).thenReturn(Optional.of(weekdays(7, "09:00-12:00")));
        agreement.countingIn("short").promising("answerHandOff", "PT8H");

        // when
        Recount recount = recount(aPromise().opened(monday("10:00")).of("PT12H"));

        // then: 2 h on Monday, 3 h on Tuesday and Wednesday each
        assertThat(recount.after()).isEqualTo(wednesday("12:00"));
        assertThat(recount.anew().calendarVersion()).isEqualTo(7);
    }

    @Test
    void a_promise_that_counts_in_hours_of_its_own_stays_in_them() {
        // given: a rep's own calendar
        when(calendars.idOf(1)).thenReturn("adas-hours");
        when(calendars.newest("short")).thenReturn(Optional.of(weekdays(7, "09:00-12:00")));
        agreement.countingIn("short").promising("answerHandOff", "PT16H");

        // when
        Recount recount = recount(aPromise().opened(monday("10:00")).of("PT12H"));

        // then
        assertThat(recount.after()).isEqualTo(wednesday("10:00"));
        assertThat(recount.anew().calendarVersion()).isEqualTo(1);
    }

    @Test
    void before_a_version_takes_effect_it_is_shown_what_will_be() {
        // given
        agreement.inForceFrom(thursday("09:00")).promising("answerHandOff", "PT3H");
        PromiseInWords promise = aPromise().opened(monday("14:00")).of("PT40H");

        // when: three hours passed long ago, and it takes effect on Thursday
        Recount recount = recount(promise);

        // then
        assertThat(recount.before()).isEqualTo(nextMonday("14:00"));
        assertThat(recount.after()).isEqualTo(thursday("09:00"));
        assertThat(recount.effect()).isEqualTo(RecomputationEffect.AT_ONCE);
    }

    private Recount recount(PromiseInWords promise) {
        return new Recounting(agreement.terms(), calendars, version -> "default", NOW).of(promise.row());
    }
}
