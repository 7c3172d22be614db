package org.leadrelay.promise.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.leadrelay.testing.JournalAssert.assertThatLog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Sweep;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.process.JourneyTest;
import org.leadrelay.promise.Breaches;
import org.leadrelay.testing.OwnDatabase;
import org.springframework.beans.factory.annotation.Autowired;

/** The journey log tells every row of the ledger again, column by column. */
@OwnDatabase
class LedgerRebuildTest extends JourneyTest {

    private static final String ANSWER = "Activity_AnswerHandOff";
    private static final String CONTACT = "Activity_MakeContact";
    private static final String DECIDE = "Activity_DecideOutcome";

    @Autowired
    LedgerRebuild rebuild;

    @Autowired
    Breaches breaches;

    @Autowired
    List<Sweep> sweeps;

    @BeforeEach
    void administrator() {
        cast.person("root", Roles.ADMINISTRATOR);
        sweep(); // what earlier tests ended at later instants
    }

    @Test
    void the_whole_ledger_is_told_again_from_the_log() {
        // given
        List<UUID> leads = List.of(pausedAndResumed(), renewedAndKept(), renewedAndWaiting(), broken());
        UUID waitingForAnswer = readyLead();
        journeys.ask(waitingForAnswer, ANSWER, journeys.assignee(waitingForAnswer, ANSWER));
        UUID withdrawn = acceptedLead();
        journeys.fire(withdrawn, "Event_ContactOverdue");
        journeys.withdraw(withdrawn);
        sweep();
        List<Map<String, Object>> before = rows();
        List<Map<String, Object>> minutes = minutes();
        assertThat(minutes).isNotEmpty();

        // when
        LedgerRebuild.Rebuilt first = asRoot();
        sweep();

        // then
        assertThat(rows()).isEqualTo(before);
        assertThat(minutes()).isEqualTo(minutes);
        assertThat(first.corrected()).isZero();
        assertThat(states(leads.get(3))).contains("broken");

        // when
        jdbc.sql("update promise set due_at = due_at + interval '1 hour', holder = 'eve'")
                .update();
        jdbc.sql("delete from promise where lead_id = ?").param(leads.get(0)).update();
        LedgerRebuild.Rebuilt again = asRoot();
        sweep();

        // then
        assertThat(rows()).isEqualTo(before);
        assertThat(minutes()).isEqualTo(minutes);
        assertThat(again.added()).isPositive();
        assertThat(again.corrected()).isPositive();
        assertThat(again.removed()).isZero();
    }

    @Test
    void the_log_alone_is_believed_whatever_the_engine_has_forgotten() {
        // given
        UUID lead = broken();
        sweep();
        List<Map<String, Object>> before = rows(lead);
        List<Map<String, Object>> minutes = minutes();
        for (String table : List.of("act_hi_detail", "act_hi_varinst", "act_hi_taskinst", "act_hi_actinst")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("delete from promise where lead_id = ?").param(lead).update();

        // when
        asRoot();
        sweep();

        // then
        assertThat(rows(lead)).isEqualTo(before).isNotEmpty();
        assertThat(minutes()).isEqualTo(minutes).isNotEmpty();
    }

    @Test
    void only_an_administrator_rebuilds() {
        cast.actingAs("max");

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> rebuild.rebuild());
    }

