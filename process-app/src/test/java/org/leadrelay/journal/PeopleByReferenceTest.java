package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.PersonChange;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.ChainVerification;
import org.leadrelay.audit.FindingCode;
import org.leadrelay.audit.Timeline;
import org.leadrelay.audit.TimelineLine;
import org.leadrelay.audit.search.FoundLine;
import org.leadrelay.audit.search.LineQuery;
import org.leadrelay.audit.search.LineSearch;
import org.leadrelay.audit.search.OperationQuery;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/** What is sealed of people, how it is read, and what is left of it once somebody is erased. */
@ProductTest
@OwnDatabase
class PeopleByReferenceTest {

    @Autowired
    JourneyLog log;

    @Autowired
    OperationLog operations;

    @Autowired
    PersonReferences references;

    @Autowired
    LogWriter writer;

    @Autowired
    Clock clock;

    @Autowired
    CurrentAuthor author;

    @Autowired
    CommitmentKeys salts;

    @Autowired
    CommittedWords words;

    @Autowired
    NodeStreams streams;

    @Autowired
    Timeline timeline;

    @Autowired
    LineSearch search;

    @Autowired
    ChainVerification chains;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    CurrentPerson current;

    @Autowired
    People people;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc http;

    private final UUID lead = UUID.randomUUID();

    @BeforeEach
    void threePeople() {
        cast.person("ref-max", Roles.SALES_MANAGER);
        cast.person("ref-ada", Roles.SALES_REP);
        cast.person("ref-ben", Roles.SALES_REP);
        cast.person("ref-watcher", Roles.AUDITOR);
        for (String each : List.of("max", "ada", "ben")) {
            current.as(
                    Actor.SYSTEM,
                    () -> people.update("ref-" + each, new PersonChange("Name of " + each, null, null, null)));
        }
    }

    @AfterEach
    void nobodyActs() {
        cast.actingAsNobody();
    }

