package org.leadrelay.worklist;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ProductTest
@OwnDatabase
@Import(Desk.Furniture.class)
class TasksApiTest {

    @Autowired
    MockMvc http;

    @Autowired
    CollidingTasks tasks;

    @Autowired
    Desk desk;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @BeforeEach
    void anEmptyInbox() {
        database.empty();
        tasks.collide(0);
        Desk.staff(cast);
        cast.actingAsNobody();
    }

    @Test
    void a_page_of_tasks_has_the_agreed_names() throws Exception {
        UUID lead = desk.lead("Ada Byron", "Analytical Engines", "Webinar");
        String id = desk.task(lead, "Activity_AnswerHandOff", "sales-rep", "ada", "high", Duration.ofMinutes(25));

        as("ada", get("/api/tasks"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("total").value(1))
                .andExpect(jsonPath("items[0].id").value(id))
                .andExpect(jsonPath("items[0].step").value("Activity_AnswerHandOff"))
                .andExpect(jsonPath("items[0].name").value("Do what sales-rep does"))
                .andExpect(jsonPath("items[0].role").value("sales-rep"))
                .andExpect(jsonPath("items[0].assignee").value("ada"))
                .andExpect(jsonPath("items[0].leadId").value(lead.toString()))
                .andExpect(jsonPath("items[0].priority").value("high"))
                .andExpect(jsonPath("items[0].due").value("2026-03-02T09:25:00Z"))
                .andExpect(jsonPath("items[0].form[0].id").value("outcome"))
                .andExpect(jsonPath("items[0].form[0].type").value("enum"))
                .andExpect(jsonPath("items[0].form[0].label").value("The outcome"))
                .andExpect(jsonPath("items[0].form[0].required").value(true))
                .andExpect(jsonPath("items[0].form[0].options[*].value", containsInAnyOrder("accept", "reject")))
                .andExpect(jsonPath("items[0].form[1].options[*].value", hasItem("other")))
                .andExpect(jsonPath("items[0].form[1].visibleWhen").value("outcome=reject"))
                .andExpect(jsonPath("items[0].form[1].requiredWhen").value("outcome=reject"));
    }

    @Test
    void agreed_lists_are_read_in_the_callers_language() throws Exception {
        desk.task("marketing", null);

        as("mary", get("/api/tasks").header("Accept-Language", "de"))
                .andExpect(jsonPath("items[0].form[1].options[*].label", hasItem("Ein anderer Grund, in Worten")));
        as("mary", get("/api/tasks").header("Accept-Language", "en"))
                .andExpect(jsonPath("items[0].form[1].options[*].label", hasItem("Another reason, in words")));
    }

    @Test
    void a_task_asked_for_by_itself_says_what_came_before_and_one_of_a_list_does_not() throws Exception {
        String task = desk.task("marketing", null);

        as("mary", get("/api/tasks/" + task))
                .andExpect(jsonPath("$.answered").value(false))
                .andExpect(jsonPath("$.soFar.entries", hasSize(1)))
                .andExpect(jsonPath("$.soFar.entries[0].what").value("came"))
                .andExpect(jsonPath("$.soFar.entries[0].text").value("Came in by \"test\", source Webinar"))
                .andExpect(jsonPath("$.soFar.dispute").isEmpty());
        as("mary", get("/api/tasks/" + task).header("Accept-Language", "de"))
                .andExpect(jsonPath("$.soFar.entries[0].text")
                        .value("Eingegangen durch \u201etest\u201c, Quelle Webinar"));
        as("mary", get("/api/tasks")).andExpect(jsonPath("$.items[0].soFar").doesNotExist());
    }

    @Test
    void a_task_without_person_or_deadline_says_null() throws Exception {
        desk.task(desk.lead(), "x", "marketing", null, "low", null);

        as("mary", get("/api/tasks"))
                .andExpect(content().string(containsString("\"assignee\":null")))
                .andExpect(content().string(containsString("\"due\":null")));
    }

    @Test
    void filters_and_pages_come_from_the_address() throws Exception {
        desk.task("sales-rep", "ada");
        desk.task("sales-rep", "ben");

        as("ada", get("/api/tasks?mine=true")).andExpect(jsonPath("total").value(1));
        as("ada", get("/api/tasks?scope=team")).andExpect(jsonPath("total").value(1));
        as("ada", get("/api/tasks?role=sales-rep&size=1&page=1&sort=-created"))
                .andExpect(jsonPath("items", hasSize(1)))
                .andExpect(jsonPath("total").value(2));
        as("ada", get("/api/tasks?role=marketing")).andExpect(jsonPath("total").value(0));
        as("ada", get("/api/tasks?q=somebody&source=Webinar&priority=normal&overdue=false"))
                .andExpect(jsonPath("total").value(2));
        as("ada", get("/api/tasks/counts"))
                .andExpect(jsonPath("mine").value(1))
                .andExpect(jsonPath("all").value(2))
                .andExpect(jsonPath("steps[0].role").value("sales-rep"));
    }

    @ParameterizedTest
    @CsvSource({
        "size=0, size", "size=501, size", "size=many, size", "page=-1, page", "page=2147483647, page",
        "sort=name, sort", "priority=urgent, priority", "scope=world, scope", "lead=7, lead", "overdue=perhaps, overdue"
    })
    void a_wrong_parameter_is_named(String query, String field) throws Exception {
        as("ada", get("/api/tasks?" + query))
                .andExpect(status().is4xxClientError())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(content().string(containsString(field)));
    }

    @Test
    void a_task_goes_from_claim_to_complete() throws Exception {
        String id = desk.task("marketing", null);

        as("mary", post("/api/tasks/" + id + "/claim"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("assignee").value("mary"));
        as("mary", post("/api/tasks/" + id + "/release"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"assignee\":null")));
        as("mary", complete(id, "{\"answers\":{\"outcome\":\"accept\",\"note\":\"ok\"}}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("id").value(id));
        as("mary", get("/api/tasks")).andExpect(jsonPath("total").value(0));
    }

    @Test
    void the_second_is_told_by_whom_it_was_taken() throws Exception {
        String id = desk.task("marketing", "mary");

        as("mike", post("/api/tasks/" + id + "/claim"))
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("takenBy").value("mary"));
        as("mary", complete(id, "{\"answers\":{\"outcome\":\"accept\"}}")).andExpect(status().isOk());
        as("mike", complete(id, "{\"answers\":{\"outcome\":\"accept\"}}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("takenBy").value("mary"));
        as("mike", get("/api/tasks/" + id + "/draft"))
                .andExpect(jsonPath("answers.outcome").value("accept"));
    }

    @Test
    void whose_task_it_is_not_is_refused() throws Exception {
        String id = desk.task("marketing", null);

        for (String login : new String[] {"ada", "boss", "judge", "watcher", "admin"}) {
            as(login, get("/api/tasks/" + id)).andExpect(status().isForbidden());
            as(login, post("/api/tasks/" + id + "/claim")).andExpect(status().isForbidden());
            as(login, complete(id, "{\"answers\":{\"outcome\":\"accept\"}}")).andExpect(status().isForbidden());
        }
        http.perform(get("/api/tasks")).andExpect(status().isUnauthorized());
        as("mary", post("/api/admin/worklist/rebuild")).andExpect(status().isForbidden());
        as("admin", post("/api/admin/worklist/rebuild"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("running").isNumber());
        as("mary", get("/api/tasks/unknown")).andExpect(status().isNotFound());
        as("mary", complete("unknown", "{\"answers\":{}}")).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"answers\":{}}",
                "{\"answers\":{\"outcome\":\"perhaps\"}}",
                "{\"answers\":{\"outcome\":7}}",
                "{\"answers\":{\"outcome\":[\"accept\"]}}",
                "{\"answers\":{\"outcome\":{\"a\":1}}}",
                "{\"answers\":{\"outcome\":\"reject\"}}",
                "{\"answers\":{\"outcome\":\"accept\",\"leadId\":\"x\"}}",
                "{\"answers\":{\"outcome\":\"accept\",\"nextStepDate\":\"soon\"}}",
                "{\"answers\":{\"outcome\":\"accept\",\"note\":\"a\\u0000b\"}}",
                "{\"answers\":\"accept\"}",
                "{\"answers\":null}",
                "{}",
                "[]",
                "null",
                "",
                "{\"answers\":{\"outcome\":",
                "{\"answers\":{\"outcome\":\"accept\",\"note\":1e400}}"
            })
    void bad_answers_are_refused_in_words_and_change_nothing(String body) throws Exception {
        String id = desk.task("marketing", null);

        as("mary", complete(id, body))
                .andExpect(status().is4xxClientError())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        as("mary", get("/api/tasks/" + id)).andExpect(content().string(containsString("\"assignee\":null")));
    }

    @Test
    void every_wrong_field_is_named() throws Exception {
        String id = desk.task("marketing", null);

        as("mary", complete(id, "{\"answers\":{\"outcome\":\"reject\",\"nextStepDate\":\"soon\",\"x\":1}}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("errors[*].field", containsInAnyOrder("rejectionReason", "nextStepDate", "x")));
    }

    @Test
    void broken_utf8_and_other_media_types_are_no_server_error() throws Exception {
        String id = desk.task("marketing", null);

        as(
                        "mary",
                        post("/api/tasks/" + id + "/complete")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}))
                .andExpect(status().is4xxClientError());
        as(
                        "mary",
                        post("/api/tasks/" + id + "/complete")
                                .contentType(MediaType.TEXT_PLAIN)
                                .content("hello".getBytes(StandardCharsets.UTF_8)))
                .andExpect(status().isUnsupportedMediaType());
        as("mary", get(URI.create("/api/tasks?q=a%00b"))).andExpect(status().is4xxClientError());
        as("mary", get("/api/tasks?q=" + "x".repeat(300))).andExpect(status().is4xxClientError());
        as("mary", get(URI.create("/api/tasks?q=%F0%9F%98%80"))).andExpect(status().isOk());
        as("mary", get(URI.create("/api/tasks/a%00b"))).andExpect(status().is4xxClientError());
    }

    @Test
    void comments_drafts_questions_and_views() throws Exception {
        UUID lead = desk.lead();
        String id = desk.task(lead, "Activity_AnswerHandOff", "sales-rep", "ada", "high", Duration.ofHours(1));

        as("ada", json(post("/api/tasks/" + id + "/comments"), "{\"text\":\"Hello\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("text").value("Hello"));
        as("ada", json(post("/api/tasks/" + id + "/comments"), "{\"text\":5000}"))
                .andExpect(status().isCreated());
        as("ada", json(post("/api/tasks/" + id + "/comments"), "{}")).andExpect(status().is4xxClientError());
        as("ben", get("/api/tasks/" + id + "/comments"))
                .andExpect(jsonPath("total").value(2));
        as("ada", json(put("/api/tasks/" + id + "/draft"), "{\"answers\":{\"note\":\"half\"}}"))
                .andExpect(status().isNoContent());
        as("ada", get("/api/tasks/" + id + "/draft"))
                .andExpect(jsonPath("answers.note").value("half"));
        as("ada", delete("/api/tasks/" + id + "/draft")).andExpect(status().isNoContent());
        as("ada", json(post("/api/tasks/" + id + "/ask"), "{\"question\":\"Who decides?\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("leadId").value(lead.toString()));
        as("boss", get("/api/tasks/" + id + "/notes"))
                .andExpect(jsonPath("items[0].text").value("Who decides?"));
        as("boss", json(post("/api/tasks/" + id + "/reassign"), "{\"assignee\":\"ben\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("assignee").value("ben"));
        as("boss", json(post("/api/tasks/reassign"), "{\"tasks\":[\"" + id + "\",\"x\"],\"assignee\":\"ada\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("items[0].done").value(true))
                .andExpect(jsonPath("items[1].done").value(false));
        as("boss", json(post("/api/tasks/claim"), "{}")).andExpect(status().isUnprocessableEntity());
        as("ada", json(post("/api/tasks/views"), "{\"name\":\"Late\",\"query\":{\"overdue\":true}}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("query.overdue").value(true));
        as("ada", json(post("/api/tasks/views"), "{\"name\":\"Late\",\"query\":{\"sort\":\"x\"}}"))
                .andExpect(status().isUnprocessableEntity());
        as("ada", get("/api/tasks/views")).andExpect(jsonPath("items[0].name").value("Late"));
        as("ada", delete("/api/tasks/views/7")).andExpect(status().is4xxClientError());
    }

    @Test
    void an_answer_with_a_grace_can_be_taken_back() throws Exception {
        String id = desk.task("sales-rep", "ada");

        as("ada", complete(id, "{\"answers\":{\"outcome\":\"accept\"},\"grace\":\"PT10S\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("completed").value(false))
                .andExpect(jsonPath("undoUntil").value("2026-03-02T09:00:10Z"));
        as("ada", get("/api/tasks")).andExpect(jsonPath("total").value(0));
        as("boss", get("/api/tasks/" + id))
                .andExpect(jsonPath("answeredBy").value("ada"))
                .andExpect(jsonPath("answeredAt").value("2026-03-02T09:00:00Z"))
                .andExpect(jsonPath("mayAnswer").value(false));
        as("boss", json(post("/api/tasks/" + id + "/reassign"), "{\"assignee\":\"ben\"}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("takenByLogin").value("ada"));
        as("ben", post("/api/tasks/" + id + "/undo")).andExpect(status().isForbidden());
        as("mary", post("/api/tasks/" + id + "/undo")).andExpect(status().isForbidden());
        as("ada", post("/api/tasks/" + id + "/undo"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("answeredBy").isEmpty())
                .andExpect(jsonPath("mayAnswer").value(true));
        as("ada", get("/api/tasks/" + id + "/draft"))
                .andExpect(jsonPath("answers.outcome").value("accept"));
        as("ada", post("/api/tasks/" + id + "/undo")).andExpect(status().isConflict());
    }

    @Test
    void without_a_grace_an_answer_is_carried_out_at_once_and_a_wrong_one_is_refused() throws Exception {
        String id = desk.task("sales-rep", "ada");

        for (String wrong : List.of("PT31S", "-PT1S", "ten", "")) {
            as("ada", complete(id, "{\"answers\":{\"outcome\":\"accept\"},\"grace\":\"" + wrong + "\"}"))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("errors[0].field").value("grace"));
        }
        as("ada", complete(id, "{\"answers\":{\"outcome\":\"accept\"}}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("completed").value(true))
                .andExpect(jsonPath("undoUntil").doesNotExist());
        as("ada", post("/api/tasks/" + id + "/undo")).andExpect(status().isConflict());
    }

    private static MockHttpServletRequestBuilder complete(String id, String body) {
        return json(post("/api/tasks/" + id + "/complete"), body);
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private ResultActions as(String login, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(httpBasic(login, Cast.PASSWORD)));
    }
}
