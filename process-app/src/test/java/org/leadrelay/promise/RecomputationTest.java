package org.leadrelay.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.leadrelay.testing.AtOnce.atOnce;
import static org.leadrelay.testing.JournalAssert.assertThatLog;
import static org.leadrelay.testing.Week.friday;
import static org.leadrelay.testing.Week.monday;
import static org.leadrelay.testing.Week.nextMonday;
import static org.leadrelay.testing.Week.tuesday;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Mandate;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.CharterContent;
import org.leadrelay.charter.CharterEvent;
import org.leadrelay.charter.CharterVersion;
import org.leadrelay.charter.CharterVersions;
import org.leadrelay.charter.Editing;
import org.leadrelay.charter.Parties;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.Conflict;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Sweep;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.process.JourneyTest;
import org.leadrelay.promise.proof.LedgerComparison;
import org.leadrelay.promise.proof.LedgerRebuild;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.web.servlet.MockMvc;

/** Running promises are counted anew when a version takes effect whose signers chose so. */
@OwnDatabase
@Import({Parties.class, RecomputationTest.OnANodeThatMayDie.class})
class RecomputationTest extends JourneyTest {

    private static final String ANSWER = "Activity_AnswerHandOff";
    private static final String DECIDE = "Activity_DecideOutcome";
    private static final String OVERDUE = "Event_AnswerOverdue";
    private static final String CLAUSE = "answerHandOff";

    @Autowired
    Parties parties;

    @Autowired
    Database database;

    @Autowired
    CharterVersions versions;

    @Autowired
    RecomputationPreview preview;

    @Autowired
    LedgerRebuild rebuild;

    @Autowired
    Promises promises;

    @Autowired
    LedgerComparison agreement;

    @Autowired
    Clock clock;

    @Autowired
    DyingNode node;

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectProvider<Sweep> sweeps;

    private Sweep recomputation;

    @BeforeEach
    void nobodyElsesPromises() {
        jdbc.sql("select lead_id from journey where ended_at is null")
                .query(UUID.class)
                .list()
                .forEach(journeys::withdraw);
        parties.arrive();
        node.livesOn();
        recomputation = sweep("Recomputation");
    }

    @AfterEach
    void backToTheFirstCharter() {
        cast.actingAsNobody();
        database.firstCharter();
    }

    @Test
    void a_longer_clause_moves_the_promise_its_timer_its_task_and_its_reminder() {
        // given: due after one hour
        UUID lead = readyLead();
        journeys.advance(Duration.ofMinutes(20));
        assertThat(journeys.due(lead, OVERDUE)).isEqualTo(monday("11:00"));

        // when
        CharterVersion agreed = agree(lasting(Duration.ofHours(3)), null);
        int moved = recomputation.sweep();

        // then
        assertThat(moved).isEqualTo(1);
        PromiseRow promise = promise(lead, CLAUSE);
        assertThat(promise.due()).isEqualTo(monday("13:00"));
        assertThat(promise.remind()).isEqualTo(monday("11:30"));
        assertThat(promise.charterVersion()).isEqualTo(agreed.version());
        assertThat(promise.arithmetic())
                .isEqualTo(
                        "opened Mon 10:00, 1 h Monday: due Mon 11:00; version %d of the charter from Mon 10:20: opened Mon 10:00, 3 h Monday: due Mon 13:00"
                                .formatted(agreed.version()));
        assertThat(journeys.due(lead, OVERDUE)).isEqualTo(promise.due());
        assertThat(journeys.due(lead, "Event_AnswerReminder")).isEqualTo(promise.remind());
        assertThat(inbox(lead)).isEqualTo(promise.due());
        wasMoved(lead, 1);
        everythingAgrees();
    }

    @Test
    void a_shorter_clause_counts_from_the_opening_and_what_has_passed_is_due_at_once() {
        // given
        UUID early = readyLead();
        journeys.advance(Duration.ofMinutes(50));
        UUID late = readyLead();
        journeys.advance(Duration.ofMinutes(5));

        // when
        agree(lasting(Duration.ofMinutes(30)), null);
        recomputation.sweep();

        // then
        assertThat(promise(early, CLAUSE).due()).isEqualTo(clock.instant());
        assertThat(promise(early, CLAUSE).arithmetic()).endsWith("due Mon 10:30, which had passed: due Mon 10:55");
        assertThat(promise(early, CLAUSE).remind()).isEqualTo(monday("10:30"));
        assertThat(promise(late, CLAUSE).due()).isEqualTo(monday("11:20"));
        assertThat(promise(late, CLAUSE).remind()).isEqualTo(monday("11:05"));
        everythingAgrees();

        // when
        journeys.fire(early, OVERDUE);

        // then
        assertThat(promise(early, CLAUSE).state()).isEqualTo("broken");
    }

