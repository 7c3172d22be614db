package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.testing.Statements;
import org.leadrelay.worklist.TaskCommands;
import org.springframework.beans.factory.annotation.Autowired;

/** What a lead costs the database from captured to won, in statements: the ends of transactions and every job included. */
class CapturedToWonStatementsTest extends JourneyTest {

    /** What it takes today, with a few to spare. Who adds one on this way says here why. */
    private static final int MOST = 147;

    /** The same of the capture of a new lead alone. */
    private static final int MOST_OF_A_CAPTURE = 8;

    @Autowired
    LeadCapture leads;

    @Autowired
    TaskCommands work;

    @Test
    void a_lead_that_is_won_takes_no_more_statements_than_are_written_here() {
        // given: what is read once and kept
        walk(1);
        walk(2);

        // when
        int statements = walk(3);

        // then
        assertThat(statements).isLessThanOrEqualTo(MOST);
    }

    @Test
    void a_capture_of_a_new_lead_takes_no_more_statements_than_are_written_here() {
        // given: what is read once and kept
        capture(4);
        capture(5);

        // when
        int statements = Statements.of(() -> capture(6));

        // then
        assertThat(statements).isLessThanOrEqualTo(MOST_OF_A_CAPTURE);
    }

    private int walk(int number) {
        AtomicReference<UUID> lead = new AtomicReference<>();
        int statements = Statements.of(() -> lead.set(capture(number))) + jobs(lead.get());
        statements += answer(lead.get(), "Activity_AnswerHandOff", Map.of("outcome", "accept"));
        statements += answer(lead.get(), "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        statements += answer(lead.get(), "Activity_DecideOutcome", Map.of("outcome", "won"));
        assertThat(journeys.end(lead.get())).isEqualTo("won");
        return statements;
    }

    private UUID capture(int number) {
        Map<Field, String> fields = Map.of(
                Field.NAME, "Grace Example " + number,
                Field.EMAIL, "grace" + number + "@works.example",
                Field.PHONE, "+49 30 " + (20_000_000 + number),
                Field.COMPANY, "Example Works",
                Field.COUNTRY, "DE",
                Field.SOURCE, "Web",
                Field.EXTERNAL_ID, "B-" + number,
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17");
        return leads.capture(
                        new Capture(fields, List.of(), List.of(), null),
                        new Origin("tests", Origin.Kind.API, "Web", "tests", null))
                .leadId();
    }

    private int answer(UUID lead, String step, Map<String, ?> answers) {
        String task = journeys.task(lead, step);
        cast.actingAs(journeys.assignee(lead, step));
        try {
            return Statements.of(() -> work.complete(task, answers)) + jobs(lead);
        } finally {
            cast.actingAsNobody();
        }
    }

    /** What a job executor would run at once. */
    private int jobs(UUID lead) {
        int statements = 0;
        List<String> due = due(lead);
        while (!due.isEmpty()) {
            List<String> now = due;
            statements += Statements.of(() -> now.forEach(engine.getManagementService()::executeJob));
            due = due(lead);
        }
        return statements;
    }

    private List<String> due(UUID lead) {
        return jdbc.sql("""
            select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
            where e.business_key_ = ? and j.type_ = 'message'
            """).param(lead.toString()).query(String.class).list();
    }
}