    @Test
    void whoever_holds_the_step_says_why_and_nobody_else() {
        // given
        UUID lead = acceptedLead();
        journeys.fire(lead, "Event_ContactOverdue");
        String rep = journeys.assignee(lead, CONTACT);
        UUID promise = breaches.unexplained(lead, CONTACT).orElseThrow();

        // then
        cast.actingAs(rep.equals("ada") ? "ben" : "ada");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> breaches.explain(promise, "tooMuch", null));
        cast.actingAs(rep);
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> breaches.explain(promise, "other", " "));
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> breaches.explain(promise, "sunshine", null));

        // when
        breaches.explain(promise, "other", "The whole office was under water");

        // then
        assertThat(breaches.unexplained(lead, CONTACT)).isEmpty();
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> breaches.explain(promise, "tooMuch", null));
        cast.actingAsNobody();
        assertThat(assertThatLog(jdbc, lead).only(Kind.PROMISE_REASON).detailsOfTheOnlyOne())
                .contains("\"reason\":\"other\"", rep)
                .doesNotContain("water");
        asHolder(lead, CONTACT, Map.of("outcome", "reached", "channel", "call"));
        assertThat(states(lead)).contains("broken");
    }

    @Test
    void why_it_broke_is_still_asked_when_the_task_was_taken_away() {
        // given
        UUID lead = readyLead();
        String rep = journeys.assignee(lead, ANSWER);
        cast.actingAs(rep);
        long before = breaches.unexplained();

        // when
        cast.actingAsNobody();
        journeys.fire(lead, "Event_AnswerOverdue");

        // then
        cast.actingAs(rep);
        assertThat(breaches.unexplained()).isEqualTo(before + 1);
        breaches.explain(
                jdbc.sql("select id from promise where lead_id = ? and state = 'broken'")
                        .param(lead)
                        .query(UUID.class)
                        .single(),
                "tooMuch",
                null);
        assertThat(breaches.unexplained()).isEqualTo(before);
    }

    @Test
    void a_promise_that_is_not_broken_needs_no_reason() {
        // given
        UUID lead = acceptedLead();
        UUID promise = jdbc.sql("select id from promise where lead_id = ? and clause = 'makeContact'")
                .param(lead)
                .query(UUID.class)
                .single();

        // then
        assertThat(breaches.unexplained(lead, CONTACT)).isEmpty();
        cast.actingAs(journeys.assignee(lead, CONTACT));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> breaches.explain(promise, "tooMuch", null));
    }

    private UUID pausedAndResumed() {
        UUID lead = readyLead();
        journeys.fire(lead, "Event_AnswerReminder");
        journeys.ask(lead, ANSWER, journeys.assignee(lead, ANSWER));
        journeys.advance(Duration.ofMinutes(40));
        journeys.answer(
                lead,
                "Activity_AnswerQuestion",
                JourneyDriver.MARKETER,
                Map.of("outcome", "answered", "answer", "The board"));
        answerHandOff(lead, Map.of("outcome", "accept"));
        return lead;
    }

    private UUID renewedAndWaiting() {
        UUID lead = acceptedLead();
        asHolder(lead, CONTACT, Map.of("outcome", "reached", "channel", "call"));
        asHolder(
                lead,
                DECIDE,
                Map.of(
                        "outcome",
                        "nextStep",
                        "nextStepDate",
                        journeys.today().plusDays(9).toString()));
        return lead;
    }

    private UUID renewedAndKept() {
        UUID lead = renewedAndWaiting();
        journeys.fire(lead, "Event_NextStepDue");
        asHolder(lead, DECIDE, Map.of("outcome", "lost", "lostReason", "price"));
        return lead;
    }

    private UUID broken() {
        UUID lead = readyLead();
        journeys.fire(lead, "Event_AnswerOverdue");
        answerHandOff(lead, Map.of("outcome", "accept"));
        journeys.fire(lead, "Event_ContactOverdue");
        cast.actingAs(journeys.assignee(lead, CONTACT));
        breaches.explain(breaches.unexplained(lead, CONTACT).orElseThrow(), "tooMuch", null);
        cast.actingAsNobody();
        journeys.advance(Duration.ofMinutes(20));
        asHolder(lead, CONTACT, Map.of("outcome", "reached", "channel", "call"));
        return lead;
    }

    private LedgerRebuild.Rebuilt asRoot() {
        cast.actingAs("root");
        try {
            return rebuild.rebuild();
        } finally {
            cast.actingAsNobody();
        }
    }

    private List<String> states(UUID lead) {
        return jdbc.sql("select state from promise where lead_id = ?")
                .param(lead)
                .query(String.class)
                .list();
    }

    private void sweep() {
        sweeps.stream()
                .filter(each -> each.getClass().getSimpleName().startsWith("TimeAttributionJob"))
                .forEach(Sweep::sweep);
    }

    private List<Map<String, Object>> minutes() {
        return jdbc.sql("select * from promise_time order by promise_id")
                .query()
                .listOfRows();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("select * from promise order by id").query().listOfRows();
    }

    private List<Map<String, Object>> rows(UUID lead) {
        return jdbc.sql("select * from promise where lead_id = ? order by id")
                .param(lead)
                .query()
                .listOfRows();
    }
}
