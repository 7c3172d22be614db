package org.leadrelay.audit.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.CommittedText;
import org.leadrelay.journal.Entry;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionOperations;

/** What an auditor finds in the log, and how. */
@ProductTest
@OwnDatabase
class LineSearchTest {

    private static final Entry.Place CONTACT =
            new Entry.Place("lead-follow-up", 1, "Activity_MakeContact", "Make contact", null);

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    @Autowired
    JourneyLog log;

    @Autowired
    OperationLog operations;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    SettableClock clock;

    @Autowired
    LineAuthors authors;

    private final UUID lead = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID promise = UUID.randomUUID();

    @BeforeEach
    void aLog() {
        database.empty();
        cast.person("watcher", Roles.AUDITOR);
        cast.person("ada", Roles.SALES_REP);
        write("system", lead, Kind.CAPTURED, null, Map.of("by", "API"));
        write("system", lead, Kind.ENTERED, CONTACT, Map.of());
        write("system", lead, Kind.PROMISE_OPENED, CONTACT, Map.of("promise", promise.toString(), "clause", "contact"));
        clock.advance(Duration.ofDays(2));
        write("ada", lead, Kind.TASK_COMPLETED, CONTACT, Map.of("outcome", "reject", "rejectionReason", "noNeed"));
        write("system", lead, Kind.PROMISE_KEPT, CONTACT, Map.of("promise", promise.toString(), "clause", "contact"));
        clock.advance(Duration.ofSeconds(1));
        write(
                "ada",
                other,
                Kind.PROMISE_REASON,
                null,
                Map.of("reason", "noNeed", "promise", UUID.randomUUID().toString()));
    }

