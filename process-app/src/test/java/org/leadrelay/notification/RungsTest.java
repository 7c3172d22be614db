package org.leadrelay.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.testing.AgreedTerms.anAgreement;
import static org.leadrelay.testing.OfficeHours.nineToFive;
import static org.leadrelay.testing.Week.friday;
import static org.leadrelay.testing.Week.nextMonday;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Rung.Moment;
import org.leadrelay.promise.PromiseBroken;
import org.leadrelay.promise.PromiseReminded;
import org.leadrelay.testing.AgreedTerms;
import org.mockito.ArgumentCaptor;

/** Which rungs of the ladder are climbed at which moment of a promise. */
class RungsTest {

    private static final UUID PROMISE = new UUID(0, 1);
    private static final UUID LEAD = new UUID(0, 2);
    private static final Instant DUE = friday("16:00");

    private final Charter charter = mock(Charter.class);
    private final BusinessCalendars calendars = mock(BusinessCalendars.class);
    private final Addressees addressees = mock(Addressees.class);
    private final LaterRungs later = mock(LaterRungs.class);
    private final Notices notices = mock(Notices.class);
    private final Ladder ladder = new Ladder(charter, calendars, addressees, later, notices);

    @BeforeEach
    void aLadder() {
        agreed(anAgreement()
                .telling("answerHandOff", Moment.REMIND, "PT0S", "holder")
                .telling("answerHandOff", Moment.OVERDUE, "PT0S", "holder")
                .telling("answerHandOff", Moment.OVERDUE, "PT0S", "sales-manager")
                .telling("answerHandOff", Moment.AFTER, "PT2H", "heads")
                .telling("any", Moment.OVERDUE, "PT0S", "heads"));
        when(calendars.version(1)).thenReturn(nineToFive());
        when(addressees.of("holder", LEAD, "answerHandOff")).thenReturn(List.of("ada"));
        when(addressees.of("sales-manager", LEAD, "answerHandOff")).thenReturn(List.of("mike", "ada"));
        when(addressees.of(eq("heads"), eq(LEAD), any())).thenReturn(List.of("helen"));
    }

    @Test
    void a_reminder_is_told_to_the_rungs_of_reminders_only() {
        // when
        ladder.reminded(new PromiseReminded(PROMISE, LEAD, "answerHandOff", DUE));

        // then
        verify(notices).tell(eq(Set.of("ada")), any());
        assertThat(told().kind()).isEqualTo(NoticeKind.REMIND);
        assertThat(told().due()).isEqualTo(DUE);
    }

    @Test
    void each_due_instant_is_reminded_of_anew_and_a_break_is_told_once() {
        // when
        ladder.reminded(new PromiseReminded(PROMISE, LEAD, "answerHandOff", DUE));
        ladder.reminded(new PromiseReminded(PROMISE, LEAD, "answerHandOff", nextMonday("09:00")));
        breaks("answerHandOff", true);
        breaks("answerHandOff", true);

        // then
        ArgumentCaptor<NoticeContent> all = ArgumentCaptor.forClass(NoticeContent.class);
        verify(notices, times(4)).tell(anyCollection(), all.capture());
        List<String> keys = all.getAllValues().stream().map(NoticeContent::key).toList();
        assertThat(keys.get(0)).isNotEqualTo(keys.get(1));
        assertThat(keys.get(2)).isEqualTo(keys.get(3)).isNotEqualTo(keys.get(0));
    }

    @Test
    void a_break_is_told_to_everybody_on_its_rungs_once() {
        // when
        breaks("answerHandOff", true);

        // then
        verify(notices).tell(eq(Set.of("ada", "mike")), any());
        assertThat(told().kind()).isEqualTo(NoticeKind.OVERDUE);
    }

    @Test
    void the_rungs_above_wait_for_their_working_time_after_the_due_instant() {
        // when
        breaks("answerHandOff", true);

        // then: two hours of work after Friday at four
        verify(later).wait(any(), any(), eq(nextMonday("10:00")));
    }

    @Test
    void a_step_that_ended_when_it_broke_is_not_climbed_further() {
        // when
        breaks("answerHandOff", false);

        // then
        verify(notices).tell(eq(Set.of("ada", "mike")), any());
        verify(later, never()).wait(any(), any(), any());
    }

    @Test
    void a_clause_without_rungs_of_its_own_climbs_those_of_any() {
        // when
        breaks("reviewRejection", true);

        // then
        verify(notices).tell(eq(Set.of("helen")), any());
        verify(later, never()).wait(any(), any(), any());
    }

    @Test
    void a_lead_that_found_no_rep_waits_and_is_nobodys_overdue_task() {
        // when
        breaks("assignRep", true);

        // then
        assertThat(told().kind()).isEqualTo(NoticeKind.WAITING);
    }

    private void agreed(AgreedTerms agreement) {
        when(charter.current()).thenReturn(agreement.terms());
    }

    private void breaks(String clause, boolean running) {
        ladder.broken(new PromiseBroken(PROMISE, LEAD, clause, DUE, 1, running));
    }

    private NoticeContent told() {
        ArgumentCaptor<NoticeContent> telling = ArgumentCaptor.forClass(NoticeContent.class);
        verify(notices).tell(anyCollection(), telling.capture());
        return telling.getValue();
    }
}
