package org.leadrelay.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.Roles;
import org.leadrelay.lead.Channel;
import org.leadrelay.lead.LeadCards;
import org.leadrelay.lead.LeadFacts;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What a file leaves open is asked at once, and the import runs with the answers only. */
@ProductTest
class ImportQuestionsTest {

    private static final RequestPostProcessor MARA = httpBasic("mara", Cast.PASSWORD);

    private final String origin = UUID.randomUUID().toString();

    @Autowired
    MockMvc mvc;

    @Autowired
    Cast cast;

    @Autowired
    ObjectMapper json;

    @Autowired
    ImportRunner runner;

    @Autowired
    Mappings mappings;

    @Autowired
    LeadCards cards;

    @Autowired
    LeadFacts facts;

    @Autowired
    CurrentPerson person;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @BeforeEach
    void marketing() {
        cast.person("mara", Roles.MARKETING);
        cast.actingAs("mara");
    }

    @Test
    void a_file_that_identifies_nobody_is_answered_at_once_with_the_column_that_could() throws Exception {
        // when
        ResultActions answer = send(nobodyKnows(40));

        // then
        answer.andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.questions[0].code").value("identity"))
                .andExpect(jsonPath("$.questions[0].proposal").value("mql_uuid"))
                .andExpect(jsonPath("$.remedy", containsString("/start")));
        assertThat(leads()).isZero();
    }

    @Test
    void one_call_takes_the_proposals_and_every_row_gets_its_own_moment() throws Exception {
        // when
        send(nobodyKnows(40), "confirm", "proposed").andExpect(status().isAccepted());
        runner.runAll();

        // then
        assertThat(leads()).isEqualTo(40);
        assertThat(moments()).first().isEqualTo(Instant.parse("2018-01-01T00:00:00Z"));
        assertThat(moments()).last().isEqualTo(Instant.parse("2018-02-09T00:00:00Z"));
    }

    @Test
    void the_draft_of_a_refused_import_starts_with_the_answer() throws Exception {
        // given
        String draft = draft(send(nobodyKnows(3)));

        // when
        start(draft, """
            {"columns": {"columns": [{"column": "mql_uuid", "target": "externalId"}]},
             "dateOrder": "month"}
            """).andExpect(status().isAccepted());
        runner.runAll();

        // then
        assertThat(leads()).isEqualTo(3);
    }

    @Test
    void addresses_under_a_name_that_nobody_knows_are_proposed_as_addresses() throws Exception {
        send("Kanal Eins;Wohin\na@b.example;x\nc@d.example;y\n")
                .andExpect(jsonPath("$.questions[0].choices[0].mapped.target").value("email"));
    }

    @Test
    void ids_are_found_by_their_values_and_not_among_values_that_come_twice() throws Exception {
        send("Schluessel,Gruppe\nK-001,7a\nK-002,7a\nK-003,7b\n")
                .andExpect(jsonPath("$.questions[0].proposal").value("Schluessel"))
                .andExpect(jsonPath("$.questions[0].choices.length()").value(1));
    }

