package org.leadrelay.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.WhoMayWhat.Caller;
import org.leadrelay.access.WhoMayWhat.Row;
import org.leadrelay.access.WhoMayWhat.Whose;
import org.leadrelay.journal.Kind;
import org.leadrelay.redesign.ReleaseDriver;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.LogColumns;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.worklist.Desk;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Walks the operations that change something, does each, and looks for its line: in the stream of operations, or in
 * the lead's own. Every text that somebody may type holds a planted word, and none of them comes to the log.
 */
@ProductTest
@OwnDatabase
@Import(Desk.Furniture.class)
class ChangesOnRecordTest {

    /** Operations that leave a line in the log of the lead that they are about; tests of leads and tasks look at it. */
    private static final Map<String, Kind> ABOUT_A_LEAD = Map.ofEntries(
            Map.entry("POST /api/consent-cases/{id}/confirm", Kind.CONSENT),
            Map.entry("POST /api/consent-cases/{id}/dismiss", Kind.CONSENT),
            Map.entry("POST /api/duplicates/{id}/keep-apart", Kind.DUPLICATE),
            Map.entry("POST /api/duplicates/{id}/merge", Kind.MERGED),
            Map.entry("POST /api/leads", Kind.CAPTURED),
            Map.entry("PATCH /api/leads/{id}/facts", Kind.FACT_CORRECTED),
            Map.entry("POST /api/leads/{id}/signals", Kind.SIGNAL),
            Map.entry("POST /api/leads/{id}/consents", Kind.CONSENT),
            Map.entry("POST /api/leads/{id}/claims/{claim}/take", Kind.CLAIM_TAKEN),
            Map.entry("POST /api/leads/{id}/claims/{claim}/dismiss", Kind.CLAIM_DISMISSED),
            Map.entry("POST /api/leads/{id}/withdraw", Kind.WITHDRAWN),
            Map.entry("POST /api/leads/{id}/reopen", Kind.REOPENED),
            Map.entry("POST /api/leads/{id}/take-back", Kind.REOPENED),
            Map.entry("PUT /api/promises/{id}/reason", Kind.PROMISE_REASON),
            Map.entry("POST /api/tasks/{id}/comments", Kind.COMMENT),
            Map.entry("POST /api/tasks/{id}/claim", Kind.TASK_CLAIMED),
            Map.entry("POST /api/tasks/{id}/release", Kind.TASK_RELEASED),
            Map.entry("POST /api/tasks/{id}/reassign", Kind.TASK_ASSIGNED),
            Map.entry("POST /api/tasks/{id}/complete", Kind.TASK_COMPLETED),
            Map.entry("POST /api/tasks/{id}/ask", Kind.QUESTION),
            Map.entry("POST /api/tasks/claim", Kind.TASK_CLAIMED),
            Map.entry("POST /api/tasks/reassign", Kind.TASK_ASSIGNED),
            Map.entry("DELETE /api/leads/{id}/mail/undeliverable", Kind.MAIL_EVENT),
            Map.entry("POST /api/mail/events", Kind.MAIL_EVENT),
            Map.entry("POST /u/{token}", Kind.MAIL_EVENT),
            Map.entry("POST /c/{token}", Kind.SIGNAL),
            Map.entry("POST /intake/web-to-lead", Kind.CAPTURED));

    private static final String PLANTED = "Zzplanted";

    private static final Map<String, String> WITHOUT_A_LINE = Map.ofEntries(
            Map.entry("PUT /api/me/settings", "how somebody's own screens look"),
            Map.entry("PUT /api/me/notices", "how somebody is told"),
            Map.entry("POST /api/notices/read", "what somebody has read of their own notices"),
            Map.entry("POST /api/notices/{id}/read", "what somebody has read of their own notices"),
            Map.entry("POST /api/tasks/views", "somebody's own filters"),
            Map.entry("DELETE /api/tasks/views/{id}", "somebody's own filters"),
            Map.entry("PUT /api/tasks/{id}/draft", "an answer that is not given yet"),
            Map.entry("DELETE /api/tasks/{id}/draft", "an answer that is not given yet"),
            Map.entry("POST /api/tasks/{id}/undo", "an answer that was taken back before it was one"),
            Map.entry("POST /api/redesign/check", "models that are looked at, and not kept"),
            Map.entry(
                    "POST /api/nurture/texts/{track}/{step}/{language}/previews",
                    "a text that is tried, and not kept; the leads that it is shown for are told as read"),
            Map.entry(
                    "POST /api/imports/preview",
                    "a file that is looked at; it becomes an import, or goes with the next cleanup"));

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    LoginLog logins;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    People people;