    @Test
    void a_paused_promise_gets_what_the_new_clause_leaves_of_it() {
        // given: 15 of 60 minutes used
        UUID lead = readyLead();
        journeys.advance(Duration.ofMinutes(15));
        journeys.ask(lead, ANSWER, journeys.assignee(lead, ANSWER));
        journeys.advance(Duration.ofMinutes(10));

        // when
        agree(lasting(Duration.ofHours(2)), null);
        recomputation.sweep();

        // then
        assertThat(journeys.due(lead, OVERDUE)).isEqualTo(Promises.NEVER);
        everythingAgrees();

        // when
        journeys.advance(Duration.ofMinutes(35));
        answerQuestion(lead);

        // then
        assertThat(journeys.due(lead, OVERDUE)).isEqualTo(monday("12:45"));
        assertThat(promise(lead, CLAUSE).due()).isEqualTo(monday("12:45"));
    }

    @Test
    void a_promise_that_was_paused_once_keeps_the_time_it_stood_still() {
        // given: 15 minutes used, 45 left from 10:40 on
        UUID lead = readyLead();
        journeys.advance(Duration.ofMinutes(15));
        journeys.ask(lead, ANSWER, journeys.assignee(lead, ANSWER));
        journeys.advance(Duration.ofMinutes(25));
        answerQuestion(lead);
        journeys.advance(Duration.ofMinutes(10));

        // when
        agree(lasting(Duration.ofHours(2)), null);
        recomputation.sweep();

        // then: 25 used, 95 left from 10:50 on
        assertThat(promise(lead, CLAUSE).due()).isEqualTo(monday("12:25"));
        assertThat(promise(lead, CLAUSE).arithmetic()).endsWith(": 1 h 35 min left: due Mon 12:25");
        assertThat(journeys.due(lead, OVERDUE)).isEqualTo(monday("12:25"));
    }