    @Test
    void without_any_column_that_could_identify_no_confirmation_helps() throws Exception {
        send("Farbe,Laune\nrot,gut\nrot,gut\n", "confirm", "proposed")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("identifies anybody")));
    }

    @Test
    void a_known_column_of_addresses_that_holds_none_is_not_run_into_refusals() throws Exception {
        send("Email,Name\n" + "not given,Somebody\n".repeat(30))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.questions[0].code").value("identity"));
        assertThat(leads()).isZero();
    }

    @Test
    void a_column_that_sounds_like_opting_out_is_never_passed_over() throws Exception {
        // given
        String file = "ID,Email,Suppressed by legal\n1,one@x.example,yes\n2,two@x.example,no\n";

        // when
        ResultActions answer = send(file, "confirm", "proposed");

        // then
        answer.andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("Suppressed by legal"))
                .andExpect(jsonPath("$.questions[0].code").value("optOut"))
                .andExpect(jsonPath("$.questions[0].choices[*].value", hasItem("doNotContact")));

        // when
        start(draft(answer), """
            {"columns": {"columns": [
                {"column": "Suppressed by legal", "target": "doNotContact"}],
             "declaration": {"mail": true, "call": true, "basis": "enquiry"}}}
            """).andExpect(status().isAccepted());
        runner.runAll();

        // then
        assertThat(cards.card(lead("1")).permitted()).isEmpty();
        assertThat(cards.card(lead("2")).permitted()).contains(Channel.MAIL);
    }

    @Test
    void a_column_that_only_sounds_like_it_is_kept_when_somebody_says_so() throws Exception {
        send(
                        "ID,Suppressed by legal\n1,yes\n",
                        "columns",
                        "[{\"column\": \"Suppressed by legal\", \"target\": \"attribute\"}]")
                .andExpect(status().isAccepted());
    }

    @Test
    void numbers_that_could_be_both_are_asked_about_and_read_as_answered() throws Exception {
        // given
        String file = "ID|Company Size\n1|1.500\n2|2.750\n";

        // then
        send(file, "confirm", "proposed")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.questions[0].code").value("decimal"))
                .andExpect(jsonPath("$.questions[0].proposal").doesNotExist());

        // when
        send(file, "decimal", "comma").andExpect(status().isAccepted());
        runner.runAll();

        // then
        assertThat(facts.ruleFacts(lead("1"))).containsEntry("companySize", 1500L);
    }

    @Test
    void the_order_of_day_and_month_is_asked_only_where_no_cell_decides() throws Exception {
        send("ID,Created\n1,2/1/2018\n2,3/1/2018\n")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.questions[0].code").value("dateOrder"));
        send("ID,Created\n1,2/1/2018\n2,31/1/2018\n").andExpect(status().isAccepted());
        runner.runAll();
        assertThat(moments()).first().isEqualTo(Instant.parse("2018-01-02T00:00:00Z"));
    }

    @Test
    void a_consent_has_the_moment_of_the_column_beside_it() throws Exception {
        // when
        send("ID,Email,Email Opt In,Email Opt In Date\n1,a-" + origin + "@x.example,yes,2026-01-31\n")
                .andExpect(status().isAccepted());
        runner.runAll();

        // then
        assertThat(jdbc.sql("select at from lead_consent where lead_id = ? and" + " lower(channel) = 'mail'")
                        .param(lead("1"))
                        .query(Timestamp.class)
                        .list())
                .extracting(Timestamp::toInstant)
                .containsExactly(Instant.parse("2026-01-31T00:00:00Z"));
    }

    @Test
    void of_several_columns_about_mail_one_objection_holds() throws Exception {
        send("ID,Email,News A,News B\n1,b-" + origin + "@x.example,no,yes\n", "columns", """
            {"columns": [{"column": "News A", "target": "doNotEmail"},
                         {"column": "News B", "target": "doNotEmail"}],
             "declaration": {"mail": true, "call": false, "basis": "enquiry"}}
            """)
                .andExpect(status().isAccepted());
        runner.runAll();

        assertThat(cards.card(lead("1")).permitted()).doesNotContain(Channel.MAIL);
    }

    @Test
    void the_moment_of_the_file_is_kept_and_none_in_the_future_is_taken() throws Exception {
        Instant now = clock.instant();
        send("ID\n1\n", "asOf", now.plus(Duration.ofMinutes(6)).toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("asOf"));
        send("ID\n1\n", "asOf", "last week")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("asOf"));
        send("ID\n1\n", "asOf", now.plus(Duration.ofMinutes(4)).toString()).andExpect(status().isAccepted());
        assertThat(asOf()).isEqualTo(now.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }

    @Test
    void a_day_as_the_moment_of_the_file_is_its_beginning() throws Exception {
        send("ID\n1\n", "asOf", "2026-03-01")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.asOf").value("2026-03-01T00:00:00Z"));
        assertThat(asOf()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void the_encoding_that_is_given_is_the_one_that_is_read() throws Exception {
        byte[] polish = "ID,Name\n1,Gra\u017cyna Wr\u00f3bel\n".getBytes("windows-1250");

        send(polish, "encoding", "windows-1250").andExpect(status().isAccepted());
        runner.runAll();

        assertThat(cards.card(lead("1")).name()).isEqualTo("Gra\u017cyna Wr\u00f3bel");
    }

    @Test
    void an_encoding_that_is_not_certain_is_asked_with_the_first_rows_in_each() throws Exception {
        // given a byte that is a letter in many encodings, and nothing that tells which
        byte[] file = "ID,Name\n1,\u00e6\n".getBytes(StandardCharsets.ISO_8859_1);

        // when
        ResultActions answer = send(file);

        // then
        answer.andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value("encoding"))
                .andExpect(jsonPath("$.questions[0].code").value("encoding"))
                .andExpect(jsonPath("$.questions[0].choices[1].rows[0][1]").isNotEmpty());

        // when
        start(draft(answer), "{\"encoding\": \"windows-1250\"}").andExpect(status().isAccepted());
        runner.runAll();

        // then
        assertThat(cards.card(lead("1")).name()).isEqualTo("\u0107");
    }

    @Test
    void wrong_answers_are_refused_with_their_field() throws Exception {
        refused("encoding", "windows-9999");
        refused("encoding", "no such thing");
        refused("decimal", "dot");
        refused("dateOrder", "year");
        refused("confirm", "everything");
        refused("columns", "{{");
        refused("columns", "[{\"column\": \"Nowhere\", \"target\": \"name\"}]");
        // an answer to what nobody asked changes nothing
        send("ID\n1\n", "decimal", "comma").andExpect(status().isAccepted());
    }

    @Test
    void a_preview_asks_the_same_and_says_which_numbers_stay_text() throws Exception {
        mvc.perform(file(
                                "/api/imports/preview",
                                "ID,Company Size,No mails please\n1,many,x\n2,20,\n".getBytes(StandardCharsets.UTF_8))
                        .with(MARA))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.questions[0].code").value("optOut"))
                .andExpect(jsonPath("$.warnings", hasItem(containsString("'many'"))));
    }

    @Test
    void a_saved_mapping_remembers_the_answers() throws Exception {
        // given
        mappings.save(
                "m-" + origin, new ImportMapping(List.of(), null, null, null, null, "comma", "day"), person.get());

        // then
        send("ID|Company Size|Created\n1|1.500|2/1/2018\n", "mapping", "m-" + origin)
                .andExpect(status().isAccepted());
    }

    /** Nobody's known columns, as another system exports them; the days decide on their order. */
    private static String nobodyKnows(int rows) {
        StringBuilder file = new StringBuilder("mql_uuid,first_contact_date,page,touch\n");
        for (int i = 0; i < rows; i++) {
            Instant day = Instant.parse("2018-01-01T00:00:00Z").plus(Duration.ofDays(i));
            String[] parts = day.toString().substring(0, 10).split("-", -1);
            file.append(UUID.nameUUIDFromBytes(new byte[] {(byte) i}))
                    .append(',')
                    .append(Integer.parseInt(parts[1]))
                    .append('/')
                    .append(Integer.parseInt(parts[2]))
                    .append("/2018,p")
                    .append(i % 5)
                    .append(",social\n");
        }
        return file.toString();
    }

    private void refused(String parameter, String value) throws Exception {
        send("ID\n1\n", parameter, value)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.field").value(parameter));
    }

    private ResultActions send(String text, String... parameters) throws Exception {
        return send(text.getBytes(StandardCharsets.UTF_8), parameters);
    }

    private ResultActions send(byte[] bytes, String... parameters) throws Exception {
        MockMultipartHttpServletRequestBuilder request = file("/api/imports", bytes);
        request.param("origin", origin);
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return mvc.perform(request.with(MARA));
    }

    private static MockMultipartHttpServletRequestBuilder file(String path, byte[] bytes) {
        return multipart(path).file(new MockMultipartFile("file", "x.csv", "text/csv", bytes));
    }

    private String draft(ResultActions answer) throws Exception {
        JsonNode body = json.readTree(answer.andReturn().getResponse().getContentAsByteArray());
        return body.path("importId").asText();
    }

    private ResultActions start(String draft, String body) throws Exception {
        String with = body.strip().replaceFirst("\\{", "{\"origin\": \"" + origin + "\", ");
        return mvc.perform(post("/api/imports/" + draft + "/start")
                .with(MARA)
                .contentType(MediaType.APPLICATION_JSON)
                .content(with));
    }

    private Instant asOf() {
        return jdbc.sql("select as_of from import_job where origin = ?")
                .param(origin)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private List<Instant> moments() {
        return jdbc.sql("""
            select c.at from lead_capture c join lead l on l.id = c.lead_id
            where l.origin = ? order by c.at
            """).param(origin).query(Timestamp.class).list().stream()
                .map(Timestamp::toInstant)
                .toList();
    }

    private long leads() {
        return jdbc.sql("select count(*) from lead where origin = ?")
                .param(origin)
                .query(Long.class)
                .single();
    }

    private UUID lead(String externalId) {
        return jdbc.sql("select id from lead where origin = ? and external_id = ?")
                .params(origin, externalId)
                .query(UUID.class)
                .single();
    }
}