    private final MatrixPeople everybody = new MatrixPeople();
    private final MatrixObjects objects = new MatrixObjects(everybody);
    private final Map<String, Row> rows = WhoMayWhat.read().rows().stream()
            .filter(each -> !each.method().equals("GET"))
            .collect(Collectors.toMap(Row::operation, row -> row, (one, other) -> one, LinkedHashMap::new));
    private final Set<String> done = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();
    private Map<Caller, RequestPostProcessor> callers = Map.of();

    @BeforeEach
    void aCompany() {
        database.empty();
        beans.autowireBean(everybody);
        beans.autowireBean(objects);
        callers = everybody.people();
    }

    @AfterEach
    void theFirstCharterAgain() {
        database.firstCharter();
        database.firstRelease();
        database.empty();
    }

    @Test
    void whatever_changes_something_leaves_a_line() throws Exception {
        // when
        people();
        access();
        agreement();
        releases();
        texts();
        intake();
        reps();
        operation();
        names();
        exports();
        wrongPasswords();

        // then
        assertThat(LogColumns.of(jdbc).with(PLANTED)).isEmpty();
        assertThat(LogColumns.of(jdbc).with(MatrixPeople.login(Caller.SALES_REP)))
                .as("people stand in lines by reference")
                .isEmpty();
        assertThat(jdbc.sql("select count(*) from committed_words where words ilike ?")
                        .param("%" + PLANTED + "%")
                        .query(Long.class)
                        .single())
                .as("words that were typed, and are told by commitment")
                .isGreaterThan(20);
        assertThat(wrong).isEmpty();
        Set<String> left = new TreeSet<>(rows.keySet());
        left.removeAll(done);
        left.removeAll(ABOUT_A_LEAD.keySet());
        left.removeAll(WITHOUT_A_LINE.keySet());
        assertThat(left)
                .as("operations that change something, of which this test knows no line")
                .isEmpty();
        assertThat(Stream.of(ABOUT_A_LEAD.keySet(), WITHOUT_A_LINE.keySet()).flatMap(Set::stream))
                .as("operations that this test names and the product has")
                .isSubsetOf(rows.keySet())
                .doesNotContainAnyElementsOf(done);
        assertThat(ABOUT_A_LEAD.values()).isSubsetOf(Kind.ofLeads());
    }

    private void people() throws Exception {
        String password = "{\"password\": \"Zzplanted-words-9\"}";
        does(
                "POST /api/admin/people",
                "{\"login\": \"mx-added\", \"displayName\": \"$words\", \"email\": \"$planted@firm.example\", \"roles\": [\"marketing\"],"
                        + " \"password\": \"some-other-words-9\"}",
                Kind.PERSON_ADDED);
        does(
                "PATCH /api/admin/people/{login}",
                "{\"displayName\": \"$words\", \"email\": \"$planted@firm.example\"}",
                Kind.PERSON_CHANGED);
        does("POST /api/admin/people/{login}/password", password, Kind.PASSWORD_RESET);
        does("POST /api/admin/people/{login}/deactivate", "{}", Kind.PERSON_DEACTIVATED);
        does("POST /api/admin/people/{login}/activate", "", Kind.PERSON_ACTIVATED);
        session(MatrixPeople.BYSTANDER);
        does("DELETE /api/admin/people/{login}/sessions", "", Kind.SESSION_ENDED);
        session(MatrixPeople.login(Caller.MARKETING));
        does("DELETE /api/me/sessions", "", Kind.SESSION_ENDED, Caller.MARKETING);
        does(
                "POST /api/me/password",
                "{\"oldPassword\": \"%s\", \"newPassword\": \"some-other-words-9\"}"
                        .formatted(org.leadrelay.testing.Cast.PASSWORD),
                Kind.PASSWORD_CHANGED,
                Caller.NO_ROLE);
    }

