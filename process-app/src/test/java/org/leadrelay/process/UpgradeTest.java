package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.ChainVerification;
import org.leadrelay.audit.search.FoundLine;
import org.leadrelay.audit.search.LineQuery;
import org.leadrelay.audit.search.LineSearch;
import org.leadrelay.lead.Field;
import org.leadrelay.platform.Sweep;
import org.leadrelay.promise.proof.LedgerComparison;
import org.leadrelay.promise.proof.LedgerRebuild;
import org.leadrelay.redesign.Release;
import org.leadrelay.redesign.Releases;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.DatabaseDump;
import org.leadrelay.testing.FreshDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.testing.SharedServer;
import org.leadrelay.worklist.InboxRebuild;
import org.leadrelay.worklist.SoFar;
import org.leadrelay.worklist.TaskQueries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.context.ContextConfiguration;

/**
 * Upgrade of a released version's database, with a few hundred leads in every state: this build
 * starts on it, everything still agrees, and people go on where they stopped.
 */
@ProductTest
@ContextConfiguration(initializers = UpgradeTest.ReleasedDatabase.class)
@TestMethodOrder(OrderAnnotation.class)
class UpgradeTest {

    private static final String RELEASED = "database-0.1.0.sql.gz";
    private static final String HAND_OFF = "Activity_AnswerHandOff";

    @Autowired
    JourneyDriver journeys;

    @Autowired
    LedgerComparison agreement;

    @Autowired
    InboxRebuild inbox;

    @Autowired
    TaskQueries tasks;

    @Autowired
    LedgerRebuild ledger;

    @Autowired
    ChainVerification chains;

    @Autowired
    LineSearch search;

    @Autowired
    Flyway flyway;

    @Autowired
    Releases releases;

    @Autowired
    List<Sweep> sweeps;

    @Autowired
    SettableClock clock;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void theMomentAtWhichItWasLeft() {
        Instant left = jdbc.sql("select max(at) from journey_log where subject is null")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
        journeys.setClock(left);
        cast.person("root", Roles.ADMINISTRATOR);
    }

    @AfterEach
    void theEnginesClockIsEverybodys() {
        EngineDriver.resetClock();
    }

