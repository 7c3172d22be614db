package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.lead.Capture;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.lead.Origin;
import org.leadrelay.worklist.TaskCommands;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.hikari.maximum-pool-size=3")
class PlannedOnceTest extends JourneyTest {

    @Autowired
    LeadCapture leads;

    @Autowired
    TaskCommands work;

    @Test
    void scratch() {
        for (int i = 0; i < 40; i++) {
            UUID lead = capture(i);
            jobs(lead);
            if (i % 2 == 0) {
                clock.advance(Duration.ofDays(1));
                for (String event : List.of("Event_AnswerReminder", "Event_AnswerOverdue")) {
                    for (String timer : jdbc.sql("select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ where j.type_ = 'timer' and j.handler_cfg_ = ? and e.business_key_ = ?").params(event, lead.toString()).query(String.class).list()) {
                    engine.getManagementService().executeJob(timer);
                    jobs(lead);}
                }
            } else {
            answer(lead, "Activity_AnswerHandOff", Map.of("outcome", "accept"));
            answer(lead, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
            answer(lead, "Activity_DecideOutcome", Map.of("outcome", "won"));
            }
        }
        jdbc.sql("select left(regexp_replace(statement, '\\s+', ' ', 'g'), 300) as s, custom_plans, generic_plans from pg_prepared_statements order by custom_plans desc").query(row -> {
            System.out.println("PLAN " + row.getInt(2) + " " + row.getInt(3) + " " + row.getString(1));
        });
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

    private void answer(UUID lead, String step, Map<String, ?> answers) {
        String task = journeys.task(lead, step);
        cast.actingAs(journeys.assignee(lead, step));
        try {
            work.complete(task, answers);
            jobs(lead);
        } finally {
            cast.actingAsNobody();
        }
    }

    private void jobs(UUID lead) {
        List<String> due = due(lead);
        while (!due.isEmpty()) {
            due.forEach(engine.getManagementService()::executeJob);
            due = due(lead);
        }
    }

    private List<String> due(UUID lead) {
        return jdbc.sql("""
            select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
            where e.business_key_ = ? and j.type_ = 'message'
            """).param(lead.toString()).query(String.class).list();
    }
}
