package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.lead.Attribute;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.FactCorrections;
import org.leadrelay.lead.FactView;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.LearnedFact;
import org.leadrelay.lead.LearnedList;
import org.leadrelay.lead.OldFact;
import org.leadrelay.lead.Origin;
import org.leadrelay.platform.Invalid;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.SoFar;
import org.leadrelay.worklist.TaskQueries;
import org.springframework.beans.factory.annotation.Autowired;

/** What a rep or marketing learns of a lead is a fact of the lead. */
class LearnedFactsTest extends LearnedTest {

    @Autowired
    FactCorrections corrections;

    @Autowired
    TaskQueries tasks;

    @Autowired
    LeadCapture captures;

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

    @ParameterizedTest
    @ValueSource(strings = {"task list.csv", "task Activity_AnswerHandOff", "correction"})
    void a_file_that_is_called_like_a_task_or_a_correction_is_no_persons_word(String file) {
        // given
        String mail = UUID.randomUUID() + "@navy.example";
        UUID lead = captured(mail, Origin.Kind.IMPORT, file, "prices");
        assertThat(fact(lead, "interest")).returns(file, FactView::source).returns(null, FactView::step);

        // when a system says something newer
        journeys.advance(Duration.ofDays(1));
        captured(mail, Origin.Kind.API, "crm", CHOCOLATE);

        // then
        assertThat(keys(lead)).isEqualTo(Map.of(LearnedList.INTEREST, CHOCOLATE));
        assertThat(card(lead).oldFacts())
                .filteredOn(each -> each.name().equals("interest"))
                .extracting(OldFact::source, OldFact::replacedBy)
                .containsExactly(tuple(file, "crm"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prices", "Prices and contracts", " prices AND contracts", "Preise und Verträge"})
    void a_file_may_say_a_line_by_what_it_is_called_and_the_key_is_kept(String said) {
        // when
        UUID lead = captured(UUID.randomUUID() + "@navy.example", Origin.Kind.IMPORT, "fair.csv", said);

        // then
        assertThat(keys(lead)).isEqualTo(Map.of(LearnedList.INTEREST, "prices"));
        assertThat(fact(lead, "interest"))
                .returns("prices", FactView::value)
                .returns("Prices and contracts", FactView::words);
    }

    private UUID captured(String mail, Origin.Kind kind, String origin, String interest) {
        return captures.capture(
                        new Capture(
                                Map.of(Field.NAME, "Grace Example", Field.EMAIL, mail),
                                List.of(new Attribute("interest", interest)),
                                List.of(),
                                null),
                        new Origin(origin, kind, "Fair", "mara", null))
                .leadId();
    }
}