    private void write(String login, UUID stream, Kind kind, Entry.Place place, Map<String, ?> details) {
        if (!login.equals("system")) {
            cast.actingAs(login);
        }
        transactions.executeWithoutResult(status -> log.add(new Entry(stream, kind, place, details)));
        cast.actingAsNobody();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                         | promise-reason promise-kept task-completed"
                        + " promise-opened captured",
                "kind=promise-kept                          | promise-kept",
                "person=ada                                 | promise-reason task-completed",
                "person=ada&kind=task-completed             | task-completed",
                "element=Activity_MakeContact               | promise-kept task-completed promise-opened",
                "model=lead-follow-up&version=1             | promise-kept task-completed promise-opened",
                "model=lead-follow-up&version=2             | ''",
                "reason=noNeed                              | promise-reason task-completed",
                "reason=noNeed&kind=promise-reason          | promise-reason",
                "promise=$promise                           | promise-kept promise-opened",
                "from=2026-03-03                            | promise-reason promise-kept task-completed",
                "to=2026-03-02                              | promise-opened captured",
                "from=2026-03-02T10:00:00Z&to=2026-03-05    | promise-reason promise-kept task-completed",
                "lead=$lead                                 | promise-kept task-completed promise-opened entered"
                        + " captured",
                "lead=$lead&kind=entered                    | entered",
            })
    void a_search_finds_the_newest_lines_first(String query, String kinds) throws Exception {
        // when
        JsonNode found = answer(query);

        // then
        assertThat(found.get("items").findValuesAsText("kind"))
                .isEqualTo(List.of(kinds.split("\\s+")).stream()
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    @Test
    void a_line_is_told_as_it_was_sealed_and_in_words() throws Exception {
        search("kind=task-completed")
                .andExpect(jsonPath("$.items[0].stream", is(lead.toString())))
                .andExpect(jsonPath("$.items[0].seq", is(4)))
                .andExpect(jsonPath("$.items[0].person", is("ada")))
                .andExpect(jsonPath("$.items[0].element", is("Activity_MakeContact")))
                .andExpect(jsonPath("$.items[0].raw", is("{\"outcome\":\"reject\",\"rejectionReason\":\"noNeed\"}")))
                .andExpect(jsonPath("$.items[0].hash", is(hash(4))))
                .andExpect(jsonPath("$.items[0].previousHash", is(hash(3))))
                .andExpect(jsonPath("$.items[0].sentence", containsString("No need that we serve")));
    }

    private String hash(long seq) {
        return jdbc.sql("select encode(hash, 'hex') from journey_log where lead_id = ? and seq = ?")
                .params(lead, seq)
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({"'', 5", "lead=$lead, 5"})
    void pages_hold_every_line_once_also_those_of_the_same_moment(String query, int lines) throws Exception {
        // given
        List<String> seen = new ArrayList<>();
        String next = null;

        // when
        do {
            JsonNode page = answer(query + "&size=2" + (next == null ? "" : "&after=" + next));
            page.get("items").forEach(each -> seen.add(each.get("stream").asText() + each.get("seq")));
            next = page.get("next").isNull() ? null : page.get("next").asText();
        } while (next != null);

        // then
        assertThat(seen).hasSize(lines).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind=broken          | kind",
                "kind=entered         | kind",
                "reason=no%25need     | reason",
                "from=yesterday       | from",
                "from=2026-03-03&to=2026-03-01 | from",
                "version=1            | version",
                "version=one          | version",
                "promise=1            | promise",
                "size=0               | size",
                "size=501             | size",
                "after=1              | after",
                "name=Salma           | name",
            })
    void what_makes_no_sense_is_refused_by_its_name(String query, String field) throws Exception {
        search(query).andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.field", is(field)));
    }

    @Test
    void words_are_said_and_found_as_long_as_they_are_kept() throws Exception {
        // given
        String name = "Leads of Grace " + lead;
        transactions.executeWithoutResult(status -> operations.add(
                StreamKind.INTAKE,
                Kind.MAPPING_DELETED,
                new CommittedText(name),
                LineDetails.of("words", new CommittedText("as Grace said")).map()));

        // then
        operation(name)
                .andExpect(jsonPath("$.items[0].about", is(name)))
                .andExpect(jsonPath("$.items[0].subject", startsWith("hmac-sha256:")))
                .andExpect(jsonPath("$.items[0].raw", not(containsString("Grace"))))
                .andExpect(jsonPath("$.items[0].sentence", containsString("(" + name + "): words as Grace said")));
        String commitment = jdbc.sql("select commitment from committed_words where words = ?")
                .param(name)
                .query(String.class)
                .single();

        // when
        jdbc.sql("delete from committed_words where words = ?").param(name).update();

        // then
        operation(name).andExpect(jsonPath("$.items", hasSize(0)));
        operation(commitment)
                .andExpect(jsonPath(
                        "$.items[0].sentence",
                        containsString("(words that were erased, " + commitment.substring(12, 20) + ")")));
    }

    private ResultActions operation(String subject) throws Exception {
        return http.perform(get("/api/audit/operations?kind=mapping-deleted&subject={subject}", subject)
                .with(httpBasic("watcher", Cast.PASSWORD)));
    }

    @Test
    void what_is_no_leads_is_found_among_operations_and_who_read_a_lead_among_readings() throws Exception {
        // given
        transactions.executeWithoutResult(
                status -> operations.add(StreamKind.ACCESS, Kind.PERSON_ADDED, "ada", Map.of()));
        search("lead=" + lead).andExpect(status().isOk());

        // then
        http.perform(get("/api/audit/operations?kind=person-added&subject=ada")
                        .with(httpBasic("watcher", Cast.PASSWORD)))
                .andExpect(jsonPath("$.items[0].kind", is("person-added")))
                .andExpect(jsonPath("$.items[0].subject", is("ada")));
        http.perform(get("/api/audit/readings?lead=" + lead).with(httpBasic("watcher", Cast.PASSWORD)))
                .andExpect(jsonPath("$.items[0].kind", is("read-journey")))
                .andExpect(jsonPath("$.items[0].person", is("watcher")));
        http.perform(get("/api/audit/readings?lead=" + UUID.randomUUID()).with(httpBasic("watcher", Cast.PASSWORD)))
                .andExpect(jsonPath("$.items", hasSize(0)));
        http.perform(get("/api/audit/operations?subjekt=ada").with(httpBasic("watcher", Cast.PASSWORD)))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void a_line_that_somebody_changed_to_nonsense_is_still_shown() throws Exception {
        // given
        database.tamper("update journey_log set details = 'gone' where seq = 4 and lead_id = '" + lead + "'");

        // then
        search("kind=task-completed").andExpect(jsonPath("$.items[0].raw", is("gone")));
    }

    @Test
    void each_search_over_all_leads_is_answered_by_an_index_of_its_own() {
        // given
        UUID busy = UUID.randomUUID();
        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < 300; i++) {
                log.add(
                        busy,
                        Kind.PROMISE_OPENED,
                        Map.of("promise", UUID.randomUUID().toString(), "clause", "contact"));
            }
        });
        database.superuser().sql("analyze journey_log").update();

        // then
        assertThat(plan(asking(null, null, null, null, null))).contains("journey_log_by_time");
        assertThat(plan(asking("promise-kept", null, null, null, null))).contains("journey_log_by_kind");
        assertThat(plan(asking(null, "ada", null, null, null)))
                .contains("journey_log_by_person ", "journey_log_by_person_ref ");
        assertThat(plan(asking(null, null, "Activity_MakeContact", null, null))).contains("journey_log_by_place");
        assertThat(unordered(asking(null, null, null, promise, null))).contains("journey_log_by_promise");
        assertThat(plan(asking(null, null, null, null, "noNeed"))).contains("journey_log_by_reason");
    }

    private static LineQuery asking(String kind, String person, String element, UUID promise, String reason) {
        return new LineQuery(kind, person, element, null, null, null, promise, reason, null, null, null, null);
    }

    /** Of so few lines the database would rather read all. */
    private String plan(LineQuery asked) {
        LineConditions conditions = conditions(asked);
        return plan(conditions, conditions.page());
    }

    /** What is so rare that it is sorted afterwards. */
    private String unordered(LineQuery asked) {
        LineConditions conditions = conditions(asked);
        return plan(
                conditions,
                "select * from journey_log where " + conditions.either().get(0));
    }

    private LineConditions conditions(LineQuery asked) {
        return LineConditions.of(asked, authors, ZoneOffset.UTC);
    }

    private String plan(LineConditions conditions, String sql) {
        return transactions.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            jdbc.sql("set local enable_sort = off").update();
            return String.join(
                    "\n",
                    jdbc.sql("explain " + sql)
                            .params(conditions.parameters())
                            .param("limit", 50)
                            .query(String.class)
                            .list());
        });
    }

    private JsonNode answer(String query) throws Exception {
        return json.readTree(search(query)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private ResultActions search(String query) throws Exception {
        String asked = query.replace("$lead", lead.toString()).replace("$promise", promise.toString());
        return http.perform(get("/api/audit/lines?" + asked).with(httpBasic("watcher", Cast.PASSWORD)));
    }
}
