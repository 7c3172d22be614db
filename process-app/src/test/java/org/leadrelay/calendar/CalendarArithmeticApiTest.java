package org.leadrelay.calendar;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.NotFound;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.workingtime.WorkedExamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The dry calculation over REST, in an office of its own. */
@ProductTest
class CalendarArithmeticApiTest {

    private static final String ID = "counting-office";

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    CalendarAdministration keeping;

    @Autowired
    CurrentPerson person;

    @BeforeEach
    void anOfficeInBavaria() {
        cast.person("ann", Roles.SALES_REP);
        person.as(Actor.SYSTEM, () -> {
            try {
                return keeping.newest(ID);
            } catch (NotFound first) {
                return keeping.save(ID, WorkedExamples.office("Europe/Berlin", "DE", "by"));
            }
        });
    }

    @Test
    void the_instant_and_the_arithmetic_are_answered() throws Exception {
        ask("/due?from=2026-03-27T15:30:00Z&work=PT2H")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.due").value("2026-03-30T08:30:00Z"))
                .andExpect(jsonPath("$.local").value("2026-03-30T10:30:00+02:00"))
                .andExpect(jsonPath("$.zone").value("Europe/Berlin"))
                .andExpect(jsonPath("$.arithmetic")
                        .value("opened Fri 16:30, 30 min Friday, weekend, 90 min Monday:" + " due Mon 10:30"));
        mvc.perform(get("/api/calendars/" + ID + "/due?from=2026-04-02T14:30:00Z&work=PT2H")
                        .header("Accept-Language", "de")
                        .with(httpBasic("ann", Cast.PASSWORD)))
                .andExpect(jsonPath("$.arithmetic").value(containsString("Karfreitag, Wochenende")));
    }

    @Test
    void a_day_is_a_working_day_and_not_24_hours_of_work() throws Exception {
        ask("/due?from=2026-03-02T10:00:00Z&work=P1D")
                .andExpect(jsonPath("$.due").value("2026-03-03T10:00:00Z"))
                .andExpect(jsonPath("$.work").value("PT8H"));
        ask("/due?from=2026-03-06T10:00:00Z&work=P1DT2H")
                .andExpect(jsonPath("$.due").value("2026-03-09T12:00:00Z"));
    }

    @Test
    void the_working_time_between_and_the_next_opening_are_answered() throws Exception {
        ask("/worked?from=2026-03-27T15:30:00Z&to=2026-03-30T08:30:00Z")
                .andExpect(jsonPath("$.worked").value("PT2H"))
                .andExpect(jsonPath("$.words").value("2 h"));
        ask("/worked?from=2026-03-30T08:30:00Z&to=2026-03-27T15:30:00Z")
                .andExpect(jsonPath("$.worked").value("PT-2H"))
                .andExpect(jsonPath("$.words").value("-2 h"));
        ask("/opening?from=2026-03-28T12:00:00Z")
                .andExpect(jsonPath("$.opening").value("2026-03-30T07:00:00Z"));
        ask("/opening?from=2026-03-30T12:00:00Z")
                .andExpect(jsonPath("$.opening").value("2026-03-30T12:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "/due?from=2026-03-02T10:00:00Z&work=PT-1S, 422, work",
        "/due?from=2026-03-02T10:00:00Z&work=P99999999999D, 422, work",
        "/due?from=2026-03-02T10:00:00Z&work=PT9223372036854775807S, 422, work",
        "/due?from=2026-03-02T10:00:00Z&work=P9999D, 422, work",
        "/due?from=2026-03-02T10:00:00Z&work=P3660DT90000H, 422, work",
        "/due?from=2026-03-02T10:00:00Z&work=P1M, 422, work",
        "/due?from=2026-03-02T10:00:00Z&work=two hours, 422, work",
        "/due?from=2026-03-02T10:00:00Z&work=, 422, work",
        "/due?from=2026-03-02T10:00:00Z, 422, work",
        "/due?from=tomorrow&work=PT1H, 422, from",
        "/due?from=%2B1000000000-12-31T23:59:59Z&work=PT1H, 422, from",
        "/due?from=-1000000000-01-01T00:00:00Z&work=PT1H, 422, from",
        "/worked?from=-1000000000-01-01T00:00:00Z&to=%2B1000000000-12-31T23:59:59Z, 422, from",
        "/worked?from=2026-01-01T00:00:00Z&to=%2B1000000000-12-31T23:59:59Z, 422, to",
        "/opening?from=9999-12-31T00:00:00Z, 422, from",
    })
    void what_cannot_be_counted_is_refused_with_the_field(String question, int status, String field) throws Exception {
        ask(question)
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.field").value(field));
    }

    @Test
    void a_calendar_that_is_not_there_is_not_found() throws Exception {
        mvc.perform(get("/api/calendars/nowhere/due?from=2026-03-02T10:00:00Z&work=PT1H")
                        .with(httpBasic("ann", Cast.PASSWORD)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/calendars/" + ID + "/due?from=2026-03-02T10:00:00Z&work=PT1H"))
                .andExpect(status().isUnauthorized());
    }

    private ResultActions ask(String question) throws Exception {
        return mvc.perform(get(java.net.URI.create("/api/calendars/" + ID + question.replace(" ", "%20")))
                .with(httpBasic("ann", Cast.PASSWORD)));
    }
}
