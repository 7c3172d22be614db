package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ProductTest
class KnownParametersTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping operations;

    @Test
    void every_operation_refuses_a_parameter_that_it_does_not_know() throws Exception {
        // given
        everybody();
        List<String> passedOver = new ArrayList<>();
        int asked = 0;

        // when
        for (RequestMappingInfo operation : operations.getHandlerMethods().keySet()) {
            for (String path : operation.getPatternValues()) {
                if (!path.startsWith("/api/")) {
                    continue;
                }
                RequestMethod method =
                        operation.getMethodsCondition().getMethods().iterator().next();
                MockHttpServletRequestBuilder call = withBody(method, path);
                if (operation.getConsumesCondition().getConsumableMediaTypes().stream()
                        .anyMatch(MediaType.MULTIPART_FORM_DATA::includes)) {
                    call = multipart(path + "?nonsense=1");
                }
                ResultActions answer = mvc.perform(call.with(httpBasic("everything", Cast.PASSWORD)));
                asked++;
                if (answer.andReturn().getResponse().getStatus() != 422
                        || !answer.andReturn()
                                .getResponse()
                                .getContentAsString()
                                .contains("\"field\":\"nonsense\"")) {
                    passedOver.add(method + " " + path);
                }
            }
        }

        // then
        assertThat(passedOver).isEmpty();
        assertThat(asked).isGreaterThan(80);
    }

    private void everybody() {
        cast.person(
                "everything",
                Roles.MARKETING,
                Roles.SALES_REP,
                Roles.SALES_MANAGER,
                Roles.PROCESS_OWNER,
                Roles.ADMINISTRATOR);
    }

    private static MockHttpServletRequestBuilder withBody(RequestMethod method, String path) {
        String address = path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()) + "?nonsense=1";
        MockHttpServletRequestBuilder call = request(HttpMethod.valueOf(method.name()), address);
        return method == RequestMethod.GET
                ? call
                : call.contentType(MediaType.APPLICATION_JSON).content("{}");
    }

    @Test
    void the_refusal_names_what_is_known_in_both_languages() throws Exception {
        as(get("/api/leads?email=a@b.example"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("email"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("known are: end,")))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("state, step")));
        as(get("/api/leads?email=a@b.example").header("Accept-Language", "de"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("bekannt sind")));
        as(get("/api/admin/people?login=a"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("login"));
    }

    @Test
    void a_parameter_that_is_sent_twice_is_refused() throws Exception {
        as(get("/api/leads?size=1&size=2"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("size"));
        as(get("/api/promises?side=sales&side=marketing"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("side"));
    }

    @Test
    void an_import_refuses_a_part_it_does_not_know_and_a_second_file() throws Exception {
        // given
        MockMultipartFile file = new MockMultipartFile(
                "file", "a.csv", "text/csv", "email\na@b.example".getBytes(StandardCharsets.UTF_8));

        // when, then
        as(multipart("/api/imports").file(file).param("orgin", "typo"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("orgin"));
        as(multipart("/api/imports").file(file).file(new MockMultipartFile("mapping.csv", new byte[] {1})))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("mapping.csv"));
        as(multipart("/api/imports").file(file).file(file))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("file"));
    }

    @Test
    void a_form_that_is_sent_where_json_is_expected_is_refused_for_its_kind() throws Exception {
        as(post("/api/leads").contentType(MediaType.APPLICATION_FORM_URLENCODED).param("email", "a@b.example"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void a_value_of_the_wrong_kind_is_refused_with_its_parameter() throws Exception {
        everybody();
        for (String wrong : List.of(
                "leads?page=x",
                "leads?size=1.5",
                "leads?size=0",
                "leads?page=-1",
                "leads?sort=colour",
                "leads?state=asleep",
                "promises?lead=4711",
                "promises?from=yesterday",
                "promises?sort=colour",
                "promises?state=lost",
                "tasks?lead=4711",
                "tasks?mine=perhaps",
                "tasks?size=many",
                "tasks?scope=world",
                "notices?unread=perhaps",
                "duplicates?page=x",
                "imports?size=x")) {
            String name = wrong.substring(wrong.indexOf('?') + 1, wrong.indexOf('='));
            mvc.perform(get("/api/" + wrong).with(httpBasic("everything", Cast.PASSWORD)))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.field").value(name))
                    .andExpect(jsonPath("$.detail").value(not(containsString("java."))));
        }
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(httpBasic("administrator", ProductTest.ADMINISTRATOR_PASSWORD)));
    }
}
