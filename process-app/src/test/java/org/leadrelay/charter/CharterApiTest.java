package org.leadrelay.charter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
@Import(Parties.class)
class CharterApiTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    Parties parties;

    @Autowired
    CharterVersions versions;

    @Autowired
    ModelConsistency soundness;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @BeforeEach
    void people() {
        parties.arrive();
    }

    @AfterEach
    void backToTheFirstCharter() {
        database.firstCharter();
    }

    @Test
    void the_first_charter_meets_the_shipped_models() {
        assertThat(soundness.of(versions.inForce())).isEmpty();
        assertThat(versions.inForce().provisions().derivedVolume().orElseThrow())
                .isEqualByComparingTo("100");
    }

    @Test
    void a_draft_is_read_written_and_compared_clause_by_clause() throws Exception {
        // given
        as(Parties.OWNER, post("/api/charter/draft")).andExpect(status().isCreated());

        // when
        write(draft -> clause(draft, "answerHandOff").put("normal", "PT1H30M"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.stage").value("draft"));

        // then
        as(Parties.SALES, get("/api/charter/draft/difference"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].subject").value("answerHandOff.normal"))
                .andExpect(jsonPath("$.items[0].words")
                        .value("Answer a hand-off, normal priority: 2 working hours becomes 1 working hour 30"
                                + " min"));
    }

    @Test
    void all_that_is_wrong_is_named_at_once() throws Exception {
        // given
        as(Parties.OWNER, post("/api/charter/draft")).andExpect(status().isCreated());

        // then
        write(draft -> {
                    draft.put("currency", "Taler");
                    draft.put("calendar", "nowhere");
                    clause(draft, "giveVerdict").put("who", "judge");
                    ((ObjectNode) draft.get("limits")).put("tries", 0);
                })
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("currency")))
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("calendar")))
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("clauses.giveVerdict.who")))
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("limits.tries")));
    }

    @Test
    void the_reasons_why_a_promise_breaks_are_not_left_out() throws Exception {
        // given
        as(Parties.OWNER, post("/api/charter/draft")).andExpect(status().isCreated());

        // then
        write(draft -> ((ObjectNode) draft.get("lists")).remove("breachReasons"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("lists.breachReasons"));
    }

    @Test
    void a_clause_that_the_models_count_is_not_left_out() throws Exception {
        // given
        as(Parties.OWNER, post("/api/charter/draft")).andExpect(status().isCreated());

        // then
        write(draft -> ((ArrayNode) draft.get("clauses")).remove(0))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("Keep the clause")));
    }

    @Test
    void a_clause_without_its_element_is_shown_as_broken() {
        // given
        int version = parties.draft(said -> Editing.clause(
                        said,
                        "giveVerdict",
                        each -> new Clause(
                                each.name(),
                                each.words(),
                                each.who(),
                                "Activity_Nowhere",
                                each.high(),
                                each.normal(),
                                each.low(),
                                each.reminderShare())))
                .version();

        // then
        assertThat(soundness.of(versions.version(version)))
                .singleElement()
                .matches(each -> each.kind() == Finding.Kind.ELEMENT_MISSING)
                .matches(each -> each.kind().breaks() && each.subject().equals("giveVerdict"));
    }

    @Test
    void a_table_that_was_never_deployed_is_found() {
        // given
        List<PinnedTable> tables = List.of(
                new PinnedTable("lead-fit", 1),
                new PinnedTable("lead-maturity", 99),
                new PinnedTable("lead-matrix", 1));

        // when
        CharterVersion draft = parties.draft(said -> Editing.tables(said, tables));

        // then
        assertThat(soundness.of(draft)).extracting(Finding::kind).containsExactly(Finding.Kind.TABLE_MISSING);
    }

    @Test
    void a_clause_takes_working_days_and_what_is_no_working_time_is_refused() throws Exception {
        // given
        as(Parties.OWNER, post("/api/charter/draft")).andExpect(status().isCreated());

        // then
        write(draft -> clause(draft, "answerHandOff").put("normal", "P1DT30M"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.provisions.clauses[?(@.name=='answerHandOff')].normal")
                        .value("P1DT30M"));
        as(Parties.SALES, get("/api/charter/draft/difference"))
                .andExpect(jsonPath("$.items[0].words")
                        .value("Answer a hand-off, normal priority: 2 working hours becomes 1 working"
                                + " day 30 min"));
        for (String wrong : List.of("P1M", "P-1D", "PT-2H", "soon", "P1DT-1H")) {
            write(draft -> clause(draft, "answerHandOff").put("normal", wrong))
                    .andExpect(status().is4xxClientError())
                    .andExpect(jsonPath("$.detail").value(containsString("normal")));
        }
        write(draft -> clause(draft, "answerHandOff").put("normal", "P2000D"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].field").value(hasItem("clauses.answerHandOff.normal")));
    }

    @Test
    void only_process_owners_write_and_the_second_to_save_is_told() throws Exception {
        as(Parties.SALES, post("/api/charter/draft")).andExpect(status().isForbidden());
        CharterVersion seen = parties.draft(said -> Editing.named(said, "First"));
        ObjectNode body = json.createObjectNode();
        body.put("edition", seen.edition() - 1);
        body.set("provisions", json.valueToTree(seen.provisions()));
        as(
                        Parties.OWNER,
                        put("/api/charter/draft")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body.toString()))
                .andExpect(status().isConflict());
        as(Parties.OWNER, post("/api/charter/draft")).andExpect(status().isConflict());
    }

    @Test
    void a_clause_and_a_list_need_their_words_in_both_languages() throws Exception {
        // given
        as(Parties.OWNER, post("/api/charter/draft")).andExpect(status().isCreated());

        // then
        write(draft -> {
                    clause(draft, "giveVerdict").remove(List.of("english", "german"));
                    clause(draft, "placeLead").put("german", "Lead\nzuteilen");
                    ((ObjectNode) draft.get("listLabels")).remove("lostReasons");
                    ((ObjectNode) draft.get("listLabels"))
                            .putObject("greetings")
                            .put("english", "Greetings")
                            .put("german", "Grüße");
                })
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[*].field")
                        .value(containsInAnyOrder(
                                "clauses.giveVerdict.english",
                                "clauses.giveVerdict.german",
                                "clauses.placeLead.german",
                                "listLabels.lostReasons.english",
                                "listLabels.lostReasons.german",
                                "listLabels.greetings")));
    }

    @Test
    void another_label_is_a_change_that_both_sides_see() throws Exception {
        // given
        as(Parties.OWNER, post("/api/charter/draft")).andExpect(status().isCreated());

        // when
        write(draft -> {
                    clause(draft, "giveVerdict").put("english", "Judge");
                    ((ObjectNode) draft.get("listLabels").get("lostReasons")).put("english", "Why we lost");
                })
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.provisions.clauses[?(@.name=='giveVerdict')].german")
                        .value("Urteil geben"));

        // then
        as(Parties.SALES, get("/api/charter/draft/difference"))
                .andExpect(jsonPath("$.items[*].words")
                        .value(containsInAnyOrder(
                                "Judge, label: Give a verdict / Urteil geben becomes Judge / Urteil geben",
                                "Why we lost, label: Reasons why a lead is lost / Gründe, warum ein Lead verloren"
                                        + " ist becomes Why we lost / Gründe, warum ein Lead verloren ist")));
    }

    private ResultActions write(Consumer<ObjectNode> change) throws Exception {
        CharterVersion draft = versions.draft().orElseThrow();
        ObjectNode provisions = json.valueToTree(draft.provisions());
        change.accept(provisions);
        ObjectNode body = json.createObjectNode();
        body.put("edition", draft.edition());
        body.set("provisions", provisions);
        return as(
                Parties.OWNER,
                put("/api/charter/draft")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.toString()));
    }

    private static ObjectNode clause(ObjectNode provisions, String name) {
        for (JsonNode each : provisions.get("clauses")) {
            if (each.get("name").asText().equals(name)) {
                return (ObjectNode) each;
            }
        }
        throw new AssertionError("no clause " + name);
    }

    private ResultActions as(String login, MockHttpServletRequestBuilder call) throws Exception {
        cast.actingAsNobody();
        return mvc.perform(call.with(httpBasic(login, Cast.PASSWORD)));
    }
}