    @Test
    void the_buyers_day_stays_and_so_does_what_was_broken() {
        // given
        UUID renewed = acceptedLead();
        asHolder(renewed, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        asHolder(
                renewed,
                DECIDE,
                Map.of(
                        "outcome",
                        "nextStep",
                        "nextStepDate",
                        journeys.today().plusDays(9).toString()));
        Instant buyersDay = promise(renewed, "decideOutcome").due();
        UUID broken = acceptedLead();
        journeys.fire(broken, "Event_ContactOverdue");
        PromiseRow before = promise(broken, "makeContact");

        // when
        agree(
                said -> Editing.lasting(
                        Editing.lasting(said, "makeContact", Duration.ofHours(20)),
                        "decideOutcome",
                        Duration.ofHours(2)),
                null);
        recomputation.sweep();

        // then
        assertThat(promise(renewed, "decideOutcome").due()).isEqualTo(buyersDay);
        assertThat(promise(broken, "makeContact")).isEqualTo(before);
        journeys.fire(renewed, "Event_NextStepDue");
        recomputation.sweep();
        assertThat(promise(renewed, "decideOutcome").due()).isEqualTo(buyersDay);
    }

    @Test
    void one_day_means_one_working_day_for_the_promise_that_runs_and_for_the_next() {
        // given: Friday 16:30
        journeys.setClock(friday("16:30"));
        UUID running = readyLead();

        // when
        agree(said -> Editing.lastingDays(said, CLAUSE, 1), null);
        recomputation.sweep();
        UUID next = readyLead();

        // then: Monday 16:30, and the reminder after half of eight hours
        for (UUID lead : List.of(running, next)) {
            assertThat(promise(lead, CLAUSE).due()).isEqualTo(nextMonday("16:30"));
            assertThat(promise(lead, CLAUSE).remind()).isEqualTo(nextMonday("12:30"));
            assertThat(journeys.due(lead, OVERDUE)).isEqualTo(nextMonday("16:30"));
        }
    }

    @Test
    void a_clause_that_is_unchanged_leaves_its_promises_alone() {
        // given
        UUID lead = acceptedLead();
        PromiseRow before = promise(lead, "makeContact");

        // when
        agree(lasting(Duration.ofHours(9)), null);

        // then
        assertThat(recomputation.sweep()).isZero();
        assertThat(promise(lead, "makeContact")).isEqualTo(before);
        wasMoved(lead, 0);
    }

    @Test
    void a_clause_that_the_new_version_does_without_leaves_its_promises_alone() {
        // given
        UUID lead = readyLead();
        PromiseRow before = promise(lead, CLAUSE);
        int version = agree(lasting(Duration.ofHours(3)), null).version();
        jdbc.sql("delete from charter_clause where charter_version = ? and clause = ?")
                .params(version, CLAUSE)
                .update();

        // when
        int moved = recomputation.sweep();

        // then
        assertThat(moved).isZero();
        assertThat(promise(lead, CLAUSE)).isEqualTo(before);
    }

    @Test
    void promises_stay_where_they_are_when_the_signers_chose_so() {
        // given
        UUID lead = readyLead();

        // when
        parties.agree(lasting(Duration.ofHours(3)), null, false);

        // then
        assertThat(recomputation.sweep()).isZero();
        assertThat(promise(lead, CLAUSE).due()).isEqualTo(monday("11:00"));
    }

    @Test
    void nothing_moves_before_the_moment_and_the_demos_clock_stops_at_it() {
        // given
        journeys.setClock(monday("16:30"));
        Instant moment = tuesday("09:00");
        agree(lasting(Duration.ofHours(4)), moment);
        UUID lead = readyLead();

        // then: half an hour today, half an hour tomorrow
        assertThat(recomputation.nextDue(clock.instant())).contains(moment);
        assertThat(recomputation.sweep()).isZero();
        assertThat(promise(lead, CLAUSE).due()).isEqualTo(tuesday("09:30"));

        // when
        journeys.setClock(moment);

        // then
        assertThat(recomputation.nextDue(moment)).isEmpty();
        assertThat(recomputation.sweep()).isEqualTo(1);
        assertThat(promise(lead, CLAUSE).due()).isEqualTo(tuesday("12:30"));
    }

    @Test
    void a_node_that_dies_half_way_leaves_the_rest_to_the_next_which_moves_nothing_twice() {
        // given: soonest due first
        List<UUID> leads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            leads.add(readyLead());
            journeys.advance(Duration.ofMinutes(1));
        }
        CharterVersion agreed = agree(lasting(Duration.ofHours(3)), null);

        // when
        node.diesAfter(2);
        assertThatThrownBy(() -> recomputation.sweep()).isInstanceOf(OutOfMemoryError.class);

        // then
        eachWasMovedOnce(leads.subList(0, 2));
        leads.subList(2, 4).forEach(lead -> wasMoved(lead, 0));
        everythingAgrees();

        // when
        node.livesOn();
        assertThat(recomputation.sweep()).isEqualTo(2);

        // then
        eachWasMovedOnce(leads);
        assertThat(recomputation.sweep()).isZero();
        everythingAgrees();

        // when
        journeys.advance(Duration.ofMinutes(3));
        recomputation.sweep();

        // then
        assertThat(versions.toRecompute()).isEmpty();
        assertThat(versions.version(agreed.version()).recomputedAt()).isEqualTo(clock.instant());
        assertThat(versions.events(agreed.version()))
                .filteredOn(each -> each.kind() == CharterEvent.Kind.RECOMPUTED)
                .extracting(CharterEvent::details)
                .containsExactly("4");
    }

    @Test
    void two_nodes_at_once_move_each_promise_once() {
        // given
        List<UUID> leads = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            leads.add(readyLead());
        }
        agree(lasting(Duration.ofHours(3)), null);

        // when
        List<Integer> moved = atOnce(2, node -> recomputation.sweep());

