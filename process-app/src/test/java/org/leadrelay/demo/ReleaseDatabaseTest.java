package org.leadrelay.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.Reps;
import org.leadrelay.charter.Editing;
import org.leadrelay.intake.ImportDriver;
import org.leadrelay.lead.Field;
import org.leadrelay.platform.Sweep;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.DatabaseContents;
import org.leadrelay.testing.DatabaseDump;
import org.leadrelay.testing.SharedServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Generator of the database that later builds upgrade (see docs/how-to/make-a-release.md): the
 * simulated quarter, then a lead in every state in which it may be left, written as a test resource.
 * Runs with {@code -Drelease.database=0.1.0} only; {@code -Dquarter.leads=90} keeps the file small.
 */
@Import(ImportDriver.class)
@TestPropertySource(properties = "spring.application.name=release-database")
@EnabledIfSystemProperty(named = "release.database", matches = ".+")
class ReleaseDatabaseTest extends SimulatedQuarterTest {

    private static final String HAND_OFF = "Activity_AnswerHandOff";

    @Autowired
    JourneyDriver journeys;

    @Autowired
    ImportDriver imports;

    @Autowired
    Reps capacities;

    @Autowired
    DataSource database;

    @Override
    @Test
    void after_a_quarter_everything_still_agrees() throws Exception {
        // given
        super.after_a_quarter_everything_still_agrees();
        leadsInEveryState();
        recordsInEveryState();

        // when
        Path file = Path.of("src/test/resources/org/leadrelay/process/database-%s.sql.gz"
                .formatted(System.getProperty("release.database")));
        write(file);

        // then
        String url = SharedServer.newDatabaseWithoutRoles();
        DataSource restored = new DriverManagerDataSource(url, "postgres", "");
        try (InputStream from = Files.newInputStream(file)) {
            DatabaseDump.restore(restored, from);
        }
        SharedServer.prepareRoles(url);
        assertThat(DatabaseContents.of(JdbcClient.create(restored))).isEqualTo(DatabaseContents.of(jdbc));
        assertThat(Files.size(file)).isLessThan(3_000_000);
    }

    private void write(Path file) throws IOException, SQLException {
        Files.createDirectories(file.getParent());
        try (OutputStream into = Files.newOutputStream(file)) {
            DatabaseDump.write(database, into);
        }
    }

    private void leadsInEveryState() {
        for (int i = 0; i < 10; i++) {
            ready("In hand-off");
            accepted("In follow-up");
            rejected("In review");
            review(rejected("With the arbiter"), "dispute", Map.of("note", "They asked for a call themselves"));
            review(rejected("Recycled"), "recycle", Map.of("marketingCause", "tooSoon"));
            review(rejected("Disqualified"), "junk", Map.of("marketingCause", "criteria"));
            journeys.withdraw(ready("Withdrawn"));
            UUID asked = ready("Question open");
            journeys.ask(asked, HAND_OFF, journeys.assignee(asked, HAND_OFF));
            UUID askedLater = accepted("Question open in follow-up");
            journeys.ask(askedLater, "Activity_MakeContact", journeys.assignee(askedLater, "Activity_MakeContact"));
            journeys.capture(Map.of(Field.NAME, "To be qualified", Field.ACTIVITY_SCORE, "17"));
        }
        noCapacity();
        ready("Waiting for a rep");
        ready("Waiting for a rep too");
    }

    private UUID ready(String name) {
        return journeys.capture(Map.of(
                Field.NAME,
                name,
                Field.COMPANY,
                "Example Works",
                Field.EMAIL,
                UUID.randomUUID() + "@upgrade.example",
                Field.PROFILE_SCORE,
                "19",
                Field.ACTIVITY_SCORE,
                "17"));
    }

    private UUID accepted(String name) {
        UUID lead = ready(name);
        journeys.answer(lead, HAND_OFF, journeys.assignee(lead, HAND_OFF), Map.of("outcome", "accept"));
        return lead;
    }

