package org.leadrelay.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.People;
import org.leadrelay.access.Roles;
import org.leadrelay.assignment.AbsenceHandling;
import org.leadrelay.assignment.Attendance;
import org.leadrelay.assignment.Reps;
import org.leadrelay.lead.Field;
import org.leadrelay.lead.Journeys;
import org.leadrelay.platform.Invalid;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the running journey; after each test ledger, timers and inbox are compared. */
@ProductTest
@Import(JourneyDriver.class)
class AbsentRepsTest {

    private static final String ANSWER = "Activity_AnswerHandOff";
    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    JourneyDriver journeys;

    @Autowired
    AbsentReps absent;

    @Autowired
    Reps reps;

    @Autowired
    Attendance attendance;

    @Autowired
    Journeys owners;

    @Autowired
    People people;

    @Autowired
    Cast cast;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EngineDriver engine;

    /** Every test has reps of its own: whoever is shared has tasks of other tests, too. */
    private static int tests;

    private String ada;
    private String ben;
    private String cleo;
    private UUID lead;
    private List<Map<String, Object>> promised;

    @BeforeEach
    void ada_has_a_lead_to_answer() {
        journeys.setClock(SettableClock.MONDAY_MORNING);
        tests++;
        ada = cast.person("ada-" + tests, Roles.SALES_REP);
        ben = cast.person("ben-" + tests, Roles.SALES_REP);
        cleo = cast.person("cleo-" + tests, Roles.SALES_REP);
        cast.person("boss", Roles.SALES_MANAGER);
        people.loginsByRole(Roles.SALES_REP).forEach(each -> capacity(each, 0));
        capacity(ada, 10);
        lead = journeys.capture(Map.of(
                Field.NAME, "Grace Example",
                Field.COMPANY, "Example Works",
                Field.PROFILE_SCORE, "19",
                Field.ACTIVITY_SCORE, "17"));
        assertThat(journeys.assignee(lead, ANSWER)).isEqualTo(ada);
        promised = promises();
        assertThat(promised).isNotEmpty();
    }

    @AfterEach
    void leave_the_application_as_it_was() {
        cast.actingAsNobody();
        for (String table : new String[] {"rep_place", "rep_absence", "rep_capacity"}) {
            jdbc.sql("delete from " + table).update();
        }
        for (String login : new String[] {ada, ben, cleo}) {
            cast.person(login, Roles.MARKETING);
        }
    }

    @Test
    void the_tasks_stay_unless_the_manager_says_otherwise() {
        // given
        away(null, ben, AbsenceHandling.STAY);

        // when
        int moved = absent.sweep();

        // then
        assertThat(moved).isZero();
        belongsTo(ada);
    }

    @Test
    void the_deputy_takes_over_at_the_beginning_with_the_same_promise() {
        // given: ben carries nothing, but the manager named him
        Instant tomorrow = clock.instant().plus(DAY);
        away(tomorrow, ben, AbsenceHandling.DEPUTY);

        // when
        int before = absent.sweep();
        Optional<Instant> next = absent.nextDue(clock.instant());
        journeys.setClock(tomorrow);
        int then = absent.sweep();

        // then
        assertThat(before).isZero();
        assertThat(next).contains(tomorrow);
        assertThat(then).isEqualTo(1);
        belongsTo(ben);
        assertThat(promises()).isEqualTo(promised);
        assertThat(holders()).containsOnly(ben);
        assertThat(absent.sweep()).isZero();
    }

    @Test
    void back_in_the_pool_a_lead_goes_to_whoever_is_able() {
        // given
        capacity(cleo, 1);
        away(null, ben, AbsenceHandling.POOL);

        // when
        absent.sweep();

        // then
        belongsTo(cleo);
        assertThat(promises()).isEqualTo(promised);
        assertThat(holders()).containsOnly(cleo);
    }

    @Test
    void when_the_deputy_is_away_too_it_is_as_with_the_pool() {
        // given
        capacity(cleo, 1);
        away(null, ben, AbsenceHandling.DEPUTY);
        note(ben, null, ada, AbsenceHandling.DEPUTY);

        // when
        absent.sweep();

        // then
        belongsTo(cleo);
    }

    @Test
    void when_nobody_is_able_the_task_can_be_claimed() {
        // given
        away(null, null, AbsenceHandling.POOL);

        // when
        absent.sweep();

        // then
        assertThat(journeys.assignee(lead, ANSWER)).isNull();
        assertThat(engine.assignee(task())).isNull();
        assertThat(promises()).isEqualTo(promised);
        assertThat(holders()).containsOnlyNulls();
    }

    @Test
    void a_deputy_is_another_active_rep() {
        for (String deputy : new String[] {null, ada, "boss", "nobody-at-all"}) {
            assertThatExceptionOfType(Invalid.class)
                    .as("deputy %s", deputy)
                    .isThrownBy(() -> away(null, deputy, AbsenceHandling.DEPUTY));
        }
        assertThat(jdbc.sql("select count(*) from rep_absence")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void belongsTo(String rep) {
        assertThat(engine.assignee(task())).isEqualTo(rep);
        assertThat(engine.variable(task(), "repId")).isEqualTo(rep);
        assertThat(journeys.assignee(lead, ANSWER)).isEqualTo(rep);
        assertThat(owners.ownerOf(lead)).contains(rep);
        assertThat(jdbc.sql("select login from rep_place where lead_id = ?")
                        .param(lead)
                        .query(String.class)
                        .list())
                .containsExactly(rep);
    }

    private String task() {
        return journeys.task(lead, ANSWER);
    }

    private List<String> holders() {
        return jdbc.sql("select holder from promise where lead_id = ?")
                .param(lead)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** All of them, but for who holds them. */
    private List<Map<String, Object>> promises() {
        List<Map<String, Object>> rows = jdbc.sql("select * from promise where lead_id = ? order by id")
                .param(lead)
                .query()
                .listOfRows();
        rows.forEach(row -> row.remove("holder"));
        return rows;
    }

    private void away(@Nullable Instant from, @Nullable String deputy, AbsenceHandling openTasks) {
        note(ada, from, deputy, openTasks);
    }

    private void note(String login, @Nullable Instant from, @Nullable String deputy, AbsenceHandling openTasks) {
        cast.actingAs("boss");
        attendance.away(login, from, clock.instant().plus(DAY.multipliedBy(5)), deputy, openTasks);
        cast.actingAsNobody();
    }

    private void capacity(String login, int places) {
        reps.setCapacity(login, places);
    }
}
