package org.leadrelay.platform;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ProductTest
class BadInputTest {

    @Autowired
    MockMvc mvc;

    @Test
    void malformed_json_is_answered_with_line_and_column() throws Exception {
        send("{\"login\": \"a\",\n \"displayName\": }")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.line").value(2))
                .andExpect(jsonPath("$.detail").value(containsString("column")));
    }

    @Test
    void a_value_of_the_wrong_type_is_answered_with_its_field() throws Exception {
        send("{\"login\": \"a\", \"roles\": {\"x\": 1}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("roles"))
                .andExpect(jsonPath("$.detail").value(containsString("a list")));
    }

    @Test
    void broken_utf_8_an_empty_body_and_deep_nesting_are_bad_requests() throws Exception {
        send(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'})
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("UTF-8")));
        send("").andExpect(status().isBadRequest());
        send("null").andExpect(status().isBadRequest());
        send("[".repeat(5000)).andExpect(status().isBadRequest());
    }

    @Test
    void a_second_document_in_a_body_is_refused_and_nothing_of_it_taken() throws Exception {
        for (String second : List.of("{\"login\": \"b\"}", "\n[]", " 1", "\n\nnull", "\"x\"")) {
            String first = "{\"login\": \"first-of-two\", \"displayName\": \"First\","
                    + " \"password\": \"tomato-ladder-quiet\"}";
            send(first + second)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.field").value("body"))
                    .andExpect(jsonPath("$.detail").value(containsString("more than one")));
        }
        send("{} }").andExpect(status().isBadRequest());
        send("{} garbage").andExpect(status().isBadRequest());
        perform(get("/api/admin/people/first-of-two")).andExpect(status().isNotFound());
    }

    @Test
    void a_name_that_stands_twice_in_an_object_is_refused_by_name() throws Exception {
        send("{\"login\": \"a\", \"login\": \"b\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("login"))
                .andExpect(jsonPath("$.line").value(1))
                .andExpect(jsonPath("$.detail").value(containsString("stands twice")));
        perform(post("/api/leads")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[{\"consent\": {\"mail\": true, \"mail\": false}}]"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("mail"));
    }

    @Test
    void lines_of_json_are_no_array_of_leads() throws Exception {
        perform(post("/api/leads").contentType(MediaType.APPLICATION_JSON).content("""
            {"email": "one@lines.example"}
            {"email": "two@lines.example"}
            """))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("as an array")));
        perform(get("/api/leads?q=lines.example")).andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void a_body_that_is_too_large_is_refused_by_its_size() throws Exception {
        send("\"" + "x".repeat(9 * 1024 * 1024) + "\"")
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.detail").value(containsString("1 MB")));
    }

    @Test
    void unknown_paths_methods_and_media_types_have_their_own_answers() throws Exception {
        perform(get("/api/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("/api/nowhere")));
        perform(patch("/api/admin/people")).andExpect(status().isMethodNotAllowed());
        perform(post("/api/admin/people").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        perform(put("/api/admin/teams/not-an-id")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("id"));
    }

    @Test
    void a_character_that_cannot_be_stored_is_refused_with_its_field() throws Exception {
        send("{\"login\": \"zero\", \"displayName\": \"a\\u0000b\", \"password\":" + " \"tomato-ladder-quiet\"}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("displayName"));
        perform(get("/api/admin/people/{login}", "a\u0000b")).andExpect(status().is4xxClientError());
    }

    private ResultActions send(String body) throws Exception {
        return send(body.getBytes(StandardCharsets.UTF_8));
    }

    private ResultActions send(byte[] body) throws Exception {
        return perform(post("/api/admin/people")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(httpBasic("administrator", ProductTest.ADMINISTRATOR_PASSWORD)));
    }
}
