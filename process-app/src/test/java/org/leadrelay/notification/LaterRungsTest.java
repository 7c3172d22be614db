package org.leadrelay.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.charter.Charter;
import org.leadrelay.charter.Parties;
import org.leadrelay.charter.Rung;
import org.leadrelay.promise.PromiseBroken;
import org.leadrelay.promise.Promises;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.LeadRows;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.leadrelay.workingtime.WorkAmount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@OwnDatabase
@Import(Parties.class)
class LaterRungsTest {

    @Autowired
    private LaterRungs later;

    @Autowired
    private Promises promises;

    @Autowired
    private Charter charter;

    @Autowired
    private Cast cast;

    @Autowired
    private Parties parties;

    @Autowired
    private Database database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private SettableClock clock;

    private UUID lead;
    private Instant due;

    @BeforeEach
    void aLeadWhosePromiseIsBroken() {
        jdbc.sql("delete from later_rung").update();
        cast.person("later-owner", Roles.PROCESS_OWNER);
        lead = new LeadRows(jdbc).lead();
        due = inTransaction(() -> promises.due(lead, "makeContact", "normal", "Activity_X", null));
        clock.set(due);
        inTransaction(() -> promises.overdue(lead, "makeContact"));
    }

    @AfterEach
    void leave() {
        cast.actingAsNobody();
        database.firstCharter();
        jdbc.sql("delete from later_rung").update();
    }

    @Test
    void a_broken_promise_waits_for_its_next_rung_in_working_time() {
        // then
        assertThat(later.nextDue(clock.instant())).contains(charter.calendar().add(due, Duration.ofHours(8)));
        assertThat(later.sweep()).isZero();
    }

    @Test
    void a_rung_of_a_working_day_waits_until_the_same_time_of_the_next_day_that_opens() {
        // given
        parties.arrive();
        Rung nextDay = new Rung("makeContact", Rung.Moment.AFTER, WorkAmount.parse("P1D"), Roles.PROCESS_OWNER);
        parties.agree(
                said -> said.rewriting().ladder("makeContact", List.of(nextDay)).text(), null, false);
        UUID other = new LeadRows(jdbc).lead();

        // when
        Instant broken = inTransaction(() -> promises.due(other, "makeContact", "normal", "Activity_X", null));
        clock.set(broken);
        inTransaction(() -> promises.overdue(other, "makeContact"));

        // then
        assertThat(jdbc.sql("select after, at from later_rung where lead_id = ?")
                        .param(other)
                        .query((row, n) ->
                                row.getString(1) + " " + row.getTimestamp(2).toInstant())
                        .list())
                .containsExactly("P1D " + broken.plus(Duration.ofDays(1)));
    }

    @Test
    void the_next_rung_is_told_once_when_its_time_has_come_on_several_nodes_too() throws Exception {
        // given
        rungFor(Roles.PROCESS_OWNER, Duration.ofHours(3));
        clock.set(charter.calendar().add(due, Duration.ofHours(3)));
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        // when
        List<Callable<Integer>> sweeps = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sweeps.add(later::sweep);
        }
        int climbed = 0;
        for (Future<Integer> sweep : nodes.invokeAll(sweeps)) {
            climbed += sweep.get();
        }
        nodes.shutdown();
        // then
        assertThat(climbed).isEqualTo(1);
        assertThat(later.sweep()).isZero();
        assertThat(told("later-owner")).containsExactly("escalation makeContact");
    }

    @Test
    void a_rung_is_dropped_when_the_step_ended_before() {
        // given
        rungFor(Roles.PROCESS_OWNER, Duration.ofHours(3));
        inTransaction(() -> {
            promises.completed(lead, "makeContact", null);
            return true;
        });
        clock.set(charter.calendar().add(due, Duration.ofHours(3)));
        // when
        later.sweep();
        // then
        assertThat(told("later-owner")).isEmpty();
        assertThat(states()).contains("dropped").doesNotContain("told");
    }

    @Test
    void a_step_that_was_taken_away_leaves_no_rung_to_climb() {
        // given
        UUID other = new LeadRows(jdbc).lead();
        Instant missed = inTransaction(() -> promises.due(other, "answerHandOff", "normal", "Activity_Y", null));
        clock.set(missed);
        // when
        inTransaction(() -> {
            promises.cancelled(other, "answerHandOff", null);
            return true;
        });
        // then
        assertThat(jdbc.sql("select count(*) from later_rung where lead_id = ?")
                        .param(other)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void rungFor(String whom, Duration after) {
        UUID promise = jdbc.sql("select id from promise where lead_id = ?")
                .param(lead)
                .query(UUID.class)
                .single();
        later.wait(
                new PromiseBroken(promise, lead, "makeContact", due, 1, true),
                new Rung("makeContact", Rung.Moment.AFTER, WorkAmount.of(after), whom),
                charter.calendar().add(due, after));
    }

    private List<String> told(String login) {
        return jdbc.sql("select kind || ' ' || clause from notice where recipient = ? and lead_id = ?")
                .params(login, lead)
                .query(String.class)
                .list();
    }

    private List<String> states() {
        return jdbc.sql("select state from later_rung").query(String.class).list();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }
}