    private void access() throws Exception {
        does("POST /api/admin/teams", "{\"name\": \"$words\", \"members\": []}", Kind.TEAM_ADDED);
        does("PUT /api/admin/teams/{id}", "{\"name\": \"$words\", \"members\": [\"mx-bystander\"]}", Kind.TEAM_CHANGED);
        does("DELETE /api/admin/teams/{id}", "", Kind.TEAM_DISSOLVED);
        does(
                "POST /api/admin/keys",
                "{\"name\": \"$words\", \"origin\": \"$words\", \"source\": \"$words\", \"scopes\": [\"leads\"]}",
                Kind.KEY_ADDED);
        does("PUT /api/admin/keys/{id}/scopes", "{\"scopes\": [\"signals\"]}", Kind.KEY_SCOPED);
        does("DELETE /api/admin/keys/{id}", "", Kind.KEY_REVOKED);
        does(
                "PUT /api/admin/roles/{name}",
                "{\"label\": \"$words\", \"labelDe\": \"$words\", \"description\": \"$words\"}",
                Kind.ROLE_ADDED);
        does("PUT /api/admin/roles/{name}/permissions", "{\"permissions\": []}", Kind.ROLE_CHANGED);
        does("DELETE /api/admin/roles/{name}", "", Kind.ROLE_REMOVED);
        does("DELETE /api/admin/login-blocks/{id}", "", Kind.LOGIN_BLOCK_LIFTED);
    }

    private void agreement() throws Exception {
        ObjectNode calendar = read("/api/calendars/default");
        calendar.remove("version");
        calendar.put("name", PLANTED);
        ObjectNode form = json.createObjectNode();
        for (String field : List.of("name", "zone", "country", "regions", "week", "special")) {
            if (calendar.has(field)) {
                form.set(field, calendar.get(field));
            }
        }
        does("PUT /api/calendars/{id}", form.toString(), Kind.CALENDAR_CHANGED, Caller.PROCESS_OWNER, "id", "matrix");
        String matrix = "{\"calendar\": \"matrix\"}";
        does("PUT /api/calendar-of/teams/{team}", matrix, Kind.CALENDAR_GIVEN);
        does("DELETE /api/calendar-of/teams/{team}", "", Kind.CALENDAR_TAKEN);
        does("PUT /api/calendar-of/reps/{login}", matrix, Kind.CALENDAR_GIVEN);
        does("DELETE /api/calendar-of/reps/{login}", "", Kind.CALENDAR_TAKEN);
        does("PUT /api/mandates/{mandate}", "{\"holder\": \"mx-marketing\"}", Kind.MANDATE_GIVEN, Caller.ADMINISTRATOR);
        does("POST /api/charter/draft", "", Kind.CHARTER_DRAFTED);
        ObjectNode draft = read("/api/charter/draft");
        for (JsonNode clause : draft.get("provisions").get("clauses")) {
            if (clause.get("name").asText().equals("answerHandOff")) {
                ((ObjectNode) clause).put("normal", "PT1H30M");
            }
        }
        for (String words : List.of("name", "idealProfile")) {
            ((ObjectNode) draft.get("provisions")).put(words, PLANTED);
        }
        ObjectNode body = json.createObjectNode();
        body.set("edition", draft.get("edition"));
        body.set("provisions", draft.get("provisions"));
        does("PUT /api/charter/draft", body.toString(), Kind.CHARTER_EDITED);
        does("POST /api/charter/draft/proposal", edition(), Kind.CHARTER_PROPOSED);
        JsonNode proposed = read("/api/charter/draft");
        String version = proposed.get("version").asText();
        does(
                "POST /api/charter/versions/{version}/signatures",
                "{\"mandate\": \"head-of-marketing\", \"contentHash\": \"%s\", \"recompute\": false}"
                        .formatted(proposed.get("contentHash").asText()),
                Kind.CHARTER_SIGNED,
                Caller.MARKETING,
                "version",
                version);
        does(
                "POST /api/charter/versions/{version}/withdrawal",
                "",
                Kind.CHARTER_WITHDRAWN,
                Caller.PROCESS_OWNER,
                "version",
                version);
        String edition = read("/api/charter/draft").get("edition").asText();
        does("DELETE /api/charter/draft", "?edition=" + edition, Kind.CHARTER_DISCARDED);
    }

