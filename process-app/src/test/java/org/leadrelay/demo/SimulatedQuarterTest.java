package org.leadrelay.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.board.BoardRebuilds;
import org.leadrelay.board.BoardReports;
import org.leadrelay.board.BoardsOnRecord;
import org.leadrelay.board.Grouping;
import org.leadrelay.calendar.BusinessCalendars;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Editing;
import org.leadrelay.charter.Parties;
import org.leadrelay.export.JourneyExports;
import org.leadrelay.lead.LeadCapture;
import org.leadrelay.platform.ProductClock;
import org.leadrelay.platform.Sweep;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.promise.proof.LedgerComparison;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.worklist.InboxChanges;
import org.leadrelay.worklist.TaskCommands;
import org.leadrelay.worklist.TaskQueries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;

/**
 * A quarter of leads: a team in Berlin, whose clocks go forward in it, and one in Santiago, whose
 * clocks go back; a rep is away for a week, and the charter changes. Once a week everything is
 * compared with everything. Every build lives through some leads; {@code -Dquarter.leads=2000}
 * through as many as a company has.
 */
@ProductTest
@Import(Parties.class)
@TestPropertySource(properties = {"spring.application.name=simulated-quarter", "leadrelay.demo.past=PT0S"})
class SimulatedQuarterTest {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedQuarterTest.class);

    private static final int LEADS = Integer.getInteger("quarter.leads", 250);
    private static final long SEED = Long.getLong("quarter.seed", 20_260_302);
    private static final int WEEKS = 13;
    private static final double WORKDAYS = 65 + 26 / 5.0;
    private static final Duration GRAIN = Duration.ofMinutes(30);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int ABSENCE = 4;
    private static final int NEW_CHARTER = 7;
    private static final String AWAY = "berlin-1";

    @Autowired
    DemoClockTable clockTable;

    @Autowired
    Clock clock;

    @Autowired
    ProductClock product;

    @Autowired
    InboxChanges inbox;

    @Autowired
    CurrentPerson current;

    @Autowired
    People people;

    @Autowired
    TaskQueries worklist;

    @Autowired
    TaskCommands work;

    @Autowired
    LeadCapture captures;

    @Autowired
    BusinessCalendars calendars;

    @Autowired
    LedgerComparison agreement;

    @Autowired
    Cast cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @Autowired
    Parties parties;

    @Autowired
    ObjectProvider<Sweep> sweeps;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    BoardReports boards;

    @Autowired
    BoardRebuilds rebuilds;

    @Autowired
    JourneyExports exports;

    @Autowired
    Charter charter;

    private DemoClock demo;
    private SimulatedStaff office;
    private SimulatedVisitors visitors;
    private Instant left = Instant.MAX;
    private Instant returns = Instant.MAX;
    private Instant before = Instant.MIN;
    private long came;
    private long answered;

    @BeforeEach
    void aCompanyOnTwoContinents() throws Exception {
        EngineDriver.setClock(clock.instant());
        EngineClock engine = (EngineClock) beans.createBean(Class.forName("org.leadrelay.process.EngineClockAdapter"));
        StaticListableBeanFactory singletons = new StaticListableBeanFactory();
        singletons.addBean("engineClock", new OnTheTestsClock(engine, product));
        demo = new DemoClock(
                product, singletons.getBeanProvider(EngineClock.class), sweeps, clockTable, inbox, Duration.ZERO);
        List<String> berlin = reps("berlin", 8);
        List<String> santiago = reps("santiago", 6);
        cast.person("mara", Roles.MARKETING);
        cast.person("milo", Roles.MARKETING);
        cast.person("boss", Roles.SALES_MANAGER);
        cast.person("judge", Roles.ARBITER);
        cast.person("owner", Roles.PROCESS_OWNER);
        berlin.add("boss");
        cast.team("Berlin", berlin.toArray(String[]::new));
        cast.team("Santiago", santiago.toArray(String[]::new));
        put("/api/calendars/santiago", """
            {"name":"Santiago","zone":"America/Santiago","country":"CL",
             "week":{"monday":[{"from":"08:30","to":"12:30"},{"from":"13:30","to":"18:00"}],
                     "tuesday":[{"from":"08:30","to":"18:00"}],
                     "wednesday":[{"from":"08:30","to":"18:00"}],
                     "thursday":[{"from":"08:30","to":"18:00"}],
                     "friday":[{"from":"08:30","to":"15:00"}]}}
            """);
        office = new SimulatedStaff(current, people, worklist, work, jdbc, calendars::forRep, SEED);
        parties.arrive();
        visitors = new SimulatedVisitors(captures, BERLIN, LEADS / WORKDAYS * 1.05, SEED);
    }

    @AfterEach
    void theEnginesClockIsEverybodys() {
        EngineDriver.resetClock();
    }

    @Test
    void after_a_quarter_everything_still_agrees() throws Exception {
        // given
        before = clock.instant();
        for (int week = 1; week <= WEEKS; week++) {
            if (week == ABSENCE) {
                goAway();
            }
            if (week == NEW_CHARTER) {
                parties.agree(
                        said -> Editing.lasting(
                                Editing.lasting(said, "answerHandOff", Duration.ofMinutes(90)),
                                "decideOutcome",
                                Duration.ofHours(56)),
                        clock.instant().plus(Duration.ofHours(50)),
                        true);
            }
            // when
            live(Duration.ofDays(7L * week));
            // then
            everythingAgrees(week);
        }
        assertThat(came).isGreaterThanOrEqualTo(LEADS);
        assertThat(charterVersions()).containsExactly(1, 2);
        assertThat(countedAnew()).isPositive();
        boardsAreWhatTheLogSays();
    }

    /** Each number of each board, whole and split, against a program that reads the exported logs alone. */
    private void boardsAreWhatTheLogSays() throws Exception {
        jdbc.sql("update lead_capture set campaign = case when id::text < '8' then 'Spring' else 'Autumn' end"
                        + " where id::text < 'c'")
                .update();
        cast.person("watcher", Roles.AUDITOR, Roles.ADMINISTRATOR);
        cast.actingAs("watcher");
        rebuilds.ask();
        sweeps.forEach(Sweep::sweep);
        sweeps.forEach(Sweep::sweep);
        assertThat(rebuilds.newest())
                .hasValueSatisfying(rebuild -> assertThat(rebuild.open()).isFalse());
        BoardsOnRecord record = new BoardsOnRecord(
                boards,
                exports,
                charter,
                jdbc.sql("select id from lead").query(UUID.class).list());
        jdbc.sql("select journey_id, campaign from lead_capture where outcome <> 'merged' and campaign is not null")
                .query(row -> {
                    record.campaigns().put(row.getString(1), row.getString(2));
                });
        List<UUID> apart = boards.choices().teams();
        jdbc.sql("select m.login, t.name, t.id from team_member m join team t on t.id = m.team_id")
                .query(row -> {
                    if (apart.contains(row.getObject(3, UUID.class))) {
                        record.teams().put(row.getString(1), List.of(row.getString(2)));
                    }
                });
        assertThat(record.compare(null, clock.instant())).hasSizeGreaterThan(60);
        assertThat(record.compare(Grouping.SOURCE, clock.instant())).hasSizeGreaterThan(100);
        assertThat(record.compare(Grouping.CAMPAIGN, clock.instant()))
                .containsKeys("funnel.captured Spring", "funnel.captured Autumn", "funnel.captured -");
        assertThat(record.compare(Grouping.TEAM, clock.instant()))
                .containsKeys("became.handedOver Berlin", "became.handedOver Santiago");
    }

    private boolean isPresent(Instant now) {
        return now.isBefore(left) || !now.isBefore(returns);
    }

    private void goAway() throws Exception {
        left = clock.instant();
        returns = left.plus(Duration.ofDays(7));
        mvc.perform(MockMvcRequestBuilders.post("/api/team/reps/" + AWAY + "/absences")
                        .header("Authorization", basic("boss"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                            {"from":"%s","until":"%s"}
                            """.formatted(left, returns)))
                .andExpect(MockMvcResultMatchers.status().is2xxSuccessful());
    }

    private List<Integer> charterVersions() {
        return jdbc.sql("select distinct charter_version from promise order by 1")
                .query(Integer.class)
                .list();
    }

    private long countedAnew() {
        return jdbc.sql("select count(*) from journey_log where kind = 'promise-recounted'")
                .query(Long.class)
                .single();
    }

    private void live(Duration until) {
        demo.live(until, GRAIN, this::turn);
    }

    private Instant turn(Instant now) {
        came += visitors.come(before, now);
        answered += office.round(now, login -> !login.equals(AWAY) || isPresent(now));
        before = now;
        Instant visit = visitors.next(now);
        Instant round = office.next(now);
        return visit.isBefore(round) ? visit : round;
    }

    private void everythingAgrees(int week) {
        Map<String, Object> counts = jdbc.sql("""
            select count(*) filter (where state = 'kept') as kept,
                   count(*) filter (where state = 'broken') as broken,
                   count(*) filter (where state = 'void') as void,
                   count(*) filter (where state = 'open') as open,
                   (select count(*) from journey where ended_at is null) as running,
                   (select count(*) from journey) as journeys,
                   (select count(*) from act_ru_job where retries_ = 0) as stuck
            from promise
            """).query().singleRow();
        LOG.info("Week {}: {} leads, {} answers, {}", week, came, answered, counts);
        assertThat(agreement.differences(clock.instant(), 50)).isEmpty();
        assertThat(counts).containsEntry("stuck", 0L);
        nothing("a running journey without its process", """
            select j.lead_id from journey j where j.ended_at is null and not exists
                (select 1 from act_ru_execution e where e.business_key_ = j.lead_id::text)
            """);
        nothing("a process whose journey has ended", """
            select e.business_key_ from act_ru_execution e join journey j
                on j.lead_id::text = e.business_key_
            where e.parent_id_ is null and e.super_exec_ is null
            group by e.business_key_ having bool_and(j.ended_at is not null)
            """);
        nothing("an engine task that the inbox does not show, or the reverse", """
            select coalesce(t.id_, i.task_id) from act_ru_task t
                full join task_item i on i.task_id = t.id_
            where t.id_ is null or i.task_id is null
                or t.assignee_ is distinct from i.assignee
            """);
        nothing("a rep with more leads than the capacity", """
            select p.login from rep_place p group by p.login having count(*) > 60
            """);
        nothing("a kept promise that was late, or a broken one that was not", """
            select id from promise
            where (state = 'kept' and ended_at >= due_at)
               or (state = 'broken' and broken_at < due_at)
            """);
        nothing(
                "a lead given to a rep who was away",
                "select lead_id from rep_place where login = '%s' and taken_at > '%s'::timestamptz and taken_at < '%s'::timestamptz"
                        .formatted(AWAY, sql(left), sql(returns)));
        nothing("a promise that was opened under terms that were not in force", """
            select p.id from promise p join charter c on c.version = p.charter_version
            where p.opened_at < c.in_force_from and not exists
                (select from journey_log l where l.lead_id = p.lead_id
                    and l.kind = 'promise-recounted' and l.details::jsonb ->> 'promise' = p.id::text)
            """);
        nothing("a promise that the new charter was to move and did not", """
            select p.id from promise p join charter c on c.version = 2 and c.recomputed_at is not null
            where p.clause in ('answerHandOff', 'decideOutcome') and p.charter_version = 1
                and p.state = 'open' and p.renewals = 0
            """);
        nothing("an open promise of a lead whose journey has ended", """
            select p.id from promise p where p.ended_at is null and not exists
                (select 1 from journey j where j.lead_id = p.lead_id and j.ended_at is null)
            """);
    }

    private static String sql(Instant at) {
        return at.equals(Instant.MAX) ? "infinity" : at.toString();
    }

    private void nothing(String what, String sql) {
        assertThat(jdbc.sql(sql).query((row, number) -> row.getString(1)).list())
                .as(what)
                .isEmpty();
    }

    private List<String> reps(String city, int many) {
        List<String> logins = new ArrayList<>();
        for (int i = 1; i <= many; i++) {
            logins.add(cast.person(city + "-" + i, Roles.SALES_REP));
        }
        return logins;
    }

    private void put(String path, String json) throws Exception {
        mvc.perform(MockMvcRequestBuilders.put(path)
                        .header("Authorization", basic("owner"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json))
                .andExpect(MockMvcResultMatchers.status().is2xxSuccessful());
    }

    private static String basic(String login) {
        String words = login + ":" + Cast.PASSWORD;
        return "Basic "
                + java.util.Base64.getEncoder().encodeToString(words.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The engine's clock stands still between moves, as the product's does in tests. */
    private record OnTheTestsClock(EngineClock jobs, ProductClock clock) implements EngineClock {

        @Override
        public void ahead(Duration offset) {
            EngineDriver.setClock(clock.instant());
        }

        @Override
        public void pause() {
            jobs.pause();
        }

        @Override
        public void resume() {
            jobs.resume();
        }

        @Override
        public Optional<Instant> nextDue(Instant after) {
            return jobs.nextDue(after);
        }

        @Override
        public int runDue() {
            return jobs.runDue();
        }
    }
}
