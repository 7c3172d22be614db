package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.promise.Promises;
import org.leadrelay.promise.proof.LedgerRebuild;
import org.leadrelay.worklist.TaskCommands;
import org.springframework.beans.factory.annotation.Autowired;

/** The ledger knows who holds the step of a promise while it runs, as its task changes hands. */
class PromiseHolderTest extends JourneyTest {

    private static final String ANSWER = "Activity_AnswerHandOff";
    private static final String DECIDE = "Activity_DecideOutcome";

    @Autowired
    TaskCommands work;

    @Autowired
    Promises promises;

    @Autowired
    LedgerRebuild rebuild;

    @BeforeEach
    void administrator() {
        cast.person("root", Roles.ADMINISTRATOR);
    }

    @Test
    void the_holder_follows_the_task_from_hand_to_hand() {
        // given
        UUID lead = readyLead();
        String first = journeys.assignee(lead, ANSWER);
        String other = first.equals("ada") ? "ben" : "ada";
        String task = journeys.task(lead, ANSWER);
        assertThat(holder(lead, "answerHandOff")).isEqualTo(first);

        // then
        cast.actingAs(first);
        work.release(task);
        assertThat(holder(lead, "answerHandOff")).isNull();
        cast.actingAs(other);
        work.claim(task);
        assertThat(holder(lead, "answerHandOff")).isEqualTo(other);
        cast.actingAs("max");
        work.reassign(task, first);
        assertThat(holder(lead, "answerHandOff")).isEqualTo(first);
        work.reassign(task, null);
        assertThat(holder(lead, "answerHandOff")).isNull();
        assertTheLogTellsTheSame(lead);
    }

    @Test
    void whoever_answers_a_task_that_nobody_had_held_the_promise() {
        // given
        UUID lead = readyLead();
        cast.actingAs("max");
        work.reassign(journeys.task(lead, ANSWER), null);

        // when
        journeys.answer(lead, ANSWER, "ben", Map.of("outcome", "accept"));

        // then
        assertThat(holder(lead, "answerHandOff")).isEqualTo("ben");
        assertThat(holder(lead, "makeContact")).isEqualTo("ben");
        assertTheLogTellsTheSame(lead);
    }

    @Test
    void nobody_holds_a_promise_that_waits_for_the_buyers_day() {
        // given
        UUID lead = acceptedLead();
        asHolder(lead, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        String rep = journeys.assignee(lead, DECIDE);
        assertThat(holder(lead, "decideOutcome")).isEqualTo(rep);

        // when
        asHolder(
                lead,
                DECIDE,
                Map.of(
                        "outcome",
                        "nextStep",
                        "nextStepDate",
                        journeys.today().plusDays(9).toString()));

        // then
        assertThat(holder(lead, "decideOutcome")).isNull();
        assertTheLogTellsTheSame(lead);

        // when
        journeys.fire(lead, "Event_NextStepDue");

        // then
        assertThat(holder(lead, "decideOutcome")).isEqualTo(journeys.assignee(lead, DECIDE));
        assertTheLogTellsTheSame(lead);
    }

    @Test
    void the_list_of_a_leads_promises_names_the_holder_when_the_step_has_ended() {
        // given
        UUID lead = acceptedLead();

        // then
        assertThat(promises.of(lead, Locale.ENGLISH))
                .filteredOn(each -> each.ended() == null)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.holder()).isNull());
        assertThat(promises.of(lead, Locale.ENGLISH))
                .filteredOn(each -> each.clause().equals("answerHandOff"))
                .allSatisfy(each -> assertThat(each.holder()).isIn("ada", "ben"));
    }

    private void assertTheLogTellsTheSame(UUID lead) {
        List<Map<String, Object>> before = rows(lead);
        jdbc.sql("update promise set holder = 'eve' where lead_id = ?")
                .param(lead)
                .update();
        cast.actingAs("root");
        rebuild.rebuild();
        cast.actingAsNobody();
        assertThat(rows(lead)).isEqualTo(before);
    }

    private String holder(UUID lead, String clause) {
        return jdbc.sql("select holder from promise where lead_id = ? and clause = ? order by opened_at desc limit 1")
                .params(lead, clause)
                .query((row, n) -> row.getString(1))
                .list()
                .get(0);
    }

    private List<Map<String, Object>> rows(UUID lead) {
        return jdbc.sql("select * from promise where lead_id = ? order by id")
                .param(lead)
                .query()
                .listOfRows();
    }
}