    private void releases() throws Exception {
        does("POST /api/releases", "{}", Kind.RELEASE_BEGUN, Caller.PROCESS_OWNER);
        String number = jdbc.sql("select number from release where state = 'draft'")
                .query(String.class)
                .single();
        does("POST /api/releases/draft/files", "model", Kind.RELEASE_UPLOADED, Caller.PROCESS_OWNER);
        does(
                "DELETE /api/releases/draft/files/{file}",
                "?edition=" + draftEdition(),
                Kind.RELEASE_FILE_REVERTED,
                Caller.PROCESS_OWNER,
                "file",
                "nurture-track");
        jdbc.sql("update release set base = null where number = ?")
                .param(Integer.valueOf(number))
                .update();
        String edition = "{\"edition\": %s, \"title\": \"Zzplanted\"}";
        does(
                "POST /api/releases/draft/base",
                edition.formatted(draftEdition()),
                Kind.RELEASE_REBASED,
                Caller.PROCESS_OWNER);
        mvc.perform(request(rows.get("POST /api/releases/draft/files"), "model", Map.of())
                .with(callers.get(Caller.PROCESS_OWNER)));
        release("seal", edition.formatted(draftEdition()), Kind.RELEASE_SEALED, Caller.PROCESS_OWNER, number);
        release("rejection", "{\"why\": \"$words\"}", Kind.RELEASE_REJECTED, Caller.ADMINISTRATOR, number);
        jdbc.sql("update release set state = 'sealed', needs_charter = true where number = ?")
                .param(Integer.valueOf(number))
                .update();
        release("charter", "", Kind.RELEASE_PAIRED, Caller.PROCESS_OWNER, number);
        jdbc.sql("update release set needs_charter = false, charter_version = null where number = ?")
                .param(Integer.valueOf(number))
                .update();
        String approval = "{\"contentHash\": \"%s\"}"
                .formatted(read("/api/releases/" + number).get("contentHash").asText());
        release("approval", approval, Kind.RELEASE_APPROVED, Caller.ADMINISTRATOR, number);
        release("roll-back", "{\"why\": \"$words\"}", Kind.RELEASE_ROLL_BACK_ASKED, Caller.PROCESS_OWNER, "1");
        String back =
                jdbc.sql("select max(number) from release").query(String.class).single();
        release("withdrawal", "{\"why\": \"$words\"}", Kind.RELEASE_WITHDRAWN, Caller.PROCESS_OWNER, back);
    }

    private void release(String what, String sends, Kind leaves, Caller caller, String number) throws Exception {
        does("POST /api/releases/{number}/" + what, sends, leaves, caller, "number", number);
    }

    private void texts() throws Exception {
        String content = "{\"edition\": %d, \"subject\": \"Zzplanted %s\", \"body\": \"Zzplanted\"}";
        text("PUT", "", content.formatted(0, "one"), Kind.TEXT_WRITTEN);
        text("POST", "/proposal", "{\"edition\": 1}", Kind.TEXT_PROPOSED);
        writtenByAnother();
        text("POST", "/return", "{\"edition\": 2, \"words\": \"$words\"}", Kind.TEXT_RETURNED);
        text("DELETE", "/draft", "?edition=3", Kind.TEXT_DISCARDED);
        text("POST", "/restoration", "{\"edition\": 4, \"version\": 0}", Kind.TEXT_WRITTEN);
        text("PUT", "", content.formatted(5, "two"), Kind.TEXT_WRITTEN);
        text("POST", "/proposal", "{\"edition\": 6}", Kind.TEXT_PROPOSED);
        writtenByAnother();
        text("POST", "/approval", "{\"edition\": 7, \"words\": \"$words\"}", Kind.TEXT_APPROVED);
        jdbc.sql("update person set email = 'matrix@demo.example' where login = ?")
                .param(MatrixPeople.login(Caller.MARKETING))
                .update();
        text("POST", "/test", "{\"subject\": \"$words\", \"body\": \"$words\"}", Kind.TEXT_TESTED);
    }

    private void text(String method, String what, String sends, Kind leaves) throws Exception {
        does(
                method + " /api/nurture/texts/{track}/{step}/{language}" + what,
                sends,
                leaves,
                Caller.MARKETING,
                "track",
                "awareness",
                "step",
                "1",
                "language",
                "en");
    }

    /** Nobody approves or returns what they wrote. */
    private void writtenByAnother() {
        jdbc.sql("update nurture_text_version set authors = array['somebody']").update();
    }

