package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.Signal;
import org.leadrelay.mail.MailPost;
import org.leadrelay.mail.MailServer;
import org.leadrelay.redesign.ReleaseDriver;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What was learned of a lead decides about its next lap, its track and its mails. */
class LearnedTablesTest extends LearnedTest {

    /** After the first row's condition: a track of its own for whoever is interested in chocolate. */
    private static final String ONE_MORE_ROW = """
          <rule id="Rule_Chocolate1">
            <description>Whoever asked for chocolate hears of it first.</description>
            <inputEntry id="UnaryTests_Chocolate1_Track"><text></text></inputEntry>
            <inputEntry id="UnaryTests_Chocolate1_TouchesSent"><text>0</text></inputEntry>
            <inputEntry id="UnaryTests_Chocolate1_Interest"><text>"chocolate"</text></inputEntry>
            <inputEntry id="UnaryTests_Chocolate1_Timeline"><text></text></inputEntry>
            <inputEntry id="UnaryTests_Chocolate1_Decider"><text></text></inputEntry>
            <outputEntry id="LiteralExpression_Chocolate1_TouchKind"><text>"mail"</text></outputEntry>
            <outputEntry id="LiteralExpression_Chocolate1_TouchTemplate"><text>"chocolate-1"</text></outputEntry>
            <outputEntry id="LiteralExpression_Chocolate1_TouchWait"><text>"P2D"</text></outputEntry>
            <outputEntry id="LiteralExpression_Chocolate1_Exhausted"><text>false</text></outputEntry>
          </rule>
          <rule id="Rule_Awareness1">
        """;

    @Autowired
    ReleaseDriver releases;

    @Autowired
    BeanFactory beans;

    @Test
    void a_track_by_interest_is_a_row_of_a_release() {
        // given
        releases.inForce(
                "chocolate",
                ReleaseDriver.shipped(xml -> xml.contains("id=\"nurture-track\"")
                        ? xml.replace("      <rule id=\"Rule_Awareness1\">\n", ONE_MORE_ROW)
                        : xml));
        UUID interested = readyLead();
        UUID other = readyLead();

        // when
        answerHandOff(interested, rejected("interest", CHOCOLATE));
        answerHandOff(other, rejected("interest", "prices"));
        for (UUID lead : List.of(interested, other)) {
            recycle(lead);
            journeys.fire(lead, "Event_CooledDown");
        }

        // then
        assertThat(planned(interested)).containsEntry("touchTemplate", "chocolate-1");
        assertThat(planned(other)).containsEntry("touchTemplate", "evaluation-1");
    }

    @Test
    void who_decides_within_a_month_is_back_in_days_and_ripe_once_they_show_interest() {
        // given
        UUID lead = readyLead();
        answerHandOff(
                lead,
                rejected("rejectionReason", "other", "otherReason", "Busy", "timeline", "now", "decider", "decides"));
        recycle(lead);
        assertThat(journeys.due(lead, "Event_CooledDown"))
                .isEqualTo(SettableClock.MONDAY_MORNING.plus(Duration.ofDays(3)));

        // when
        journeys.engage(lead, Signal.Kind.VISIT);

        // then
        assertThat(decided(lead, "lead-maturity")).containsEntry("facts.timeline", "now");
        assertThat(maturity(lead)).isEqualTo(4);
    }

    @Test
    void who_collects_for_somebody_else_gets_something_to_pass_on_and_is_no_riper() {
        // given
        UUID lead = readyLead();
        answerHandOff(lead, rejected("timeline", "now", "decider", "collects"));

        // when
        recycle(lead);

        // then
        assertThat(journeys.due(lead, "Event_CooledDown"))
                .isEqualTo(SettableClock.MONDAY_MORNING.plus(Duration.ofDays(7)));
        journeys.engage(lead, Signal.Kind.VISIT);
        assertThat(maturity(lead))
                .as("by the score of its source, as without a word")
                .isEqualTo(3);
    }

    @Test
    void who_buys_later_is_not_ripe_by_what_was_known_before_but_by_what_they_do_now() {
        // given a lead whose source scores it as active, which alone would hand it over again
        UUID lead = readyLead();
        answerHandOff(lead, rejected("timeline", "later"));
        recycle(lead);
        assertThat(journeys.due(lead, "Event_CooledDown"))
                .isEqualTo(SettableClock.MONDAY_MORNING.plus(Duration.ofDays(180)));

        // when
        journeys.engage(lead, Signal.Kind.VISIT);

        // then
        assertThat(maturity(lead)).isEqualTo(2);

        // when
        journeys.engage(lead, Signal.Kind.FORM);

        // then
        assertThat(maturity(lead)).isEqualTo(3);
    }

    @Test
    void the_next_mail_after_a_rejection_says_what_the_rep_learned_and_without_it_what_stands_for_it()
            throws MessagingException, IOException {
        // given
        UUID interested = mailed("interested@navy.example");
        UUID silent = mailed("silent@navy.example");
        answerHandOff(interested, rejected("interest", CHOCOLATE));
        answerHandOff(silent, rejected());

        // when
        for (UUID lead : List.of(interested, silent)) {
            recycle(lead);
            journeys.fire(lead, "Event_CooledDown");
            journeys.fire(lead, "Event_TouchDue");
        }

        // then
        try (MailServer server = MailServer.started()) {
            MailPost.send(beans, server);
            assertThat(MailServer.part(server.mailsTo("interested@navy.example").get(0), "text/plain"))
                    .contains("Pink chocolate")
                    .doesNotContain("{{");
            assertThat(MailServer.part(server.mailsTo("silent@navy.example").get(0), "text/plain"))
                    .contains("what we offer")
                    .doesNotContain("{{", "chocolate");
        }
    }

    /** A lead that a rep is to answer, and that consented to mail. */
    private UUID mailed(String address) {
        UUID lead = journeys.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.EMAIL, address,
                Field.COUNTRY, "US",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17"));
        jdbc.sql("""
            insert into lead_consent (id, lead_id, channel, given, purpose, basis, source, at, recorded_at)
            values (?, ?, 'MAIL', true, 'marketing', 'consent', 'test', timestamptz '2025-01-02', timestamptz '2025-01-02')
            """).params(UUID.randomUUID(), lead).update();
        return lead;
    }

    private Map<String, Object> planned(UUID lead) {
        return decision(lead, "nurture-track", "outputs");
    }

    private int maturity(UUID lead) {
        return (int) Objects.requireNonNull(
                decision(lead, "lead-maturity", "outputs").get("maturity"));
    }
}
