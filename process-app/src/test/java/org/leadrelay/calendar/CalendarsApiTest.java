package org.leadrelay.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.leadrelay.testing.AtOnce.atOnce;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.access.Roles;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ProductTest
@OwnDatabase
class CalendarsApiTest {

    private static final String WEEK = """
        "zone": "Europe/Berlin", "week": {"monday": [{"from": "09:00", "to": "12:00"},
        {"from": "13:00", "to": "17:00"}], "friday": [{"from": "09:00", "to": "24:00"}]}
        """;

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    private final String id = "c-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void people() {
        cast.person("owner", Roles.PROCESS_OWNER);
        cast.person("boss", Roles.SALES_MANAGER);
        cast.person("ann", Roles.SALES_REP);
    }

    @Test
    void a_calendar_is_made_read_and_changed() throws Exception {
        // when
        save("owner", id, "{\"name\": \"Support\", " + WEEK + "}")
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/calendars/" + id));

        // then
        String read = ask("ann", "/api/calendars/" + id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Support"))
                .andExpect(jsonPath("$.week.monday[1].from").value("13:00"))
                .andExpect(jsonPath("$.week.friday[0].to").value("00:00"))
                .andExpect(jsonPath("$.madeBy").value("owner"))
                .andExpect(jsonPath("$.madeAt").value("2026-03-02T09:00:00Z"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        int first = JsonPath.read(read, "$.version");

        // when: what was read is sent back, and then with other holidays
        save("owner", id, read)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(first));
        save(
                        "owner",
                        id,
                        read.replace("\"regions\":[],", "")
                                .replace(
                                        "\"specialDays\":[]",
                                        "\"country\": \"de\", \"regions\": [\"BY\"],"
                                                + " \"specialDays\": [{\"name\": \"Summer party\","
                                                + " \"first\": \"2026-07-03\"}]"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(greaterThan(first)))
                .andExpect(jsonPath("$.country").value("DE"))
                .andExpect(jsonPath("$.specialDays[0].last").value("2026-07-03"));

        // then
        ask("ann", "/api/calendars/" + id + "/versions")
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[1].version").value(first));
        ask("ann", "/api/calendars/" + id + "/versions/" + first)
                .andExpect(jsonPath("$.country").doesNotExist());
        ask("ann", "/api/calendars").andExpect(jsonPath("$.items[*].id").value(hasItem(id)));
    }

    @Test
    void of_two_who_change_the_same_version_the_second_is_told_who_was_first() throws Exception {
        // given
        int version = version(save("owner", id, "{\"name\": \"Support\", " + WEEK + "}"));
        save("owner", id, body("Day desk", version)).andExpect(status().isOk());

        // then
        save("boss", id, body("Night desk", version))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("owner changed")))
                .andExpect(jsonPath("$.version").value(greaterThan(version)));
        save("owner", id, body("Once more", null)).andExpect(status().isConflict());
    }

    @Test
    void two_at_the_very_same_moment_make_one_version() throws Exception {
        // given
        int version = version(save("owner", id, "{\"name\": \"Support\", " + WEEK + "}"));

        // when
        List<Integer> statuses = atOnce(
                4,
                n -> save("owner", id, body("Desk " + n, version))
                        .andReturn()
                        .getResponse()
                        .getStatus());

        // then
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        ask("ann", "/api/calendars/" + id + "/versions")
                .andExpect(jsonPath("$.total").value(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zone | {'name': 'x', 'zone': 'Mars/Olympus', 'week': {'monday': [{'from': '09:00',"
                        + " 'to': '10:00'}]}}",
                "zone | {'name': 'x', 'zone': 'UTC+1', 'week': {'monday': [{'from': '09:00', 'to':" + " '10:00'}]}}",
                "name | {'zone': 'Europe/Berlin', 'week': {'monday': [{'from': '09:00', 'to':" + " '10:00'}]}}",
                "country | {'name': 'x', 'zone': 'Europe/Berlin', 'country': 'XX', 'week':"
                        + " {'monday': [{'from': '09:00', 'to': '10:00'}]}}",
                "regions | {'name': 'x', 'zone': 'Europe/Berlin', 'country': 'DE', 'regions':"
                        + " ['atlantis'], 'week': {'monday': [{'from': '09:00', 'to': '10:00'}]}}",
                "week | {'name': 'x', 'zone': 'Europe/Berlin'}",
                "week | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'monday': []}}",
                "week | {'name': 'x', 'zone': 'Europe/Berlin', 'specialDays': [{'name': 'Fair',"
                        + " 'first': '2020-01-01', 'ranges': [{'from': '09:00', 'to': '10:00'}]}]}",
                "week | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'monday': [{'from':"
                        + " '09:00', 'to': '10:00'}]}, 'specialDays': [{'name': 'Shut', 'first':"
                        + " '2026-01-01', 'last': '2199-01-01'}]}",
                "week.monday[1] | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'monday':"
                        + " [{'from': '09:00', 'to': '12:00'}, {'from': '11:00', 'to': '13:00'}]}}",
                "week.tuesday | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'monday': [{'from':"
                        + " '22:00', 'to': '06:00'}], 'tuesday': [{'from': '05:00', 'to': '13:00'}]}}",
                "week.monday[0].to | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'monday':"
                        + " [{'from': '09:00', 'to': '09:00'}]}}",
                "week.monday[0].to | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'monday':"
                        + " [{'from': '09:00', 'to': '25:00'}]}}",
                "week.monday[0].from | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'monday':"
                        + " [{'to': '17:00'}]}}",
                "week.monday[0].from | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'monday':" + " [null]}}",
                "week.mondey | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'mondey': [{'from':"
                        + " '09:00', 'to': '10:00'}]}}",
                "specialDays[0].last | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'monday':"
                        + " [{'from': '09:00', 'to': '10:00'}]}, 'specialDays': [{'name': 'Back',"
                        + " 'first': '2026-05-05', 'last': '2026-05-04'}]}",
                "specialDays[0].first | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'monday':"
                        + " [{'from': '09:00', 'to': '10:00'}]}, 'specialDays': [{'name': 'Never',"
                        + " 'first': '2026-02-30'}]}",
                "specialDays[0].first | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'monday':"
                        + " [{'from': '09:00', 'to': '10:00'}]}, 'specialDays': [{'name': 'Far',"
                        + " 'first': '+999999999-01-01'}]}",
                "specialDays[0].name | {'name': 'x', 'zone': 'Europe/Berlin', 'week': {'monday':"
                        + " [{'from': '09:00', 'to': '10:00'}]}, 'specialDays': [{'first':"
                        + " '2026-02-20'}]}",
            })
    void what_makes_no_sense_is_refused_with_the_field(String field, String body) throws Exception {
        save("owner", id, body.replace('\'', '"'))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.detail").value(not(containsString("Exception"))));
        ask("owner", "/api/calendars/" + id).andExpect(status().isNotFound());
    }

    @Test
    void what_exists_is_named_where_a_country_or_region_is_not_known() throws Exception {
        save("owner", id, "{\"name\": \"x\", \"country\": \"XX\", " + WEEK + "}")
                .andExpect(jsonPath("$.detail").value(containsString("DE")));
        save("owner", id, "{\"name\": \"x\", \"country\": \"DE\", \"regions\": [\"zz\"], " + WEEK + "}")
                .andExpect(jsonPath("$.detail").value(containsString("by")));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() throws Exception {
        save("owner", id, "{\"zone\": \"nowhere\", \"week\": {\"monday\": [{}]}}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors.length()").value(4));
    }

    @Test
    void ten_thousand_special_days_are_refused_and_a_thousand_are_taken() throws Exception {
        save("owner", id, special(10_000))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("specialDays"))
                .andExpect(jsonPath("$.detail").value(containsString("at most 1000")));
        save("owner", id, special(1_000)).andExpect(status().isCreated());
        ask("owner", "/api/calendars/" + id + "/due?from=2026-03-02T09:00:00Z&work=PT2000H")
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": ",
                "[]",
                "\"text\"",
                "{\"week\": 7}",
                "{\"week\": {\"monday\": \"09:00\"}}",
                "{\"version\": \"x\"}",
            })
    void what_is_no_calendar_at_all_is_refused(String body) throws Exception {
        save("owner", id, body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(not(containsString("jackson"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPPER", "under_score", "-minus", "a23456789012345678901234567890123456789012"})
    void an_id_is_short_and_simple(String wrong) throws Exception {
        save("owner", wrong, body("x", null))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("id"));
    }

    @Test
    void who_may_change_which_calendar() throws Exception {
        // given
        int newest = version(ask("boss", "/api/calendars/default"));
        // then
        save("ann", id, body("x", null)).andExpect(status().isForbidden());
        save("boss", "default", body("Boss hours", newest)).andExpect(status().isForbidden());
        int mine = version(save("boss", id, body("Field desk", null)));
        save("boss", id, body("Field desk South", mine)).andExpect(status().isOk());
        mvc.perform(get("/api/calendars")).andExpect(status().isUnauthorized());
    }

    private static String special(int many) {
        return "{\"name\": \"x\", "
                + WEEK
                + ", \"specialDays\": ["
                + IntStream.range(0, many)
                        .mapToObj(n -> "{\"name\": \"d%d\", \"first\": \"20%02d-%02d-%02d\"}"
                                .formatted(n, 20 + n / 300 % 60, n / 28 % 12 + 1, n % 28 + 1))
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String body(String name, Integer version) {
        return "{\"name\": \"" + name + "\", \"version\": " + version + ", " + WEEK + "}";
    }

    private static int version(ResultActions answer) throws Exception {
        return JsonPath.read(answer.andReturn().getResponse().getContentAsString(), "$.version");
    }

    private ResultActions save(String login, String calendar, String body) throws Exception {
        return mvc.perform(put("/api/calendars/" + calendar)
                .with(as(login))
                .contentType(APPLICATION_JSON)
                .content(body));
    }

    private ResultActions ask(String login, String path) throws Exception {
        return mvc.perform(get(path).with(as(login)));
    }

    private static RequestPostProcessor as(String login) {
        return httpBasic(login, Cast.PASSWORD);
    }
}
