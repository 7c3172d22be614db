package org.leadrelay.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.verification.VerificationRun.State;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.platform.AdvisoryLock;
import org.leadrelay.platform.Conflict;
import org.leadrelay.testing.AtOnce;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/** Verifications as jobs: asked for, run once at a time, cancelled, left behind by a node. */
@ProductTest
@OwnDatabase
class VerificationsTest {

    @Autowired
    Verifications verifications;

    @Autowired
    VerificationRunner runner;

    @Autowired
    VerificationWork work;

    @Autowired
    VerificationTable table;

    @Autowired
    AdvisoryLock locks;

    @Autowired
    JourneyLog log;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Cast cast;

    @Autowired
    Database database;

    @Autowired
    MockMvc http;

    private final List<UUID> leads = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());

    @BeforeEach
    void threeLogs() {
        database.empty();
        cast.person("watcher", Roles.AUDITOR);
        for (UUID lead : leads) {
            transactions.executeWithoutResult(status -> {
                log.add(lead, Kind.CAPTURED, Map.of("by", "API"));
                log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
            });
        }
        cast.actingAs("watcher");
    }

    @AfterEach
    void nobody() {
        cast.actingAsNobody();
    }

    @Test
    void everything_is_verified_in_the_background_and_told_with_the_moment_up_to_which_it_holds() {
        // given
        UUID id = verifications.ofAll().id();
        assertThat(verifications.get(id).state()).isEqualTo(State.QUEUED);

        // when
        runner.runAll();

        // then
        VerificationRun run = verifications.get(id);
        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.streams()).isEqualTo(run.total()).isGreaterThanOrEqualTo(3);
        assertThat(run.lines()).isGreaterThanOrEqualTo(6);
        assertThat(run.findings()).isZero();
        assertThat(run.asOf()).isNotNull();
        assertThat(run.askedBy()).isEqualTo("watcher");
        assertThat(verifications.lastOfAll()).contains(run);
    }

    @Test
    void what_does_not_fit_is_told_by_code_log_and_line() {
        // given
        database.tamper("update journey_log set person = 'nobody' where seq = 2 and lead_id = '" + leads.get(1) + "'");
        UUID id = verifications.ofAll().id();

        // when
        runner.runAll();

        // then
        assertThat(verifications.get(id).findings()).isPositive();
        assertThat(verifications.findings(id))
                .extracting(VerificationFinding::code, VerificationFinding::stream, VerificationFinding::seq)
                .contains(tuple("line-changed", leads.get(1), 2L));
        assertThat(verifications.findings(id).get(0).said()).contains("not what was sealed");
    }

    @Test
    void a_log_that_lost_all_its_lines_is_found_by_its_head() {
        // given
        database.tamper("delete from journey_log where lead_id = '" + leads.get(0) + "'");
        UUID id = verifications.ofAll().id();

        // when
        runner.runAll();

        // then
        assertThat(verifications.findings(id))
                .extracting(VerificationFinding::code, VerificationFinding::stream)
                .containsExactly(tuple("chain-missing", leads.get(0)));
    }

    @Test
    void who_asks_while_one_of_everything_is_open_joins_it() {
        assertThat(verifications.ofAll().id()).isEqualTo(verifications.ofAll().id());
    }

    @Test
    void two_who_ask_at_once_get_the_same_one() {
        List<UUID> ids = AtOnce.atOnce(2, number -> {
            cast.actingAs("watcher");
            return verifications.ofAll().id();
        });

        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void a_cancelled_one_ends_and_says_nothing_about_the_rest() {
        // given
        UUID id = verifications.ofAll().id();

        // when
        verifications.cancel(id);
        runner.runAll();

        // then
        assertThat(verifications.get(id).state()).isEqualTo(State.CANCELLED);
        assertThat(verifications.get(id).lines()).isZero();
        assertThatThrownBy(() -> verifications.cancel(id)).isInstanceOf(Conflict.class);
    }

    @Test
    void one_that_is_cancelled_while_it_runs_stops_at_its_next_step() {
        // given
        UUID id = verifications.ofAll().id();

        // when
        work.run(verifications.get(id), () -> {
            table.end(
                    id,
                    State.CANCELLED,
                    jdbc.sql("select now()")
                            .query((row, n) -> row.getTimestamp(1).toInstant())
                            .single());
            return false;
        });

        // then
        assertThat(verifications.get(id).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void what_a_dead_node_left_running_is_called_stopped_and_can_be_asked_for_anew() {
        // given
        UUID left = verifications.ofAll().id();
        assertThat(table.start(left, 3, SettableClock.MONDAY_MORNING)).isPresent();

        // when
        runner.runAll();
        UUID anew = verifications.ofAll().id();
        runner.runAll();

        // then
        assertThat(verifications.get(left).state()).isEqualTo(State.STOPPED);
        assertThat(jdbc.sql("select details from journey_log where kind = 'verification-ended' and subject = ?")
                        .param(left.toString())
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("\"state\":\"stopped\"");
        assertThat(anew).isNotEqualTo(left);
        assertThat(verifications.get(anew).state()).isEqualTo(State.DONE);
    }

    @Test
    void while_one_node_works_no_other_does_and_none_calls_it_dead() throws Exception {
        // given
        UUID id = verifications.ofAll().id();
        table.start(id, 3, SettableClock.MONDAY_MORNING);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread node = new Thread(() -> locks.ifFree("audit verification", () -> {
            held.countDown();
            try {
                done.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        node.start();
        held.await();

        // when
        runner.runAll();

        // then
        assertThat(verifications.get(id).state()).isEqualTo(State.RUNNING);
        done.countDown();
        node.join();
    }

    @Test
    void a_node_that_stops_says_so_at_once() {
        // given
        UUID id = verifications.ofAll().id();

        // when
        work.run(verifications.get(id), () -> true);

        // then
        assertThat(verifications.get(id).state()).isEqualTo(State.STOPPED);
    }

    @Test
    void one_lead_is_verified_at_once_over_rest() throws Exception {
        http.perform(post("/api/audit/verifications")
                        .with(httpBasic("watcher", Cast.PASSWORD))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"scope\": \"lead\", \"lead\": \"" + leads.get(0) + "\"}"))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", containsString("/api/audit/verifications/")))
                .andExpect(jsonPath("$.state", is("done")))
                .andExpect(jsonPath("$.lines", is(2)))
                .andExpect(jsonPath("$.found", hasSize(0)));
        http.perform(get("/api/audit/verifications").with(httpBasic("watcher", Cast.PASSWORD)))
                .andExpect(jsonPath("$.items[0].lead", is(leads.get(0).toString())))
                .andExpect(jsonPath("$.items[0].askedBy", is("watcher")));
    }

    @Test
    void what_is_to_be_verified_must_be_said() throws Exception {
        for (String[] wrong :
                new String[][] {{"{}", "scope"}, {"{\"scope\": \"lead\"}", "lead"}, {"{\"scope\": \"some\"}", "scope"}
                }) {
            http.perform(post("/api/audit/verifications")
                            .with(httpBasic("watcher", Cast.PASSWORD))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(wrong[0]))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(jsonPath("$.field", is(wrong[1])));
        }
    }
}