    private String draftEdition() {
        return jdbc.sql("select edition from release where state = 'draft'")
                .query(String.class)
                .single();
    }

    private String edition() throws Exception {
        return "{\"edition\": %s}".formatted(read("/api/charter/draft").get("edition"));
    }

    private void intake() throws Exception {
        does(
                "PUT /api/costs",
                "{\"entries\": [{\"source\": \"other\", \"month\": \"2026-01\", \"amount\": 12}]}",
                Kind.COST_ENTERED);
        does(
                "PUT /api/intake/facts/{name}",
                "{\"type\": \"LISTED\", \"label\": \"$words\", \"labelDe\": \"$words\", \"values\": [\"$words\"]}",
                Kind.FACT_DEFINED);
        does(
                "PUT /api/intake/declarations/{scope}/{name}",
                "{\"mail\": true, \"basis\": \"$words\", \"wording\": \"$words\"}",
                Kind.BASIS_DECLARED);
        does("DELETE /api/intake/declarations/{scope}/{name}", "", Kind.BASIS_WITHDRAWN);
        String prefix = "https://zzplanted.example/thanks";
        does("POST /api/intake/return-addresses", "{\"prefix\": \"" + prefix + "\"}", Kind.RETURN_ADDRESS_ALLOWED);
        does("DELETE /api/intake/return-addresses", "?prefix=" + prefix, Kind.RETURN_ADDRESS_FORBIDDEN);
        does(
                "PUT /api/mappings/{name}",
                "{\"origin\": \"$words\", \"columns\": [{\"column\": \"$words\", \"target\": \"email\"}]}",
                Kind.MAPPING_SAVED);
        does("DELETE /api/mappings/{name}", "", Kind.MAPPING_DELETED);
        does("POST /api/imports", "file", Kind.IMPORT_STARTED);
        does("POST /api/imports/{id}/start", "{\"origin\": \"$words\", \"source\": \"$words\"}", Kind.IMPORT_STARTED);
        String running = jdbc.sql("select id from import_job where state = 'queued' limit 1")
                .query(String.class)
                .single();
        does("POST /api/imports/{id}/cancel", "", Kind.IMPORT_CANCELLED, Caller.MARKETING, "id", running);
        does("POST /api/imports/{id}/undo", "", Kind.IMPORT_UNDO_ASKED);
    }

    private void reps() throws Exception {
        does("PUT /api/team/skills/{id}", "{\"english\": \"$words\", \"german\": \"$words\"}", Kind.SKILL_DEFINED);
        does("PUT /api/team/reps/{login}", "{\"capacity\": 7}", Kind.REP_LIMITED);
        does("PUT /api/team/reps/{login}/skills", "{\"skills\": [\"matrix\"]}", Kind.REP_SKILLED);
        jdbc.sql("delete from rep_skill").update();
        does("DELETE /api/team/skills/{id}", "", Kind.SKILL_REMOVED);
        does("POST /api/team/reps/{login}/absences", "{}", Kind.REP_AWAY);
        does("DELETE /api/team/reps/{login}/absences", "", Kind.REP_BACK);
        does("DELETE /api/team/reps/{login}/absences/{id}", "", Kind.ABSENCE_CANCELLED);
    }

    private void operation() throws Exception {
        does("POST /api/admin/outbox/{id}/again", "", Kind.MAIL_RETRIED);
        does("DELETE /api/admin/outbox/{id}", "", Kind.MAIL_DROPPED);
        does("POST /api/admin/ledger/rebuild", "", Kind.LEDGER_REBUILT);
        does("POST /api/admin/worklist/rebuild", "", Kind.INBOX_REBUILT);
        does("POST /api/admin/boards/rebuild", "", Kind.BOARD_REBUILD_ASKED);
        does("POST /api/process/failed-jobs/{id}/retry", "", Kind.JOB_RETRIED);
        does("POST /api/process/failed-jobs/{id}/postpone", "{\"until\": \"$soon\"}", Kind.JOB_POSTPONED);
        objects.object("failed job", Caller.ADMINISTRATOR, Whose.FOREIGN);
        does("POST /api/process/failed-jobs/retry", "{}", Kind.JOB_RETRIED);
        objects.object("failed job", Caller.ADMINISTRATOR, Whose.FOREIGN);
        does("POST /api/process/failed-jobs/postpone", "{\"until\": \"$soon\"}", Kind.JOB_POSTPONED);
        does("POST /api/audit/verifications", "{\"scope\": \"all\"}", Kind.VERIFICATION_ASKED);
        does("POST /api/audit/verifications/{id}/cancel", "", Kind.VERIFICATION_ENDED);
    }

