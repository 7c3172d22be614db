package org.leadrelay.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.HandOff;
import org.leadrelay.assignment.HandOffs;
import org.leadrelay.assignment.Reps;
import org.leadrelay.assignment.Skills;
import org.leadrelay.lead.Field;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What a rep is told of the leads that are on their way. */
@ProductTest
@Import(JourneyDriver.class)
class ForecastTest {

    /** Tests share a database: each looks at the difference it made. */
    private static final Duration LONG_AGO = Duration.ofDays(3650);

    @Autowired
    JourneyDriver journeys;

    @Autowired
    Forecast incoming;

    @Autowired
    HandOffs handOffs;

    @Autowired
    Reps reps;

    @Autowired
    Skills skills;

    @Autowired
    People people;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void two_reps_with_room() {
        journeys.setClock(SettableClock.MONDAY_MORNING);
        cast.person("ida", Roles.SALES_REP);
        cast.person("jon", Roles.SALES_REP);
        cast.person("boss", Roles.SALES_MANAGER);
        cast.person("mara", Roles.MARKETING);
        jdbc.sql("delete from rep_place").update();
        jdbc.sql("delete from hand_off_waiting").update();
        jdbc.sql("update task_done set done_at = ?")
                .param(Timestamp.from(clock.instant().minus(LONG_AGO)))
                .update();
        cast.actingAsNobody();
        people.loginsByRole(Roles.SALES_REP).forEach(each -> reps.setCapacity(each, 0));
    }

    @AfterEach
    void leave_the_application_as_it_was() {
        cast.actingAsNobody();
        for (String table : new String[] {"rep_place", "rep_given", "rep_skill", "rep_capacity", "hand_off_waiting"}) {
            jdbc.sql("delete from " + table).update();
        }
        cast.person("ida", Roles.MARKETING);
        cast.person("jon", Roles.MARKETING);
    }

    @Test
    void leads_with_marketing_are_counted_by_how_ready_they_are_and_for_when() {
        // given
        IncomingLeads.Stage before = stage(IncomingLeads.WITH_MARKETING);
        clock.advance(Duration.ofMinutes(1));

        // when
        UUID lead = toQualify();

        // then
        IncomingLeads.Stage now = stage(IncomingLeads.WITH_MARKETING);
        assertThat(now.leads()).isEqualTo(before.leads() + 1);
        Map<String, Object> row = jdbc.sql("""
            select j.fit, j.maturity, cast(t.due at time zone 'Europe/Berlin' as date) as day
            from task_item t join journey j on j.lead_id = t.lead_id
            where t.lead_id = ?
            """).param(lead).query().singleRow();
        LocalDate day = ((java.sql.Date) row.get("day")).toLocalDate();
        assertThat(on(now, day)).isEqualTo(on(before, day) + 1);
        assertThat(now.readiness())
                .anyMatch(each ->
                        row.get("fit").equals(each.fit()) && row.get("maturity").equals(each.maturity()));
    }

    @Test
    void of_the_waiting_a_rep_is_told_those_that_could_be_theirs() {
        // given
        LeadRows leads = new LeadRows(jdbc);
        handOffs.choose(new HandOff(leads.lead("high"), 1, "high", List.of(), false));
        handOffs.choose(new HandOff(leads.lead(), 1, "normal", List.of("enterprise"), false));

        // then
        assertThat(stage(IncomingLeads.WAITING).leads()).isEqualTo(1);
        assertThat(stage(IncomingLeads.WAITING).readiness())
                .containsExactly(new IncomingLeads.Readiness(null, null, "high", 1));
        cast.actingAs("boss");
        skills.of("ida", java.util.Set.of("enterprise"));
        assertThat(stage(IncomingLeads.WAITING).leads()).isEqualTo(2);
    }

