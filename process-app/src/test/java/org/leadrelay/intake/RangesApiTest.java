package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Every pair of a least and a most, or of a first and a last, that somebody may send. */
@ProductTest
class RangesApiTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @BeforeEach
    void aManagerOfARep() {
        cast.person("ranges", Roles.MARKETING, Roles.SALES_MANAGER, Roles.ADMINISTRATOR);
        cast.person("ranges-rep", Roles.SALES_REP);
        cast.team("Ranges", "ranges", "ranges-rep");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        minimum              | PUT  | /api/intake/facts/ranged | {"type": "NUMBER", "minimum": 10, "maximum": 9.5}
        minimum              | PUT  | /api/intake/facts/ranged | {"type": "NUMBER", "minimum": 0, "maximum": -1}
        from                 | GET  | /api/promises?from=2026-03-05&to=2026-03-04 |
        from                 | GET  | /api/promises/summary?from=2026-03-05&to=2026-03-04 |
        from                 | GET  | /api/promises.csv?from=2026-03-05&to=2026-03-04 |
        took                 | GET  | /api/promises?took=240-120 |
        took                 | GET  | /api/promises?took=120-120 |
        took                 | GET  | /api/promises/summary?took=240-120 |
        until                | POST | /api/team/reps/ranges-rep/absences | {"from": "2026-03-09T08:00:00Z", "until": "2026-03-08T08:00:00Z"}
        until                | POST | /api/team/reps/ranges-rep/absences | {"from": "2026-03-09T08:00:00Z", "until": "2026-03-09T08:00:00Z"}
        specialDays[0].last  | PUT  | /api/calendars/ranges | {"name": "R", "zone": "UTC", "week": {"monday": [{"from": "09:00", "to": "17:00"}]}, "specialDays": [{"name": "x", "first": "2026-12-27", "last": "2026-12-24"}]}
        """)
    void a_range_that_holds_nothing_is_refused_with_its_field(String field, String method, String path, String body)
            throws Exception {
        MockHttpServletResponse answer = send(method, path, body);

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(422);
        assertThat(JsonPath.<String>read(answer.getContentAsString(), "$.field"))
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        PUT  | /api/intake/facts/ranged | {"type": "NUMBER", "minimum": 7, "maximum": 7.0}
        PUT  | /api/intake/facts/ranged | {"type": "NUMBER", "minimum": 7}
        PUT  | /api/intake/facts/ranged | {"type": "NUMBER", "maximum": -7}
        GET  | /api/promises?from=2026-03-05&to=2026-03-05 |
        GET  | /api/promises?took=120-121 |
        GET  | /api/promises?took=4800- |
        """)
    void a_range_of_one_value_and_one_that_is_open_stand(String method, String path, String body) throws Exception {
        MockHttpServletResponse answer = send(method, path, body);

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
    }

    @Test
    void the_refusal_names_both_ends() throws Exception {
        String body = send(
                        "PUT", "/api/intake/facts/ranged", "{\"type\": \"NUMBER\", \"minimum\": 10, \"maximum\": 9.5}")
                .getContentAsString();

        assertThat(JsonPath.<String>read(body, "$.errors[0].message")).contains("10", "9.5");
    }

    private MockHttpServletResponse send(String method, String path, String body) throws Exception {
        MockHttpServletRequestBuilder request =
                request(HttpMethod.valueOf(method), java.net.URI.create(path)).with(httpBasic("ranges", Cast.PASSWORD));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