    /** What is found by nothing but the name that somebody gave it. */
    private void names() throws Exception {
        String source = "Zzplanted%20source";
        String declaration = "{\"mail\": true, \"basis\": \"$words\"}";
        for (String scope : List.of("source", "origin")) {
            for (String each : List.of("PUT", "DELETE")) {
                does(
                        each + " /api/intake/declarations/{scope}/{name}",
                        each.equals("PUT") ? declaration : "",
                        each.equals("PUT") ? Kind.BASIS_DECLARED : Kind.BASIS_WITHDRAWN,
                        Caller.ADMINISTRATOR,
                        "scope",
                        scope,
                        "name",
                        source);
            }
        }
        String mapping = "{\"columns\": [{\"column\": \"$words\", \"target\": \"email\"}]}";
        does("PUT /api/mappings/{name}", mapping, Kind.MAPPING_SAVED, Caller.ADMINISTRATOR, "name", source);
        does("DELETE /api/mappings/{name}", "", Kind.MAPPING_DELETED, Caller.ADMINISTRATOR, "name", source);
        does(
                "PUT /api/intake/facts/{name}",
                "{\"type\": \"LISTED\", \"label\": \"Source\", \"values\": [\"Zzplanted campaign\"]}",
                Kind.FACT_DEFINED,
                Caller.ADMINISTRATOR,
                "name",
                "source");
        does(
                "PUT /api/costs",
                "{\"entries\": [{\"source\": \"Zzplanted campaign\", \"month\": \"2026-02\", \"amount\": 12}]}",
                Kind.COST_ENTERED);
        keyThatActs();
    }

