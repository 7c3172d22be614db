package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Whatever is sent, the answer names what was wrong, and nothing is the server's fault. */
@ProductTest
class BadIntakeTest {

    private static final RequestPostProcessor MARA = httpBasic("mara", Cast.PASSWORD);

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    ObjectMapper json;

    @Autowired
    ImportRunner runner;

    @BeforeEach
    void marketing() {
        cast.person("mara", Roles.MARKETING);
    }

    @Test
    void broken_json_is_refused_with_its_place() throws Exception {
        for (String broken : new String[] {"", "{", "{\"email\":}", "nonsense", "{\"a\":1,,}"}) {
            leads(broken.getBytes(StandardCharsets.UTF_8)).andExpect(status().isBadRequest());
        }
        leads("[".repeat(5_000).getBytes(StandardCharsets.UTF_8)).andExpect(status().isBadRequest());
        leads(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}).andExpect(status().isBadRequest());
    }

    @Test
    void wrong_types_and_values_are_named_by_field() throws Exception {
        refused("{\"email\":{\"a\":1}}", "email");
        refused("{\"email\":true}", "email");
        refused("{\"externalId\":\"x\",\"visits\":\"many\"}", "visits");
        refused("{\"externalId\":\"x\",\"visits\":-1}", "visits");
        refused("{\"externalId\":\"x\",\"name\":\"a\\u0000b\"}", "name");
        refused("{\"externalId\":\"x\",\"name\":\"a\\uD800b\"}", "name");
        refused("{\"externalId\":\"x\",\"name\":\"" + "n".repeat(201) + "\"}", "name");
        refused("{\"externalId\":\"x\",\"phone\":\"call me\"}", "phone");
        refused("{\"externalId\":\"x\",\"doNotEmail\":\"perhaps\"}", "doNotEmail");
        refused("{\"externalId\":\"x\",\"consent\":\"ok\"}", "consent");
        refused("{\"externalId\":\"x\",\"consent\":[{\"channel\":\"fax\"}]}", "consent[0].channel");
        refused("{\"externalId\":\"x\",\"capturedAt\":\"yesterday\"}", "capturedAt");
        refused("{\"externalId\":\"x\",\"note\":\"" + "n".repeat(10_001) + "\"}", "note");
        refused("{\"externalId\":\"x\",\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":1}}}}}}", "a.b.c.d.e.f");
        refused("17", "body");
        refused("\"text\"", "body");
        refused("{}", "email");
    }

    @Test
    void hostile_but_harmless_texts_are_kept_as_they_are() throws Exception {
        String name = "Robert'); drop table lead;-- <script>alert(1)</script> محمد 🚀 =1+1";
        String body = json.writeValueAsString(
                java.util.Map.of("externalId", UUID.randomUUID().toString(), "name", name, "${7*7}", "#{leadId}"));
        String answer = leads(body.getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        mvc.perform(get("/api/leads/" + json.readTree(answer).get("id").asText())
                        .with(MARA))
                .andExpect(jsonPath("$.name").value(name));
    }

    @Test
    void a_byte_order_mark_before_the_json_is_no_trouble() throws Exception {
        leads(("\uFEFF{\"externalId\":\"" + UUID.randomUUID() + "\"}").getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isCreated());
    }

    @Test
    void too_much_at_once_is_refused() throws Exception {
        leads(("[" + "{},".repeat(1_000) + "{}]").getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("/api/imports")));
        leads(("{\"a\":\"" + "x".repeat(10_000_000) + "\"}").getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isPayloadTooLarge());
        mvc.perform(post("/api/leads")
                        .with(MARA)
                        .header("Idempotency-Key", "k".repeat(300))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"externalId\":\"x\"}"))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void what_is_no_table_is_no_import() throws Exception {
        file("").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("file"));
        file("PK\u0003\u0004workbook")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("CSV")));
        file("a" + ",b".repeat(600) + "\n1\n").andExpect(status().isUnprocessableEntity());
        file("\"never closed,b\n1,2\n")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("identifies anybody")));
        mvc.perform(multipart("/api/imports").with(MARA)).andExpect(status().isBadRequest());
        mvc.perform(post("/api/imports")
                        .with(MARA)
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("a,b"))
                .andExpect(status().isUnsupportedMediaType());
        mvc.perform(multipart("/api/imports")
                        .file(new MockMultipartFile(
                                "file", "x.csv", "text/csv", "a\n1".getBytes(StandardCharsets.UTF_8)))
                        .param("mapping", "unknown")
                        .with(MARA))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("mapping"));
        mvc.perform(get("/api/imports/" + UUID.randomUUID()).with(MARA)).andExpect(status().isNotFound());
        mvc.perform(get("/api/imports/no-id").with(MARA)).andExpect(status().isBadRequest());
        mvc.perform(put("/api/mappings/x")
                        .with(MARA)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"columns\":[{\"column\":\"a\"},{},null]}"))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(put("/api/mappings/x")
                        .with(MARA)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"columns\":\"all\"}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_body_whose_parts_cannot_be_told_apart_is_not_the_servers_fault() throws Exception {
        String basic = java.util.Base64.getEncoder()
                .encodeToString(("mara:" + Cast.PASSWORD).getBytes(StandardCharsets.UTF_8));
        mvc.perform(context -> {
                    MockHttpServletRequest broken = new MockHttpServletRequest(context, "POST", "/api/imports") {
                        @Override
                        public Collection<Part> getParts() throws IOException {
                            throw new IOException("no boundary was found");
                        }
                    };
                    broken.setPathInfo("/api/imports");
                    broken.setContentType("multipart/form-data");
                    broken.addHeader("Authorization", "Basic " + basic);
                    return broken;
                })
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail", containsString("boundary")));
    }

    @Test
    void what_is_known_only_afterwards_is_no_fact() throws Exception {
        mvc.perform(put("/api/mappings/x")
                        .with(MARA)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                            {"columns":[{"column":"Converted","target":"attribute",
                             "fact":{"name":"converted","type":"NUMBER"}}]}\
                            """))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("columns[0].fact.name"));
    }

    @Test
    void a_file_is_accepted_followed_and_its_refused_rows_come_back() throws Exception {
        String location = file("Email,Name\nno address,=HYPERLINK(\"x\")\n" + UUID.randomUUID() + "@a.example,B\n")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("queued"))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        runner.runAll();
        mvc.perform(get(location).with(MARA))
                .andExpect(jsonPath("$.state").value("done"))
                .andExpect(jsonPath("$.read").value(2))
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.merged").value(0))
                .andExpect(jsonPath("$.refused").value(1));
        String refused = mvc.perform(get(location + "/refused.csv").with(MARA))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("refused")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("2,email,").contains("'=HYPERLINK");
        mvc.perform(post(location + "/cancel").with(MARA)).andExpect(status().isConflict());
        mvc.perform(get("/api/imports").with(MARA))
                .andExpect(jsonPath("$.items[0].state").exists());
    }

    private void refused(String body, String field) throws Exception {
        leads(body.getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message").isNotEmpty());
    }

    private ResultActions leads(byte[] body) throws Exception {
        return mvc.perform(post("/api/leads")
                .with(MARA)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions file(String text) throws Exception {
        return mvc.perform(multipart("/api/imports")
                .file(new MockMultipartFile("file", "leads.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .param("origin", UUID.randomUUID().toString())
                .with(MARA));
    }
}
