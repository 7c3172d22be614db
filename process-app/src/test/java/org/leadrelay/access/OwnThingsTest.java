package org.leadrelay.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.notification.NoticeKind;
import org.leadrelay.notification.Notices;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An auditor changes nothing, but for what is nobody else's. */
@ProductTest
class OwnThingsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    Notices notices;

    @Autowired
    PersonSettings settings;

    @Autowired
    JdbcClient jdbc;

    private UUID lead = UUID.randomUUID();

    @BeforeEach
    void anAuditorAndAColleague() {
        cast.person("own-auditor", Roles.AUDITOR);
        cast.person("own-rep", Roles.SALES_REP);
        lead = new LeadRows(jdbc).reachable(UUID.randomUUID() + "@own.example", "US");
        cast.actingAs("own-auditor");
        notices.readAll();
        cast.actingAsNobody();
    }

    @Test
    void an_auditor_marks_own_notices_as_read_one_and_all() throws Exception {
        // given
        tell("first");
        tell("second");
        String id = newest("own-auditor");

        // when and then
        assertThat(send("POST", "/api/notices/" + id + "/read", null).getStatus())
                .isEqualTo(204);
        mvc.perform(get("/api/notices").with(auditor()))
                .andExpect(jsonPath("$.unread").value(1));
        assertThat(send("POST", "/api/notices/read", null).getStatus()).isEqualTo(200);
        mvc.perform(get("/api/notices").with(auditor()))
                .andExpect(jsonPath("$.unread").value(0));
    }

    @Test
    void a_colleagues_notice_stays_unread() throws Exception {
        // given
        notices.tellPeople(List.of("own-rep"), "rep " + lead, lead, NoticeKind.OBJECTION);

        // when
        int status = send("POST", "/api/notices/" + newest("own-rep") + "/read", null)
                .getStatus();

        // then
        assertThat(status).isEqualTo(404);
        assertThat(jdbc.sql("""
            select count(*) from notice
            where recipient = 'own-rep' and lead_id = ? and read_at is null
            """).param(lead).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void an_auditor_saves_and_deletes_views_of_the_inbox() throws Exception {
        MockHttpServletResponse saved = send("POST", "/api/tasks/views", "{\"name\": \"Mine\", \"query\": {}}");

        assertThat(saved.getStatus()).as(saved.getContentAsString()).isEqualTo(201);
        String id = JsonPath.read(saved.getContentAsString(), "$.id");
        assertThat(send("DELETE", "/api/tasks/views/" + id, null).getStatus()).isEqualTo(204);
    }

    @Test
    void everybody_has_settings_and_channels_of_their_own() throws Exception {
        assertThat(send("PUT", "/api/me/notices", "{\"outsideHours\": true}").getStatus())
                .isEqualTo(200);
        mvc.perform(get("/api/me/settings").with(auditor()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.namesInTitles").value(false));

        assertThat(send("PUT", "/api/me/settings", "{\"namesInTitles\": true}").getStatus())
                .isEqualTo(200);

        assertThat(settings.of("own-auditor").namesInTitles()).isTrue();
        assertThat(settings.of("own-rep").namesInTitles()).isFalse();
        assertThat(send("PUT", "/api/me/settings", "{}").getStatus()).isEqualTo(422);
        assertThat(send("PUT", "/api/me/settings", "{\"grace\": \"PT31S\"}").getStatus())
                .isEqualTo(422);
        assertThat(send("PUT", "/api/me/settings", "{\"grace\": \"PT5S\"}").getContentAsString())
                .contains("\"namesInTitles\":true", "\"grace\":\"PT5S\"");
        send("PUT", "/api/me/settings", "{\"namesInTitles\": false}");
    }

    @Test
    void everybody_chooses_the_region_as_whose_dates_are_written() throws Exception {
        // when
        send("PUT", "/api/me/settings", "{\"namesInTitles\": false, \"region\": \"AT\"}");
        send("PUT", "/api/me/settings", "{\"namesInTitles\": true}");

        // then
        assertThat(settings.of("own-auditor").region())
                .as("what is not named stays")
                .isEqualTo("AT");
        assertThat(send("PUT", "/api/me/settings", "{\"namesInTitles\": true, \"region\": \"XX\"}")
                        .getContentAsString())
                .contains("\"region\"", "no country");
        send("PUT", "/api/me/settings", "{\"namesInTitles\": false, \"region\": \"\"}");
        assertThat(settings.of("own-auditor").region()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/tasks/1/comments",
        "POST, /api/tasks/1/claim",
        "POST, /api/tasks/claim",
        "PUT, /api/tasks/1/draft",
        "DELETE, /api/tasks/1/draft",
        "PUT, /api/tasks/views",
        "POST, /api/tasks/views/1/share",
        "POST, /api/notices",
        "DELETE, /api/notices/1",
        "POST, /api/notices/1/2/read",
        "POST, /api/leads",
        "POST, /api/imports",
        "PUT, /api/promises/1/reason",
        "PUT, /api/intake/facts/x",
        "POST, /api/admin/people",
        "PUT, /api/charter/draft"
    })
    void what_others_see_stays_closed(String method, String path) throws Exception {
        assertThat(send(method, path, "{}").getStatus()).isEqualTo(403);
    }

    private void tell(String key) {
        notices.tellPeople(List.of("own-auditor"), key + " " + lead, lead, NoticeKind.OBJECTION);
    }

    private String newest(String login) {
        return jdbc.sql("""
            select id from notice where recipient = ? and lead_id = ?
            order by at desc limit 1
            """).params(login, lead).query(String.class).single();
    }

    private MockHttpServletResponse send(String method, String path, String body) throws Exception {
        MockHttpServletRequestBuilder request =
                request(HttpMethod.valueOf(method), path).with(auditor());
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static RequestPostProcessor auditor() {
        return httpBasic("own-auditor", Cast.PASSWORD);
    }
}
