package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.charter.AgreedOption;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.Finding;
import org.leadrelay.charter.ModelConsistency;
import org.leadrelay.charter.Parties;
import org.leadrelay.lead.Attribute;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.FactCorrections;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.LeadCard;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LearnedFact;
import org.leadrelay.lead.LearnedFacts;
import org.leadrelay.lead.LearnedList;
import org.leadrelay.lead.OldFact;
import org.leadrelay.lead.Origin;
import org.leadrelay.lead.Signal;
import org.leadrelay.mail.MailPost;
import org.leadrelay.mail.MailServer;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Words;
import org.leadrelay.redesign.ReleaseDriver;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.Form;
import org.leadrelay.worklist.SoFar;
import org.leadrelay.worklist.TaskQueries;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What a rep or marketing learns of a lead is a fact of the lead, and decides about its next lap. */
class LearnedFactsTest extends JourneyTest {

    private static final String ANSWER = "Activity_AnswerHandOff";
    private static final String CHOCOLATE = "chocolate";

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
    LearnedFacts learned;

    @Autowired
    LeadCards cards;

    @Autowired
    FactCorrections corrections;

    @Autowired
    CurrentPerson person;

    @Autowired
    TaskQueries tasks;

    @Autowired
    LeadCapture captures;

    @Autowired
    Parties parties;

    @Autowired
    CharterVersions versions;

    @Autowired
    ModelConsistency consistency;

    @Autowired
    ReleaseDriver releases;

    @Autowired
    Database database;

    @Autowired
    ObjectMapper json;

    @Autowired
    BeanFactory beans;

    @BeforeEach
    void chocolateIsAgreed() {
        parties.arrive();
        parties.agree(LearnedFactsTest::withChocolate, null, false);
    }

    @AfterEach
    void asItWas() {
        cast.actingAsNobody();
        database.firstRelease();
        database.firstCharter();
    }

    @Test
    void what_a_rep_learns_with_a_rejection_stands_on_the_lead_and_comes_to_the_tables_of_the_next_lap() {
        // given
        UUID lead = readyLead();
        String rep = journeys.assignee(lead, ANSWER);

        // when
        answerHandOff(lead, rejected("interest", CHOCOLATE, "timeline", "year", "decider", "recommends"));

        // then each is a fact with the words of the charter, the task and the rep
        assertThat(learned.of(lead).values())
                .extracting(LearnedFact::key, each -> each.in(Locale.ENGLISH), LearnedFact::step, LearnedFact::person)
                .containsExactly(
                        tuple(CHOCOLATE, "Pink chocolate", ANSWER, rep),
                        tuple("year", "Within a year", ANSWER, rep),
                        tuple("recommends", "Recommends", ANSWER, rep));
        assertThat(fact(lead, "interest"))
                .returns(CHOCOLATE, FactView::value)
                .returns("Pink chocolate", FactView::words)
                .returns("Answer hand-off", FactView::step)
                .returns(rep, FactView::person)
                .returns(SettableClock.MONDAY_MORNING, FactView::at)
                .returns(true, FactView::fact);

        // and so far tells it to whoever goes on with the lead
        cast.actingAs(JourneyDriver.MARKETER);
        assertThat(tasks.task(journeys.task(lead, "Activity_ReviewRejection"))
                        .soFar()
                        .entries())
                .flatExtracting(SoFar.Entry::answers)
                .extracting(SoFar.Answer::label, SoFar.Answer::text)
                .contains(
                        tuple("What are they interested in?", "Pink chocolate"),
                        tuple("When do they want to decide?", "Within a year"),
                        tuple("Does the person decide?", "Recommends"));

        // when
        recycle(lead);

        // then the table of the next lap read them, and whoever buys within a year is left in peace for longer
        assertThat(decided(lead, "recycling"))
                .containsEntry("facts.interest", CHOCOLATE)
                .containsEntry("facts.timeline", "year")
                .containsEntry("facts.decider", "recommends");
        assertThat(journeys.due(lead, "Event_CooledDown"))
                .isEqualTo(SettableClock.MONDAY_MORNING.plus(Duration.ofDays(120)));
    }

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
        answerHandOff(lead, rejected("timeline", "now", "decider", "decides"));
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
    void the_time_of_buying_grows_old_and_what_is_too_old_is_shown_and_tells_the_tables_nothing() {
        // given
        UUID lead = readyLead();
        answerHandOff(lead, rejected("interest", CHOCOLATE, "timeline", "now"));
        assertThat(fact(lead, "timeline"))
                .returns(SettableClock.MONDAY_MORNING.plus(Duration.ofDays(30)), FactView::until)
                .returns(false, FactView::outdated);

        // when
        journeys.advance(Duration.ofDays(30));
        recycle(lead);

        // then
        assertThat(learned.of(lead)).containsOnlyKeys(LearnedList.INTEREST);
        assertThat(fact(lead, "timeline")).returns(true, FactView::outdated).returns("now", FactView::value);
        assertThat(decided(lead, "recycling"))
                .containsEntry("facts.interest", CHOCOLATE)
                .doesNotContainKey("facts.timeline");
    }