    @Test
    void a_share_is_estimated_from_free_places_and_from_what_became_of_the_last_leads() {
        // given: of ten answered leads half were handed over
        cast.actingAs("boss");
        reps.setCapacity("ida", 3);
        reps.setCapacity("jon", 1);
        answered(10, 5);
        LeadRows leads = new LeadRows(jdbc);
        for (int i = 0; i < 4; i++) {
            jdbc.sql("""
                insert into hand_off_waiting (lead_id, lap, rank, reason, same_rep_allowed, since)
                values (?, 1, 1, 'allFull', false, now())
                """).param(leads.lead()).update();
        }
        long withMarketing = stage(IncomingLeads.WITH_MARKETING).leads();

        // when
        IncomingLeads.Estimate estimate = mine().estimate();

        // then
        assertThat(estimate)
                .isNotNull()
                .returns(3L, IncomingLeads.Estimate::free)
                .returns(4L, IncomingLeads.Estimate::freeOfAll)
                .returns(10L, IncomingLeads.Estimate::answered)
                .returns(5L, IncomingLeads.Estimate::handedOver)
                .returns(Math.min(3, Math.round((4 + withMarketing * 0.5) * 3 / 4)), IncomingLeads.Estimate::leads);
    }

    @Test
    void where_there_is_nothing_to_go_by_nothing_is_estimated() {
        assertThat(mine()).returns(null, IncomingLeads::estimate).returns("noPlaces", IncomingLeads::noEstimate);
        cast.actingAs("boss");
        reps.setCapacity("jon", 5);
        assertThat(mine().noEstimate()).isEqualTo("notYou");
        cast.actingAs("boss");
        reps.setCapacity("ida", 5);
        clock.advance(Duration.ofMinutes(1));
        answered(9, 9);
        assertThat(mine()).returns(null, IncomingLeads::estimate).returns("tooFew", IncomingLeads::noEstimate);
    }

    @Test
    void the_same_over_rest_for_reps_alone() throws Exception {
        mvc.perform(get("/api/team/incoming").with(httpBasic("ida", Cast.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.zone").value("Europe/Berlin"))
                .andExpect(jsonPath("$.stages[0].stage").value("waiting"))
                .andExpect(jsonPath("$.stages[2].stage").value("nurtured"));
        mvc.perform(get("/api/team/incoming").with(httpBasic("mara", Cast.PASSWORD)))
                .andExpect(status().isForbidden());
    }

    private UUID toQualify() {
        cast.actingAsNobody();
        UUID lead = journeys.capture(Map.of(
                Field.NAME, "Salma Example",
                Field.COMPANY, "Firm",
                Field.PROFILE_SCORE, "20",
                Field.ACTIVITY_SCORE, "14"));
        assertThat(journeys.step(lead)).isEqualTo("Activity_QualifyLead");
        return lead;
    }

    private void answered(int leads, int handedOver) {
        LeadRows rows = new LeadRows(jdbc);
        for (int i = 0; i < leads; i++) {
            UUID lead = rows.lead();
            jdbc.sql("""
                insert into task_done (task_id, lead_id, step, name, role, person, done_at)
                values (?, ?, 'Activity_QualifyLead', 'Qualify', 'marketing', 'mara', ?)
                """)
                    .params(lead.toString(), lead, Timestamp.from(clock.instant()))
                    .update();
            if (i < handedOver) {
                jdbc.sql("insert into rep_given (lead_id, lap, login, given_at) values (?," + " 1, ?, ?)")
                        .params(lead, "jon", Timestamp.from(clock.instant()))
                        .update();
            }
        }
    }

    private IncomingLeads mine() {
        cast.actingAs("ida");
        return incoming.mine();
    }

    private IncomingLeads.Stage stage(String name) {
        return mine().stages().stream()
                .filter(each -> each.stage().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long on(IncomingLeads.Stage stage, LocalDate day) {
        return stage.days().stream()
                .filter(each -> each.day().equals(day))
                .mapToLong(IncomingLeads.Day::leads)
                .sum();
    }
}
