package org.leadrelay.process;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.Reps;
import org.leadrelay.lead.Field;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The stage of the process tests: two reps, one person of every other role, and leads for each
 * route.
 */
@ProductTest
@OwnDatabase
@Import(JourneyDriver.class)
public abstract class JourneyTest {

    @Autowired
    protected JourneyDriver journeys;

    @Autowired
    protected Cast cast;

    @Autowired
    protected Reps reps;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected ProcessEngine engine;

    @BeforeEach
    protected void stage() {
        // not the one of whichever application was started last
        BpmnAwareTests.init(engine);
        journeys.setClock(SettableClock.MONDAY_MORNING);
        cast.person("ada", Roles.SALES_REP);
        cast.person("ben", Roles.SALES_REP);
        cast.person(JourneyDriver.MARKETER, Roles.MARKETING);
        cast.person("max", Roles.SALES_MANAGER);
        cast.person("ari", Roles.ARBITER);
        cast.team("Inbound", "ada", "ben", "max");
        capacity(1_000);
    }

    @AfterEach
    protected void remember() {
        ModelCoverage.collect(jdbc);
    }

    /** Gives both reps this many places. */
    protected void capacity(int places) {
        cast.actingAs("max");
        reps.setCapacity("ada", places);
        reps.setCapacity("ben", places);
        cast.actingAsNobody();
    }

    /** A lead whose profile and activity are scored by its source; either may be null. */
    protected UUID leadScored(String profile, String activity) {
        EnumMap<Field, String> fields =
                new EnumMap<Field, String>(Map.of(Field.NAME, "Grace Example", Field.COMPANY, "Example Works"));
        if (profile != null) {
            fields.put(Field.PROFILE_SCORE, profile);
        }
        if (activity != null) {
            fields.put(Field.ACTIVITY_SCORE, activity);
        }
        return journeys.capture(fields);
    }

    /** Fit A, maturity 3: handed off at once, with high priority. */
    protected UUID readyLead() {
        return leadScored("19", "17");
    }

    protected UUID acceptedLead() {
        UUID lead = readyLead();
        answerHandOff(lead, Map.of("outcome", "accept"));
        return lead;
    }

    protected UUID rejectedLead() {
        UUID lead = readyLead();
        answerHandOff(lead, Map.of("outcome", "reject", "rejectionReason", "tooEarly"));
        return lead;
    }

    protected void answerHandOff(UUID lead, Map<String, ?> answers) {
        asHolder(lead, "Activity_AnswerHandOff", answers);
    }

    /** Whoever holds the task of this step answers it. */
    protected void asHolder(UUID lead, String step, Map<String, ?> answers) {
        journeys.answer(lead, step, journeys.assignee(lead, step), answers);
    }
}
