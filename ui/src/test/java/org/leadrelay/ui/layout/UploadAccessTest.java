package org.leadrelay.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.ProblemWriter;
import org.leadrelay.ui.testing.ViewTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UploadAccessTest extends ViewTest {

    private static final String UPLOAD = "/VAADIN/dynamic/resource/0/a/upload";

    @Autowired
    CurrentPerson person;

    @Autowired
    ProblemWriter problems;

    @Autowired
    ObjectMapper json;

    @Test
    void only_who_may_import_leads_or_change_models_gets_as_far_as_the_file() throws Exception {
        Map<String, Boolean> expected = Map.of(
                Roles.MARKETING, true,
                Roles.SALES_MANAGER, true,
                Roles.ADMINISTRATOR, true,
                Roles.SALES_REP, false,
                Roles.ARBITER, false,
                Roles.PROCESS_OWNER, true,
                Roles.AUDITOR, false);
        for (Map.Entry<String, Boolean> each : expected.entrySet()) {
            // given
            cast.actingAs(cast.person("uploads-" + each.getKey(), each.getKey()));

            // when
            MockHttpServletResponse answer = new MockHttpServletResponse();
            boolean passed = passes("POST", UPLOAD, answer);

            // then
            assertThat(passed).as(each.getKey()).isEqualTo(each.getValue());
            if (!passed) {
                JsonNode problem = json.readTree(answer.getContentAsString());
                assertThat(problem.get("status").asInt()).isEqualTo(403);
                assertThat(problem.get("detail").asText()).contains("upload");
            }
        }
    }

    @Test
    void whoever_brings_in_no_leads_uploads_no_more_than_models_are_large() throws Exception {
        for (String role : new String[] {Roles.PROCESS_OWNER, Roles.MARKETING}) {
            // given
            cast.actingAs(cast.person("large-" + role, role));
            MockHttpServletResponse answer = new MockHttpServletResponse();

            // when
            boolean small = passes(upload(10 * 1024 * 1024), new MockHttpServletResponse());
            boolean large = passes(upload(10 * 1024 * 1024 + 1), answer);

            // then
            assertThat(small).as(role).isTrue();
            assertThat(large).as(role).isEqualTo(role.equals(Roles.MARKETING));
            assertThat(answer.getStatus()).as(role).isEqualTo(large ? 200 : 413);
        }
    }

    private static MockHttpServletRequest upload(int bytes) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", UPLOAD);
        request.setServletPath(UPLOAD);
        request.setContent(new byte[bytes]);
        return request;
    }

    @Test
    void nobody_uploads_and_everything_else_passes() throws Exception {
        cast.actingAsNobody();

        assertThat(passes("POST", UPLOAD, new MockHttpServletResponse())).isFalse();
        assertThat(passes("GET", UPLOAD, new MockHttpServletResponse())).isTrue();
        assertThat(passes("POST", "/login", new MockHttpServletResponse())).isTrue();
    }

    private boolean passes(String method, String path, MockHttpServletResponse answer) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        return passes(request, answer);
    }

    private boolean passes(MockHttpServletRequest request, MockHttpServletResponse answer) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        new UploadAccess(person, problems).doFilter(request, answer, chain);
        return chain.getRequest() != null;
    }
}
