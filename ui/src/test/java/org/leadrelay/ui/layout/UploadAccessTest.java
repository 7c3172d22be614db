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
    void only_who_may_import_gets_as_far_as_the_file() throws Exception {
        Map<String, Boolean> expected = Map.of(
                Roles.MARKETING, true,
                Roles.SALES_MANAGER, true,
                Roles.ADMINISTRATOR, true,
                Roles.SALES_REP, false,
                Roles.ARBITER, false,
                Roles.PROCESS_OWNER, false,
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
    void nobody_uploads_and_everything_else_passes() throws Exception {
        cast.actingAsNobody();

        assertThat(passes("POST", UPLOAD, new MockHttpServletResponse())).isFalse();
        assertThat(passes("GET", UPLOAD, new MockHttpServletResponse())).isTrue();
        assertThat(passes("POST", "/login", new MockHttpServletResponse())).isTrue();
    }

    private boolean passes(String method, String path, MockHttpServletResponse answer) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        MockFilterChain chain = new MockFilterChain();
        new UploadAccess(person, problems).doFilter(request, answer, chain);
        return chain.getRequest() != null;
    }
}