    private UUID rejected(String name) {
        UUID lead = ready(name);
        journeys.answer(
                lead,
                HAND_OFF,
                journeys.assignee(lead, HAND_OFF),
                Map.of("outcome", "reject", "rejectionReason", "tooEarly"));
        return lead;
    }

    private void review(UUID lead, String outcome, Map<String, String> more) {
        Map<String, Object> answers = new HashMap<String, Object>(more);
        answers.put("outcome", outcome);
        journeys.answer(lead, "Activity_ReviewRejection", JourneyDriver.MARKETER, answers);
    }

    private void noCapacity() {
        List<String> reps = people.loginsByRole(Roles.SALES_REP);
        cast.team(
                "Santiago",
                Stream.concat(reps.stream().filter(each -> each.startsWith("santiago")), Stream.of("boss"))
                        .toArray(String[]::new));
        cast.actingAs("boss");
        reps.forEach(each -> capacities.setCapacity(each, 0));
        cast.actingAsNobody();
    }

    private void recordsInEveryState() throws Exception {
        pair("Vera Double", "+49 30 9018201");
        UUID survivor = pair("Viktor Double", "+49 30 9018202");
        as("mara", post("/api/duplicates/" + caseOf(survivor) + "/merge"), "{\"survivor\":\"" + survivor + "\"}");

        UUID objecting = ready("Objected");
        as("mara", post("/api/leads/" + objecting + "/consents"), "{\"channel\":\"mail\",\"given\":false}");

        cast.actingAs("mara");
        imports.run(
                "ID,Email,Name,Company\n1,one@import.example,Nora Feld,Feld\n2,two@import.example,Otto Berg,"
                        + "x".repeat(300) + "\n",
                "fair");
        imports.undo(imports.run("ID,Email,Name\n7,seven@import.example,Ida Sieben\n", "undone"));
        imports.draft("ID,Email\n9,nine@import.example\n");
        cast.actingAsNobody();

        form("email", "one@import.example", "company", "Somewhere else");
        form("email", "form@import.example", "last_name", "Form");
        form("email", "objects@import.example", "emailOptOut", "1");
        sweeps.forEach(Sweep::sweep);

        as("boss", post("/api/team/reps/berlin-2/absences"), """
            {"from":"%s","until":"%s","deputy":"berlin-3","openTasks":"deputy"}
            """.formatted(
                clock.instant().plus(Duration.ofDays(2)), clock.instant().plus(Duration.ofDays(9))));
        as(
                cast.person("root", Roles.ADMINISTRATOR),
                post("/api/admin/keys"),
                "{\"name\":\"Fair\",\"origin\":\"fair\",\"scopes\":[\"leads\"]}");
        parties.draft(said -> Editing.lasting(said, "makeContact", Duration.ofHours(3)));
        cast.actingAsNobody();

        // Last, for the next sweep takes them in.
        form("email", "queued@upgrade.example", "last_name", "Queued");
        form("email", "one@import.example", "city", "Ulm");
    }

    /** Two leads that may be one; answers the first. */
    private UUID pair(String name, String phone) {
        UUID first = journeys.capture(Map.of(Field.NAME, name, Field.PHONE, phone));
        journeys.capture(Map.of(Field.NAME, name, Field.PHONE, phone));
        return first;
    }

    private UUID caseOf(UUID lead) {
        return jdbc.sql("select id from duplicate_case where state = 'open' and ? in (lead_a, lead_b)")
                .param(lead)
                .query(UUID.class)
                .single();
    }

    private void form(String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post("/intake/web-to-lead").contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        mvc.perform(request).andExpect(status().is2xxSuccessful());
    }

    private void as(String login, MockHttpServletRequestBuilder request, String json) throws Exception {
        mvc.perform(request.with(httpBasic(login, Cast.PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json))
                .andExpect(status().is2xxSuccessful());
    }
}
