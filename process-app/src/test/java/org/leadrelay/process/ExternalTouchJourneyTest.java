package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.ApiKeys;
import org.leadrelay.access.KeyScope;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.Timeline;
import org.leadrelay.audit.TimelineLine;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.Consents;
import org.leadrelay.lead.Field;
import org.leadrelay.nurture.ToolPost;
import org.leadrelay.nurture.ToolServer;
import org.leadrelay.nurture.text.NurtureTexts;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.redesign.Owners;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.testing.Database;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A row of the table hands a touch to a marketing tool: from the release in force to the tool and back. */
class ExternalTouchJourneyTest extends JourneyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Owners owners;

    @Autowired
    BeanFactory beans;

    @Autowired
    MockMvc mvc;

    @Autowired
    ApiKeys keys;

    @Autowired
    FactSheet sheet;

    @Autowired
    Consents consents;

    @Autowired
    Timeline timeline;

    @Autowired
    Database database;

    @Autowired
    NurtureTexts texts;

    private final ToolServer tool = ToolServer.started();
    private Runnable node;

    @BeforeEach
    void a_tool() {
        owners.arrive();
        cast.person("root", Roles.ADMINISTRATOR);
        node = ToolPost.node(beans, tool);
    }

    @AfterEach
    void theFirstReleaseAgain() {
        tool.close();
        cast.actingAsNobody();
        database.firstRelease();
    }

    @Test
    void the_list_of_texts_names_a_step_that_a_tool_sends_where_its_track_stands() {
        // given
        owners.inForce(Owners.shipped("nurture-track.dmn", ExternalTouchJourneyTest::firstTouchByTheTool));
        cast.person("mara", Roles.MARKETING);
        cast.actingAs("mara");

        // then
        assertThat(texts.all().get(0)).satisfies(step -> {
            assertThat(step.track()).isEqualTo("awareness");
            assertThat(step.step()).isEqualTo("mailer/welcome");
            assertThat(step.kind()).isEqualTo("external");
            assertThat(step.planned()).isTrue();
            assertThat(step.languages()).isEmpty();
        });
    }

    @Test
    void a_row_hands_a_touch_to_the_tool_and_the_buyers_click_there_leads_on() throws Exception {
        // given
        owners.inForce(Owners.shipped("nurture-track.dmn", ExternalTouchJourneyTest::firstTouchByTheTool));
        UUID lead = nurtured();

        // when
        journeys.fire(lead, "Event_TouchDue");

        // then
        assertThat(tool.calls())
                .as("nothing leaves before the touch is committed")
                .isEmpty();
        assertThat(journeys.step(lead)).as("the track goes on meanwhile").isEqualTo("Gateway_WaitForTouch");
        assertThat(sheet.gather(lead, 1).get("touchesSent")).isEqualTo(1L);

        // when
        node.run();

        // then
        JsonNode handed = JSON.readTree(tool.calls().get(0).body()).get("data");
        assertThat(handed.get("lead").asText()).isEqualTo(lead.toString());
        assertThat(handed.get("step").asText()).isEqualTo("welcome");
        assertThat(handed.at("/to/email").asText()).isEqualTo("grace@navy.example");

        // when
        String touch = handed.get("touch").asText();
        String key = key(Set.of(KeyScope.CONSENTS, KeyScope.SIGNALS));
        journeys.advance(Duration.ofHours(3));

        // then
        assertThat(report(key, "delivered", touch, "")).isEqualTo("counted");
        assertThat(report(key, "delivered", touch, "")).isEqualTo("known");
        assertThat(report(key, "click", touch, "")).as("whoever it was").isEqualTo("marked");
        assertThat(sheet.gather(lead, 1).get("engagement")).isEqualTo(0.0);
        assertThat(report(key, "click", touch, ", \"confirmed\": true")).isEqualTo("signal");
        assertThat(report(key, "click", touch, ", \"confirmed\": true")).isEqualTo("known");
        assertThat((double) sheet.gather(lead, 1).get("engagement")).isPositive();
        assertThat(report(key, "unsubscribe", touch, "")).isEqualTo("objected");
        assertThat(consents.permitted(lead)).doesNotContain(Channel.MAIL);
        assertThat(story(lead))
                .contains(
                        "Touched through a marketing tool: mailer/welcome",
                        "The tool mailer took the touch welcome",
                        "The mail welcome arrived");

        // when
        journeys.runJobs(lead);
        journeys.fire(lead, "Event_TouchDue");
        node.run();

        // then
        assertThat(tool.calls())
                .as("who wants no more mail gets none from the tool")
                .hasSize(1);
    }

    @Test
    void a_tool_that_refuses_does_not_stop_the_track_and_the_story_says_so() {
        // given
        tool.answers(403);
        owners.inForce(Owners.shipped("nurture-track.dmn", ExternalTouchJourneyTest::firstTouchByTheTool));
        UUID lead = nurtured();

        // when
        journeys.fire(lead, "Event_TouchDue");
        node.run();

        // then
        assertThat(story(lead))
                .contains("The touch welcome was skipped, for the tool mailer did not take it: the tool refused it");
        for (int touch = 1; touch < 4; touch++) {
            journeys.fire(lead, "Event_TouchDue");
        }
        assertThat(journeys.end(lead)).isEqualTo("dormant");
    }

    @Test
    void a_release_that_names_a_tool_nobody_configured_is_warned_of() {
        // when
        List<Finding> known = owners.upload(
                        Owners.PETRA,
                        Owners.shipped("nurture-track.dmn", ExternalTouchJourneyTest::firstTouchByTheTool))
                .findings();
        List<Finding> unknown = owners.upload(
                        Owners.PETRA,
                        Owners.shipped(
                                "nurture-track.dmn",
                                xml -> firstTouchByTheTool(xml).replace("mailer/welcome", "nobody/welcome")))
                .findings();

        // then
        assertThat(known).extracting(Finding::rule).doesNotContain("touch-tool", "touch-kind");
        assertThat(unknown)
                .filteredOn(each -> each.rule().equals("touch-tool"))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.message(Locale.ENGLISH)).contains("\"nobody\"", "Configured are: mailer."));
    }

    @Test
    void a_kind_of_touch_that_the_product_does_not_know_is_warned_of() {
        // when
        List<Finding> findings = owners.upload(
                        Owners.PETRA,
                        Owners.shipped("nurture-track.dmn", xml -> xml.replace("\"call\"", "\"carrier-pigeon\"")))
                .findings();

        // then
        assertThat(findings)
                .filteredOn(each -> each.rule().equals("touch-kind"))
                .extracting(Finding::element)
                .containsExactly("Rule_Evaluation3", "Rule_Reactivation3");
    }

    private static String firstTouchByTheTool(String xml) {
        return xml.replaceFirst("\"mail\"", "\"external\"").replaceFirst("\"awareness-1\"", "\"mailer/welcome\"");
    }

    private UUID nurtured() {
        UUID lead = journeys.capture(Map.of(Field.NAME, "Grace Hopper", Field.EMAIL, "grace@navy.example"));
        jdbc.sql("update lead set first_name = 'Grace' where id = ?")
                .param(lead)
                .update();
        jdbc.sql("""
            insert into lead_consent (id, lead_id, channel, given, purpose, basis, source, at, recorded_at)
            values (gen_random_uuid(), ?, 'MAIL', true, 'marketing', 'consent', 'test',
                    timestamptz '2025-01-02', timestamptz '2025-01-02')
            """).param(lead).update();
        assertThat(journeys.journey(lead)).isWaitingAt("Activity_Nurture");
        return lead;
    }

    private String key(Set<KeyScope> scopes) {
        cast.actingAs("root");
        String secret = keys.create("mailer", null, null, scopes).secret();
        cast.actingAsNobody();
        return secret;
    }

    private String report(String key, String kind, String touch, String more) throws Exception {
        MockHttpServletResponse answer = mvc.perform(post("/api/mail/events")
                        .header("X-API-Key", key)
                        .contentType("application/json")
                        .content("{\"kind\": \"%s\", \"touch\": \"%s\"%s}".formatted(kind, touch, more)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsString()).get("outcome").asText();
    }

    private List<String> story(UUID lead) {
        return timeline.page(lead, false, 0, 500, Locale.ENGLISH).items().stream()
                .map(TimelineLine::sentence)
                .toList();
    }
}