    /** A key's name was typed, and the key stands in every line of what it does. */
    private void keyThatActs() throws Exception {
        String made = mvc.perform(MockMvcRequestBuilders.post("/api/admin/keys")
                        .with(callers.get(Caller.ADMINISTRATOR))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"Zzplanted's laptop\", \"scopes\": [\"leads\"]}"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String secret = json.readTree(made).get("secret").asText();
        String id = json.readTree(made).get("key").get("id").asText();
        mvc.perform(
                MockMvcRequestBuilders.post("/api/leads")
                        .header("Authorization", "Bearer " + secret)
                        .header("Idempotency-Key", PLANTED + "-1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                "{\"lastName\": \"Zzplanted\", \"company\": \"Zzplanted\", \"email\": \"zzplanted@firm.example\"}"));
        assertThat(jdbc.sql("select count(*) from journey_log where person = ?")
                        .param("key:" + id)
                        .query(Long.class)
                        .single())
                .isPositive();
        String found = mvc.perform(get("/api/audit/lines?kind=captured&person={name}", "key:Zzplanted's laptop")
                        .with(callers.get(Caller.ADMINISTRATOR)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(json.readTree(found).get("items").get(0).get("person").asText())
                .isEqualTo("key:" + id);
        assertThat(people.displayName("key:" + id)).isEqualTo("key:Zzplanted's laptop");
    }

    private void exports() throws Exception {
        for (String query : List.of("q", "source", "step", "end", "priority", "owner")) {
            assertThat(mvc.perform(get("/api/leads.csv?" + query + "=" + PLANTED)
                                    .with(callers.get(Caller.SALES_MANAGER)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(200);
        }
        for (String query : List.of("source", "rep", "clause", "team")) {
            mvc.perform(get("/api/promises.csv?" + query + "=" + PLANTED).with(callers.get(Caller.SALES_MANAGER)));
        }
        mvc.perform(get("/api/leads?q=" + PLANTED).with(callers.get(Caller.SALES_MANAGER)));
        mvc.perform(get("/api/tasks?text=" + PLANTED).with(callers.get(Caller.SALES_MANAGER)));
        mvc.perform(MockMvcRequestBuilders.post("/api/tasks/views")
                .with(callers.get(Caller.SALES_MANAGER))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"name\": \"Zzplanted\", \"query\": {\"text\": \"Zzplanted\"}}"));
    }

    /** A password in the place of the login, as it happens. */
    private void wrongPasswords() throws Exception {
        mvc.perform(get("/api/me").with(httpBasic("zzplanted", "Zzplanted-1")));
        mvc.perform(get("/api/me").with(httpBasic(MatrixPeople.BYSTANDER, "Zzplanted-1")));
        clock.advance(Duration.ofMinutes(2));
        transactions.executeWithoutResult(status -> logins.failed());
    }

    private void does(String operation, String sends, Kind leaves) throws Exception {
        Row row = rows.get(operation);
        Caller caller = Stream.of(
                        Caller.ADMINISTRATOR,
                        Caller.SALES_MANAGER,
                        Caller.PROCESS_OWNER,
                        Caller.MARKETING,
                        Caller.SALES_REP)
                .filter(each -> row.may().get(each) != WhoMayWhat.May.NO)
                .findFirst()
                .orElseThrow();
        does(operation, sends, leaves, caller);
    }

    private void does(String operation, String sends, Kind leaves, Caller caller, String... values) throws Exception {
        // given
        Row row = rows.get(operation);
        Map<String, String> object = new LinkedHashMap<>(Map.of(
                "version", "1", "mandate", "head-of-marketing", "scope", "source", "name", "matrix", "id", "matrix"));
        Stream.of(Whose.FOREIGN, Whose.TEAM, Whose.OWN)
                .filter(each -> row.may().get(caller).allows(each))
                .flatMap(each -> objects.object(row.object(), caller, each).stream())
                .findFirst()
                .ifPresent(object::putAll);
        String unique = UUID.randomUUID().toString();
        object.put("words", PLANTED + " " + unique);
        object.put("planted", PLANTED + unique);
        object.put("soon", clock.instant().plus(Duration.ofHours(1)).toString());
        for (int i = 0; i < values.length; i += 2) {
            object.put(values[i], values[i + 1]);
        }
        long before = lines(leaves);

        // when
        MockHttpServletResponse answer = mvc.perform(request(row, sends, object).with(callers.get(caller)))
                .andReturn()
                .getResponse();

        // then
        if (answer.getStatus() >= 300) {
            wrong.add("%s: %d %s".formatted(operation, answer.getStatus(), answer.getContentAsString()));
        } else if (lines(leaves) == before) {
            wrong.add("%s left no line '%s'".formatted(operation, leaves.code()));
        }
        done.add(operation);
    }

    private long lines(Kind kind) {
        return jdbc.sql("select count(*) from journey_log where kind = ?")
                .param(kind.code())
                .query(Long.class)
                .single();
    }

    private static MockHttpServletRequestBuilder request(Row row, String sends, Map<String, String> object) {
        String path = row.path();
        String body = sends;
        for (Map.Entry<String, String> each : object.entrySet()) {
            path = path.replace("{" + each.getKey() + "}", each.getValue());
            body = body.replace("$" + each.getKey(), each.getValue());
        }
        if (sends.equals("file")) {
            byte[] file = "email,Remark\nx@firm.example,Zzplanted\n".getBytes(UTF_8);
            return multipart(URI.create(path))
                    .file(new MockMultipartFile("file", "leads of Zzplanted.csv", "text/csv", file))
                    .param("origin", PLANTED + " origin")
                    .param("source", PLANTED + " source");
        }
        if (sends.equals("model")) {
            byte[] table = new String(ReleaseDriver.shipped(each -> each).get("nurture-track.dmn"), UTF_8)
                    .replace("</description>", ", differently</description>")
                    .getBytes(UTF_8);
            return multipart(URI.create(path))
                    .file(new MockMultipartFile("files", "nurture-track Zzplanted.dmn", "text/xml", table));
        }
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(
                HttpMethod.valueOf(row.method()), URI.create(body.startsWith("?") ? path + body : path));
        return body.isEmpty() || body.startsWith("?")
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private ObjectNode read(String path) throws Exception {
        return (ObjectNode) json.readTree(
                mvc.perform(get(path).with(httpBasic("administrator", ProductTest.ADMINISTRATOR_PASSWORD)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private void session(String login) {
        jdbc.sql("""
            insert into person_session (id, login, started_at, last_seen_at, node, address, browser)
            values (?, ?, now(), now(), 'elsewhere', '', '')
            """).params(UUID.randomUUID(), login).update();
    }
}