    @Test
    void no_login_stands_in_any_column_of_a_line() {
        // when
        told(log);
        as(
                "ref-max",
                () -> operations.add(
                        StreamKind.OPERATION,
                        Kind.REP_AWAY,
                        "ref-ada",
                        Map.of("deputy", "ref-ben", "from", "2026-03-02")));

        // then
        assertThat(whole(lead)).hasSize(4).noneMatch(each -> each.contains("ref-"));
        assertThat(whole(streams.idOf(StreamKind.OPERATION))).isNotEmpty().noneMatch(each -> each.contains("ref-"));
        assertThat(jdbc.sql("select distinct format from journey_log where lead_id = ?")
                        .param(lead)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertIntact();
    }

    @Test
    void whoever_reads_finds_logins_and_names() {
        // when
        told(log);

        // then
        assertThat(lines(Locale.ENGLISH))
                .extracting(TimelineLine::sentence)
                .contains(
                        "Name of max gave the task to Name of ada",
                        "Handed to Name of ada: able too: Name of ben (2 of 60)");
        assertThat(lines(Locale.ENGLISH)).extracting(TimelineLine::person).containsOnly("ref-max", "system");
        assertThat(lines(Locale.ENGLISH).get(1).details())
                .containsEntry("rep", "ref-ada")
                .containsEntry("reps", List.of(List.of("ref-ada", 1, 60), List.of("ref-ben", 2, 60)));
    }

    @Test
    void of_somebody_who_was_erased_nothing_is_left_but_the_first_digits_and_the_log_is_intact() throws Exception {
        // given
        told(log);
        String max = reference("ref-max");
        String ada = reference("ref-ada");

        // when
        jdbc.sql("delete from person_ref where login in ('ref-max', 'ref-ada')").update();

        // then
        assertIntact();
        String english = "Erased person (" + max.substring(0, 8) + ") gave the task to Erased person ("
                + ada.substring(0, 8) + ")";
        assertThat(lines(Locale.ENGLISH).get(0).sentence()).isEqualToIgnoringCase(english);
        assertThat(lines(Locale.GERMAN).get(0).sentence())
                .contains("Gelöschte Person (" + max.substring(0, 8) + ")")
                .contains("Gelöschte Person (" + ada.substring(0, 8) + ")");
        assertThat(lines(Locale.ENGLISH).toString())
                .doesNotContain("ref-max", "ref-ada")
                .contains("ref-ben");
        assertThat(found("erased:" + max)).extracting(FoundLine::kind).contains("task-assigned", "choice");
        assertThat(found("ref-max")).isEmpty();
        assertThat(rest("/api/leads/" + lead + "/journey")).doesNotContain("ref-max", "ref-ada");
        assertThat(rest("/api/audit/lines?lead=" + lead)).doesNotContain("ref-max", "ref-ada");
        assertThat(exported().values()).noneMatch(each -> each.contains("ref-max") || each.contains("ref-ada"));
    }

    @Test
    void a_login_that_is_used_again_is_somebody_else() {
        // given
        told(log);
        String before = reference("ref-max");

        // when
        jdbc.sql("delete from person_ref where login = 'ref-max'").update();
        references.forget(); // as the trigger tells every node
        as("ref-max", () -> log.add(lead, Kind.SIGNAL, Map.of("signal", "visit")));

        // then
        assertThat(reference("ref-max")).isNotEqualTo(before);
        assertThat(found("ref-max")).extracting(FoundLine::kind).containsExactly("signal");
    }

    @Test
    void a_reference_of_what_rolls_back_is_not_remembered() {
        // when
        transactions.executeWithoutResult(status -> {
            references.of("ref-nobody");
            status.setRollbackOnly();
        });

        // then
        assertThat(jdbc.sql("select count(*) from person_ref where login = 'ref-nobody'")
                        .query(Long.class)
                        .single())
                .isZero();
        UUID made = transactions.execute(status -> references.of("ref-nobody").orElseThrow());
        assertThat(reference("ref-nobody")).isEqualTo(String.valueOf(made));
    }

    @Test
    void a_reference_is_the_databases_and_does_not_change() {
        // given
        told(log);
        String max = reference("ref-max");

        // then
        jdbc.sql("delete from person_ref where login = 'ref-max'").update();
        jdbc.sql("insert into person_ref (ref, login) values (?, 'ref-other')")
                .param(UUID.fromString(max))
                .update();
        assertThat(reference("ref-other")).isNotEqualTo(max);
        assertThatThrownBy(() -> jdbc.sql("update person_ref set login = 'ref-x' where login = 'ref-ada'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.superuser()
                        .sql("update person_ref set login = 'ref-x' where login = 'ref-ada'")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("does not change");
    }

    @Test
    void a_swapped_reference_is_found() {
        // given
        told(log);

        // when
        database.tamper("update journey_log set person_ref = '" + reference("ref-ben")
                + "' where seq = 1 and lead_id = '" + lead + "'");

        // then
        assertThat(chains.verify(lead).findings())
                .singleElement()
                .returns(FindingCode.LINE_CHANGED, each -> each.code())
                .returns(1L, each -> each.seq());
    }

    @Test
    void a_log_goes_on_from_logins_to_references_and_all_lines_of_a_person_are_found_by_one_search() {
        // given
        JourneyLog before =
                new JourneyLog(writer, new LineFactory(clock, author, salts, words, references, true, false));
        told(before);
        told(log);

        // then
        assertThat(jdbc.sql("select format from journey_log where lead_id = ? order by seq")
                        .param(lead)
                        .query(Integer.class)
                        .list())
                .containsExactly(2, 2, 2, 2, 3, 3, 3, 3);
        assertIntact();
        List<FoundLine> all = found("ref-max");
        assertThat(all).hasSize(6).isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        assertThat(all).extracting(FoundLine::format).containsExactly(3, 3, 3, 2, 2, 2);
        assertThat(all).extracting(FoundLine::person).containsOnly("ref-max");
        List<TimelineLine> lines = lines(Locale.ENGLISH);
        for (int i = 0; i < 4; i++) {
            assertThat(lines.get(i + 4).sentence()).isEqualTo(lines.get(i).sentence());
            assertThat(lines.get(i + 4).details()).isEqualTo(lines.get(i).details());
        }
    }

    @Test
    void lines_about_somebody_are_found_by_the_login() {
        // when
        as(
                "ref-max",
                () -> operations.add(StreamKind.OPERATION, Kind.REP_AWAY, "ref-ada", Map.of("deputy", "ref-ben")));

        // then
        cast.actingAs("ref-watcher");
        List<FoundLine> found = search.operations(
                        new OperationQuery("rep-away", null, "ref-ada", null, null, null, null), Locale.ENGLISH)
                .items();
        assertThat(found).isNotEmpty().allMatch(each -> "ref-ada".equals(each.subject()));
        assertThat(found.get(0).sentence()).contains("Name of ada", "Name of ben");
    }

    @Test
    void an_option_of_a_form_that_is_nobodys_login_stays_as_it_is() {
        // when
        as(
                "ref-max",
                () -> log.add(
                        lead,
                        Kind.TASK_COMPLETED,
                        Map.of("rep", new ListedText("ref-ada"), "to", new ListedText("nurture"))));

        // then
        assertThat(whole(lead)).singleElement().asString().contains("nurture").doesNotContain("ref-ada");
        assertThat(jdbc.sql("select count(*) from person_ref where login = 'nurture'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(lines(Locale.ENGLISH).get(0).details())
                .containsEntry("rep", "ref-ada")
                .containsEntry("to", "nurture");
    }

    @Test
    void an_export_says_beside_the_lines_whom_they_mean() throws Exception {
        // when
        told(log);

        // then
        Map<String, String> files = exported();
        assertThat(files.get("journey.jsonl")).doesNotContain("ref-").contains(reference("ref-max"));
        assertThat(files.get("people.jsonl").lines())
                .containsExactlyInAnyOrder(person("ref-ada"), person("ref-ben"), person("ref-max"));
    }

    /** Four lines: three of somebody, and one of the product itself. */
    private void told(JourneyLog into) {
        as("ref-max", () -> {
            into.add(lead, Kind.TASK_ASSIGNED, Map.of("to", "ref-ada"));
            into.add(
                    lead,
                    Kind.CHOICE,
                    Map.of("rep", "ref-ada", "reps", List.of(List.of("ref-ada", 1, 60), List.of("ref-ben", 2, 60))));
            into.add(lead, Kind.TASK_RELEASED, Map.of("from", "ref-ada"));
        });
        cast.actingAsNobody();
        transactions.executeWithoutResult(status -> into.add(lead, Kind.SIGNAL, Map.of("signal", "visit")));
    }

    private void as(String login, Runnable deed) {
        cast.actingAs(login);
        transactions.executeWithoutResult(status -> deed.run());
        cast.actingAsNobody();
    }

    private List<TimelineLine> lines(Locale locale) {
        return timeline.page(lead, false, 0, 20, locale).items();
    }

    private List<FoundLine> found(String person) {
        cast.actingAs("ref-watcher");
        List<FoundLine> found = search
                .find(
                        new LineQuery(null, person, null, null, null, null, null, null, null, null, null, null),
                        Locale.ENGLISH)
                .items()
                .stream()
                .filter(each -> each.stream().equals(lead))
                .toList();
        cast.actingAsNobody();
        return found;
    }

    private List<String> whole(UUID stream) {
        return jdbc.sql("select line::text from journey_log line where lead_id = ? and format = 3 order by seq")
                .param(stream)
                .query(String.class)
                .list();
    }

    private String reference(String login) {
        return jdbc.sql("select ref::text from person_ref where login = ?")
                .param(login)
                .query(String.class)
                .single();
    }

    private String person(String login) {
        return "{\"ref\":\"" + reference(login) + "\",\"login\":\"" + login + "\"}";
    }

    private String rest(String path) throws Exception {
        return http.perform(get(path).with(httpBasic("ref-watcher", Cast.PASSWORD)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private Map<String, String> exported() throws Exception {
        byte[] zip = http.perform(
                        get("/api/audit/leads/" + lead + "/journey.zip").with(httpBasic("ref-watcher", Cast.PASSWORD)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), read(in));
            }
        }
        assertThat(files).containsKeys("journey.jsonl", "people.jsonl", "VerifyLog.java", "README.txt");
        return files;
    }

    private static String read(ZipInputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private void assertIntact() {
        assertThat(chains.verify(lead).findings()).isEmpty();
    }
}