    @Test
    void marketing_and_a_follow_up_are_asked_too_and_what_is_not_known_changes_nothing() {
        // given
        UUID lead = leadScored("19", "14");
        journeys.answer(
                lead,
                "Activity_QualifyLead",
                JourneyDriver.MARKETER,
                Map.of(
                        "outcome", "salesReady",
                        "need", "yes",
                        "interest", CHOCOLATE,
                        "timeframe", "quarter",
                        "authority", "decides"));
        assertThat(keys(lead))
                .isEqualTo(Map.of(
                        LearnedList.INTEREST, CHOCOLATE,
                        LearnedList.TIMELINE, "quarter",
                        LearnedList.DECIDER, "decides"));
        answerHandOff(lead, Map.of("outcome", "accept"));
        asHolder(lead, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));

        // when
        asHolder(
                lead,
                "Activity_DecideOutcome",
                Map.of(
                        "outcome", "notReady",
                        "notReadyReason", "noDecision",
                        "interest", "prices",
                        "timeline", "unknown"));

        // then
        assertThat(keys(lead))
                .isEqualTo(Map.of(
                        LearnedList.INTEREST, "prices",
                        LearnedList.TIMELINE, "quarter",
                        LearnedList.DECIDER, "decides"));
        assertThat(card(lead).oldFacts())
                .filteredOn(each -> each.name().equals("interest"))
                .extracting(OldFact::value, OldFact::source, OldFact::replacedBy)
                .containsExactly(tuple("Pink chocolate", "Qualify lead", "Decide outcome"));
    }

    @Test
    void it_is_corrected_like_every_fact_with_a_line_of_the_list() {
        // given
        UUID lead = readyLead();
        answerHandOff(lead, rejected("interest", CHOCOLATE));
        cast.actingAs(JourneyDriver.MARKETER);

        // when
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> corrections.correct(lead, "interest", "vanilla", person.get()))
                .withMessageContaining("chocolate (Pink chocolate)");
        corrections.correct(lead, "interest", "Preise und Verträge", person.get());

        // then
        assertThat(fact(lead, "interest"))
                .returns("prices", FactView::value)
                .returns("correction", FactView::source)
                .returns(null, FactView::step);

        // when
        corrections.correct(lead, "interest", null, person.get());

        // then
        assertThat(learned.of(lead, LearnedList.INTEREST)).isEmpty();
    }

    @Test
    void no_form_that_anybody_can_fill_in_says_it_and_no_system_overrules_a_person() {
        // given
        UUID lead = readyLead();
        answerHandOff(lead, rejected("interest", CHOCOLATE));

        // when a system says something else later, and a form makes a lead
        journeys.advance(Duration.ofDays(1));
        String id = jdbc.sql("select external_id from lead where id = ?")
                .param(lead)
                .query(String.class)
                .single();
        captures.capture(
                new Capture(
                        Map.of(Field.EXTERNAL_ID, id), List.of(new Attribute("interest", "prices")), List.of(), null),
                new Origin("tests", Origin.Kind.API, "Web", "tests", null));
        UUID typed = captures.capture(
                        new Capture(
                                Map.of(Field.NAME, "Fay Example", Field.EMAIL, "fay@example.com"),
                                List.of(new Attribute("timeline", "now")),
                                List.of(),
                                null),
                        new Origin("web-to-lead", Origin.Kind.FORM, "Web form", "web-to-lead", null))
                .leadId();

        // then
        assertThat(keys(lead)).isEqualTo(Map.of(LearnedList.INTEREST, CHOCOLATE));
        assertThat(keys(typed)).isEmpty();
        assertThat(card(typed).facts()).extracting(FactView::name).contains("timeline (as sent)");
    }

    @Test
    void a_charter_without_these_lists_asks_for_nothing_and_goes_on() {
        // given
        parties.agree(
                said -> said.rewriting()
                        .withoutList("interest")
                        .text()
                        .rewriting()
                        .withoutList("timeline")
                        .text()
                        .rewriting()
                        .withoutList("decider")
                        .text(),
                null,
                false);
        UUID lead = readyLead();
        UUID early = leadScored("19", "14");

        // when
        cast.actingAs(journeys.assignee(lead, ANSWER));
        Form form = tasks.form(tasks.row(journeys.task(lead, ANSWER)));
        cast.actingAsNobody();

        // then what would be learned is not asked, and what marketing always asked still is
        assertThat(form.fields())
                .extracting(Form.Field::id)
                .containsExactly("outcome", "rejectionReason", "otherReason", "learned", "note");
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> answerHandOff(lead, rejected("interest", CHOCOLATE)));
        answerHandOff(lead, rejected());
        recycle(lead);
        assertThat(journeys.due(lead, "Event_CooledDown"))
                .isEqualTo(SettableClock.MONDAY_MORNING.plus(Duration.ofDays(30)));
        journeys.answer(
                early,
                "Activity_QualifyLead",
                JourneyDriver.MARKETER,
                Map.of("outcome", "salesReady", "need", "yes", "timeframe", "later", "authority", "decides"));
        assertThat(keys(early)).isEmpty();
        assertThat(consistency.of(versions.inForce()))
                .filteredOn(each -> each.kind() == Finding.Kind.LIST_UNAGREED)
                .extracting(Finding::subject)
                .containsExactly("interest", "timeline", "decider");
    }

    private static CharterContent withChocolate(CharterContent said) {
        List<AgreedOption> lines =
                new ArrayList<>(Objects.requireNonNull(said.lists().get("interest")));
        lines.add(new AgreedOption(CHOCOLATE, new Words("Pink chocolate", "Rosa Schokolade"), null));
        return said.rewriting().list("interest", lines).text();
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

    private static Map<String, String> rejected(String... learned) {
        Map<String, String> answers = new HashMap<>(Map.of("outcome", "reject", "rejectionReason", "tooEarly"));
        for (int i = 0; i < learned.length; i += 2) {
            answers.put(learned[i], learned[i + 1]);
        }
        return answers;
    }

    private void recycle(UUID lead) {
        journeys.answer(
                lead,
                "Activity_ReviewRejection",
                JourneyDriver.MARKETER,
                Map.of("outcome", "recycle", "marketingCause", "tooSoon"));
    }

    private Map<LearnedList, String> keys(UUID lead) {
        Map<LearnedList, String> keys = new HashMap<>();
        learned.of(lead).forEach((list, fact) -> keys.put(list, fact.key()));
        return keys;
    }

    private LeadCard card(UUID lead) {
        cast.actingAs(JourneyDriver.MARKETER);
        return cards.card(lead, person.get());
    }

    private FactView fact(UUID lead, String name) {
        return card(lead).facts().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What the table read last, as a table names it. */
    private Map<String, Object> decided(UUID lead, String table) {
        Map<String, Object> read = new HashMap<>();
        decision(lead, table, "facts").forEach((name, value) -> {
            if (value instanceof Map<?, ?> sheet) {
                sheet.forEach((fact, known) -> read.put(name + "." + fact, known));
            } else {
                read.put(name, value);
            }
        });
        return read;
    }

    private Map<String, Object> planned(UUID lead) {
        return decision(lead, "nurture-track", "outputs");
    }

    private int maturity(UUID lead) {
        return (int) Objects.requireNonNull(
                decision(lead, "lead-maturity", "outputs").get("maturity"));
    }

    private Map<String, Object> decision(UUID lead, String table, String part) {
        String last = jdbc.sql("select " + part + """
            ::text from decision_fact where lead_id = ? and table_key = ? order by seq desc limit 1
            """)
                .params(lead, table)
                .query(String.class)
                .single();
        try {
            return json.readValue(last, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(last, e);
        }
    }
}
