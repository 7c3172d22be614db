package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.ChainVerification;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCommands;
import org.leadrelay.lead.Statement;
import org.leadrelay.platform.Forbidden;
import org.springframework.beans.factory.annotation.Autowired;

/** From captured to a rep, or to marketing, or out. */
class RoutesTest extends JourneyTest {

    @Autowired
    ChainVerification chains;

    @Autowired
    LeadCommands life;

    @Test
    void a_mature_lead_that_fits_goes_straight_to_a_rep_and_can_be_won() {
        // given
        UUID lead = readyLead();
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_AnswerHandOff");

        // when
        answerHandOff(lead, Map.of("outcome", "accept"));
        asHolder(lead, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        asHolder(lead, "Activity_DecideOutcome", Map.of("outcome", "won"));

        // then
        assertThat(journeys.end(lead)).isEqualTo("won");
        assertThat(journeys.journey(lead)).isNull();
        assertThat(chains.verify(lead)).returns(true, ChainVerification.Verified::intact);
    }

    @Test
    void a_lead_far_from_the_profile_without_any_sign_of_buying_is_disqualified() {
        assertThat(journeys.end(leadScored("11", null))).isEqualTo("disqualified");
    }

    @Test
    void marketing_qualifies_a_lead_that_fits_but_is_early_and_hears_of_its_promise() {
        // given
        UUID lead = leadScored("19", "14");
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_QualifyLead");

        // when
        journeys.fire(lead, "Event_QualifyReminder");
        journeys.fire(lead, "Event_QualifyOverdue");
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_QualifyLead");
        qualify(lead, "salesReady");

        // then
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_AnswerHandOff");
    }

    @Test
    void a_lead_not_yet_ready_is_nurtured_and_one_that_never_will_be_is_disqualified() {
        UUID notYet = leadScored("19", "14");
        qualify(notYet, "notYet");
        assertThat(journeys.journey(notYet)).isWaitingAt("Activity_Nurture");

        UUID never = leadScored("19", "14");
        qualify(never, "disqualify");
        assertThat(journeys.end(never)).isEqualTo("disqualified");
    }

    @Test
    void a_lead_without_a_permitted_channel_goes_to_marketing_before_a_rep_gets_it() {
        // given
        UUID lead = objecting();
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_CompleteLead");
        journeys.fire(lead, "Event_CompleteReminder");
        journeys.fire(lead, "Event_CompleteOverdue");

        // when
        complete(lead, "completed");
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_CompleteLead");
        journeys.advance(Duration.ofMinutes(1));
        cast.actingAs(JourneyDriver.MARKETER);
        for (Channel channel : Channel.values()) {
            life.consent(
                    lead, new Statement(channel, true, "marketing", "consent", "Call me.", "a call", null), "call");
        }
        cast.actingAsNobody();
        complete(lead, "completed");

        // then
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_AnswerHandOff");
    }

    @Test
    void a_lead_that_cannot_be_completed_is_disqualified() {
        UUID lead = objecting();
        complete(lead, "unusable");
        assertThat(journeys.end(lead)).isEqualTo("disqualified");
    }

    @Test
    void a_lead_is_withdrawn_from_anywhere() {
        UUID withRep = readyLead();
        journeys.withdraw(withRep);
        assertThat(journeys.end(withRep)).isEqualTo("withdrawn");

        UUID nurtured = leadScored(null, null);
        journeys.withdraw(nurtured);
        assertThat(journeys.end(nurtured)).isEqualTo("withdrawn");
    }

    private java.util.UUID objecting() {
        return journeys.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17",
                Field.NO_MAIL, "yes",
                Field.NO_CALL, "yes"));
    }

    private void complete(UUID lead, String outcome) {
        journeys.answer(lead, "Activity_CompleteLead", JourneyDriver.MARKETER, Map.of("outcome", outcome));
    }

    @Test
    void nobody_reviews_the_rejection_of_a_lead_that_they_qualified_in_this_lap() {
        // given
        cast.person("mia", Roles.MARKETING);
        UUID lead = leadScored("19", "14");
        qualify(lead, "salesReady");
        answerHandOff(lead, Map.of("outcome", "reject", "rejectionReason", "tooEarly"));
        Map<String, String> recycle = Map.of("outcome", "recycle", "marketingCause", "tooSoon");

        // when
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> review(lead, JourneyDriver.MARKETER, recycle));
        review(lead, "mia", recycle);

        // then
        assertThat(journeys.journey(lead)).variables().containsEntry("lap", 2L);
    }

    private void review(UUID lead, String login, Map<String, ?> answers) {
        journeys.answer(lead, "Activity_ReviewRejection", login, answers);
    }

    private void qualify(UUID lead, String outcome) {
        journeys.answer(
                lead,
                "Activity_QualifyLead",
                JourneyDriver.MARKETER,
                Map.of(
                        "outcome",
                        outcome,
                        "need",
                        "yes",
                        "budget",
                        true,
                        "timeframe",
                        "quarter",
                        "authority",
                        "decides"));
    }
}