    @Test
    void every_migration_since_has_run() {
        assertThat(flyway.info().pending()).isEmpty();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        a few hundred leads     | select count(*) / 150 from lead
        in nurture              | select count(*) from journey where ended_at is null and step = 'Gateway_WaitForTouch'
        cooling                 | select count(*) from journey where ended_at is null and step = 'Gateway_WaitForCooling'
        waiting for a rep       | select count(*) from hand_off_waiting
        to be qualified         | select count(*) from task_item where step = 'Activity_QualifyLead'
        in hand-off             | select count(*) from task_item where step = 'Activity_AnswerHandOff'
        to be contacted         | select count(*) from task_item where step = 'Activity_MakeContact'
        in follow-up            | select count(*) from task_item where step = 'Activity_DecideOutcome'
        rejected, in review     | select count(*) from task_item where step = 'Activity_ReviewRejection'
        with the arbiter        | select count(*) from task_item where step = 'Activity_GiveVerdict'
        with an open question   | select count(*) from task_item where step = 'Activity_AnswerQuestion'
        recycled                | select count(*) from journey where ended_at is null and lap > 1
        won                     | select count(*) from journey where end_kind = 'won'
        lost                    | select count(*) from journey where end_kind = 'lost'
        disqualified            | select count(*) from journey where end_kind = 'disqualified'
        withdrawn               | select count(*) from journey where end_kind = 'withdrawn'
        merged                  | select count(*) from lead where merged_into is not null
        perhaps twins           | select count(*) from duplicate_case where state = 'open'
        objected                | select count(*) from lead_consent where not given
        claimed by a form       | select count(*) from lead_claim where decision is null
        imported                | select count(*) from import_row where outcome = 'created' and undo is null
        refused in an import    | select count(*) from import_refused
        undone                  | select count(*) from lead where undone_at is not null
        queued                  | select count(*) from web_form_submission
        in the outbox           | select count(*) from mail_outbox
        told by the bell        | select count(*) from notice
        promises paused         | select count(*) from promise where paused_at is not null and ended_at is null
        promises broken         | select count(*) from promise where state = 'broken'
        promises counted anew   | select count(*) from promise where charter_version = 2
        words to answers        | select count(*) from task_note
        absences with a deputy  | select count(*) from rep_absence where deputy is not null
        a charter in draft      | select count(*) from charter where state = 'draft'
        a calendar of its own   | select count(*) from business_calendar where calendar_id <> 'default'
        API keys                | select count(*) from api_key
        timers                  | select count(*) from act_ru_job where duedate_ is not null
        """)
    void the_database_holds_every_state(String state, String count) {
        assertThat(jdbc.sql(count).query(Long.class).single()).as(state).isPositive();
    }

    @Test
    void what_was_deployed_is_release_1_and_what_came_with_this_build_is_in_force() {
        // given
        Release first = releases.release(1);
        String running = jdbc.sql("select distinct definition_id from task_item where step = 'Activity_AnswerHandOff'")
                .query(String.class)
                .single();

        // then
        assertThat(first.madeBy()).isEqualTo("system");
        assertThat(jdbc.sql("select definition_id from release_definition where release = 1 and key = 'lead-journey'")
                        .query(String.class)
                        .single())
                .isEqualTo(running);
        assertThat(releases.files(1)).extracting(each -> each.file().id()).contains("lead-journey", "lead-fit");
        assertThat(releases.all()).hasSize(2).allMatch(each -> each.madeBy().equals("system"));
        assertThat(releases.release(2).base()).isEqualTo(1);
    }

    @Test
    void ledger_timers_and_inbox_agree_and_rebuilding_them_changes_nothing() {
        assertThat(agreement.differences(clock.instant(), 50)).isEmpty();

        cast.actingAs("root");
        InboxRebuild.Rebuilt tasks = inbox.rebuild();
        LedgerRebuild.Rebuilt promises = ledger.rebuild();

        assertThat(tasks).isEqualTo(new InboxRebuild.Rebuilt(tasks.running(), 0, 0, 0, 0));
        assertThat(promises).isEqualTo(new LedgerRebuild.Rebuilt(promises.promises(), 0, 0, 0, 0));
        assertThat(tasks.running()).isPositive();
        assertThat(promises.promises()).isGreaterThan(200);
    }

    @Test
    void places_are_counted_as_many_as_are_taken() {
        assertThat(count("select count(*) from rep_place")).isPositive();
        assertThat(jdbc.sql("""
            select login from (select login, 1 as n from rep_place union all select login, -n from rep_place_count) each
            group by login having sum(n) <> 0
            """).query(String.class).list()).isEmpty();
    }

    @Test
    void every_journey_log_is_intact() {
        List<UUID> logs =
                jdbc.sql("select lead_id from journey_chain").query(UUID.class).list();

        assertThat(logs).hasSizeGreaterThan(150).allSatisfy(lead -> {
            ChainVerification.Verified found = chains.verify(lead);
            assertThat(found.intact()).as("%s", found).isTrue();
        });
    }

    @Test
    void a_log_that_began_with_logins_goes_on_by_reference_and_all_lines_of_a_person_are_found() {
        // given
        UUID lead = at(HAND_OFF, "In hand-off");
        String rep = journeys.assignee(lead, HAND_OFF);

        // when
        journeys.answer(lead, HAND_OFF, rep, Map.of("outcome", "accept"));

        // then
        assertThat(jdbc.sql("select distinct format from journey_log where lead_id = ? order by format")
                        .param(lead)
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 3);
        assertThat(chains.verify(lead).findings()).isEmpty();
        cast.actingAs("root");
        List<FoundLine> found = search.find(
                        new LineQuery(null, rep, null, null, null, null, null, null, null, null, null, 500),
                        Locale.ENGLISH)
                .items();
        cast.actingAsNobody();
        assertThat(found).allMatch(each -> each.person().equals(rep));
        assertThat(found).extracting(FoundLine::format).contains(1, 3);
    }

    @Test
    void people_go_on_where_they_stopped() {
        // given
        UUID offered = at(HAND_OFF, "In hand-off");
        UUID disputed = at("Activity_GiveVerdict", "With the arbiter");
        UUID asked = at("Activity_AnswerQuestion", "Question open");

        // when
        journeys.answer(offered, HAND_OFF, journeys.assignee(offered, HAND_OFF), Map.of("outcome", "accept"));
        journeys.answer(
                disputed, "Activity_GiveVerdict", "judge", Map.of("outcome", "recycle", "grounds", "As agreed"));
        journeys.answer(
                asked,
                "Activity_AnswerQuestion",
                JourneyDriver.MARKETER,
                Map.of("outcome", "answered", "answer", "The board"));

        // then
        assertThat(journeys.task(offered, "Activity_MakeContact")).isNotNull();
        assertThat(journeys.step(disputed)).isNotNull().isNotEqualTo("Activity_GiveVerdict");
        assertThat(journeys.task(asked, HAND_OFF)).isNotNull();
    }

    @Test
    void a_task_says_what_was_decided_before_the_upgrade() {
        // given
        String review = jdbc.sql("""
            select task_id from task_item where step = 'Activity_ReviewRejection' order by created_at limit 1
            """).query(String.class).single();

        // when
        cast.actingAs(JourneyDriver.MARKETER);
        SoFar.Entry before = tasks.task(review).soFar().entries().get(0);
        cast.actingAsNobody();

        // then
        assertThat(before.outcome()).isEqualTo("reject");
        assertThat(before.text()).isEqualTo("Reject");
        assertThat(before.reason()).isNotNull();
        assertThat(before.reason().text()).isNotEqualTo(before.reason().value());
        assertThat(before.personName()).isNotBlank();
    }

    /** The engine's account of activities, tasks, variables and jobs, which the journey log has too. */
    @Test
    void the_second_account_of_what_happened_is_cleared_away() {
        // given
        String kept = "select count(*) from act_hi_procinst";
        long instances = count(kept);
        long decisions = count("select count(*) from act_hi_dec_in");

        // when: as often as it takes
        for (int times = 0; times < 10; times++) {
            sweeps.forEach(Sweep::sweep);
        }

        // then
        assertThat(count("select count(*) from act_ge_property where name_ = 'historyLevel' and value_ = '20'"))
                .isOne();
        for (String table : List.of("actinst", "taskinst", "varinst", "detail", "identitylink", "job_log")) {
            assertThat(count("select count(*) from act_hi_" + table)).as(table).isZero();
        }
        assertThat(count(kept)).isEqualTo(instances).isPositive();
        assertThat(count("select count(*) from act_hi_dec_in"))
                .as("what went into decisions")
                .isEqualTo(decisions)
                .isPositive();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void what_waited_is_taken_in_and_new_leads_come() {
        // when
        sweeps.forEach(Sweep::sweep);
        UUID lead = journeys.capture(Map.of(Field.NAME, "After the upgrade", Field.ACTIVITY_SCORE, "17"));

        // then
        assertThat(jdbc.sql("select count(*) from web_form_submission")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from lead where email = 'queued@upgrade.example'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(journeys.step(lead)).isNotNull();
    }

    private UUID at(String step, String name) {
        return jdbc.sql("""
            select l.id from lead l join task_item t on t.lead_id = l.id
            where t.step = ? and l.name = ? order by l.created_at limit 1
            """).params(step, name).query(UUID.class).single();
    }

    static final class ReleasedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            // as it stood: everything was the one role's as whom the application came too
            String url = SharedServer.newDatabaseWithoutRoles();
            try (InputStream dump = UpgradeTest.class.getResourceAsStream(RELEASED)) {
                DatabaseDump.restore(
                        new DriverManagerDataSource(url, "postgres", ""), Objects.requireNonNull(dump, RELEASED));
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("The released database cannot be restored", e);
            }
            SharedServer.prepareRoles(url);
            FreshDatabase.use(url, context);
        }
    }
}