        // then
        assertThat(moved.get(0) + moved.get(1)).isEqualTo(leads.size());
        eachWasMovedOnce(leads);
        everythingAgrees();
    }

    @Test
    void the_preview_says_for_every_lead_what_then_happens() {
        // given
        UUID atOnce = readyLead();
        journeys.advance(Duration.ofMinutes(40));
        UUID earlier = readyLead();
        journeys.advance(Duration.ofMinutes(5));
        UUID paused = readyLead();
        journeys.ask(paused, ANSWER, journeys.assignee(paused, ANSWER));
        int version = parties.propose(lasting(Duration.ofMinutes(30)), null).version();

        // when
        Page<RecountedPromise> shown = preview.page(version, 0, 50);
        RecomputationPreview.Summary summary = preview.summary(version);

        // then
        assertThat(shown.total()).isEqualTo(4);
        assertThat(shown.items())
                .filteredOn(each -> each.clause().equals(CLAUSE))
                .extracting(RecountedPromise::leadId, RecountedPromise::effect)
                .containsExactly(
                        tuple(atOnce, RecomputationEffect.AT_ONCE),
                        tuple(earlier, RecomputationEffect.EARLIER),
                        tuple(paused, RecomputationEffect.EARLIER));
        assertThat(shown.items()).extracting(RecountedPromise::lead).containsOnly("Grace Example");
        assertThat(summary.running()).isEqualTo(4);
        assertThat(summary.moved()).isEqualTo(3);
        assertThat(summary.of(RecomputationEffect.SAME)).isEqualTo(1);
        assertThat(preview.page(version, 1, 3).items()).hasSize(1);

        // when
        parties.sign(Parties.MARKETING, Mandate.HEAD_OF_MARKETING, version, true);
        parties.sign(Parties.SALES, Mandate.HEAD_OF_SALES, version, true);
        cast.actingAsNobody();
        recomputation.sweep();

        // then
        for (RecountedPromise each : shown.items()) {
            if (!each.paused()) {
                assertThat(promise(each.leadId(), each.clause()).due()).isEqualTo(each.after());
            }
        }
        cast.actingAs(Parties.OWNER);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> preview.summary(version));
    }

    @Test
    void the_preview_over_rest_and_as_a_file_which_is_logged() throws Exception {
        // given
        UUID lead = readyLead();
        int version = parties.propose(lasting(Duration.ofHours(3)), null).version();
        cast.actingAsNobody();
        String address = "/api/charter/versions/" + version + "/recomputation";

        // then
        mvc.perform(get(address).with(httpBasic(Parties.SALES, Cast.PASSWORD)))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].leadId").value(lead.toString()))
                .andExpect(jsonPath("$.items[0].before").value("2026-03-02T10:00:00Z"))
                .andExpect(jsonPath("$.items[0].after").value("2026-03-02T12:00:00Z"))
                .andExpect(jsonPath("$.items[0].effect").value("later"));
        mvc.perform(get(address + "/summary").with(httpBasic(Parties.OWNER, Cast.PASSWORD)))
                .andExpect(jsonPath("$.effects.later").value(1))
                .andExpect(jsonPath("$.effects.buyers-day").value(0))
                .andExpect(jsonPath("$.running").value(1));
        mvc.perform(get(address + ".csv").with(httpBasic(Parties.OWNER, Cast.PASSWORD)))
                .andExpect(content()
                        .string(containsString(lead
                                + ",Grace Example,answerHandOff,high,"
                                + "2026-03-02T10:00:00Z,2026-03-02T12:00:00Z,false,later")));
        assertThat(jdbc.sql("select person from export_log where what = 'recomputation'")
                        .query(String.class)
                        .list())
                .containsExactly(Parties.OWNER);
        mvc.perform(get(address + "?size=0").with(httpBasic(Parties.OWNER, Cast.PASSWORD)))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(get(address + ".csv").with(httpBasic("ada", Cast.PASSWORD))).andExpect(status().isForbidden());
    }

    @Test
    void a_rep_sees_no_preview_and_a_deputy_who_may_sign_does() {
        int version = parties.propose(lasting(Duration.ofMinutes(30)), null).version();

        cast.actingAs("ada");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> preview.page(version, 0, 50));
        cast.actingAs(Parties.SALES_DEPUTY);
        assertThat(preview.page(version, 0, 50).total()).isZero();
    }

    @Test
    void the_minutes_of_a_moved_promise_are_late_from_its_new_due_time_on() {
        // given
        UUID lead = acceptedLead();
        journeys.advance(Duration.ofMinutes(45));
        agree(said -> Editing.lasting(said, "makeContact", Duration.ofMinutes(30)), null);
        recomputation.sweep();
        journeys.fire(lead, "Event_ContactOverdue");

        // when
        journeys.advance(Duration.ofMinutes(10));
        asHolder(lead, "Activity_MakeContact", Map.of("outcome", "reached", "channel", "call"));
        sweep("TimeAttributionJob").sweep();

        // then
        assertThat(jdbc.sql("""
            select t.unopened, t.late_unopened from promise_time t
            join promise p on p.id = t.promise_id
            where p.lead_id = ? and p.clause = ?\
            """).params(lead, "makeContact").query().singleRow())
                .containsEntry("unopened", Duration.ofMinutes(55).toMillis())
                .containsEntry("late_unopened", Duration.ofMinutes(10).toMillis());
    }

    @Test
    void the_log_tells_the_moved_promises_again() {
        // given
        UUID running = readyLead();
        UUID paused = readyLead();
        journeys.advance(Duration.ofMinutes(15));
        journeys.ask(paused, ANSWER, journeys.assignee(paused, ANSWER));
        agree(lasting(Duration.ofHours(2)), null);
        recomputation.sweep();
        journeys.advance(Duration.ofMinutes(15));
        answerQuestion(paused);
        answerHandOff(running, Map.of("outcome", "accept"));
        List<Map<String, Object>> before = rows();
        cast.person("root", Roles.ADMINISTRATOR);

        // when
        jdbc.sql("update promise set due_at = opened_at, charter_version = 1, work = 'PT1S'")
                .update();
        cast.actingAs("root");
        LedgerRebuild.Rebuilt rebuilt = rebuild.rebuild();
        cast.actingAsNobody();

        // then
        assertThat(rebuilt.corrected()).isPositive();
        assertThat(rows()).isEqualTo(before);
    }

    private Sweep sweep(String name) {
        return sweeps.stream()
                .filter(each -> each.getClass().getSimpleName().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static UnaryOperator<CharterContent> lasting(Duration work) {
        return said -> Editing.lasting(said, CLAUSE, work);
    }

    private CharterVersion agree(UnaryOperator<CharterContent> change, @Nullable Instant from) {
        return parties.agree(change, from, true);
    }

    private void answerQuestion(UUID lead) {
        journeys.answer(
                lead,
                "Activity_AnswerQuestion",
                JourneyDriver.MARKETER,
                Map.of("outcome", "answered", "answer", "The board"));
    }

    private PromiseRow promise(UUID lead, String clause) {
        return promises.of(lead, Locale.ENGLISH).stream()
                .filter(each -> each.clause().equals(clause))
                .findFirst()
                .orElseThrow();
    }

    private void everythingAgrees() {
        assertThat(agreement.differences(clock.instant(), 100)).isEmpty();
    }

    private void eachWasMovedOnce(List<UUID> leads) {
        assertThat(leads).allSatisfy(lead -> wasMoved(lead, 1));
    }

    private void wasMoved(UUID lead, int times) {
        assertThatLog(jdbc, lead).only(Kind.PROMISE_RECOUNTED).hasLines(times);
    }

    private Instant inbox(UUID lead) {
        return jdbc.sql("select due from task_item where lead_id = ?")
                .param(lead)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("select * from promise order by id").query().listOfRows();
    }

    /** Fails as a node does that is killed: nothing catches it. */
    static class DyingNode implements RunningTimers {

        private final RunningTimers real;
        private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

        DyingNode(RunningTimers real) {
            this.real = real;
        }

        void diesAfter(int leads) {
            left.set(leads);
        }

        void livesOn() {
            left.set(Integer.MAX_VALUE);
        }

        @Override
        public void follow(UUID leadId) {
            if (left.getAndDecrement() <= 0) {
                throw new OutOfMemoryError("a node is killed");
            }
            real.follow(leadId);
        }
    }

    @TestConfiguration
    static class OnANodeThatMayDie {

        @Bean
        @Primary
        DyingNode dyingNode(@Qualifier("runningTimersAdapter") RunningTimers real) {
            return new DyingNode(real);
        }
    }
}
