package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.platform.Forbidden;
import org.leadrelay.process.JourneyDriver;
import org.leadrelay.process.JourneyTest;
import org.leadrelay.testing.AtOnce;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.WaitingStatements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The boards made anew while people read them, and while nodes die. */
class BoardRebuildsTest extends JourneyTest {

    private static final String ROWS = "lap_fact order by lead_id, journey, lap";

    @Autowired
    BoardRebuilds rebuilds;

    @Autowired
    BoardReports reports;

    @Autowired
    LapFactSweep sweep;

    @Autowired
    Database database;

    @Autowired
    TransactionTemplate transactions;

    @Override
    @BeforeEach
    protected void stage() {
        database.empty();
        super.stage();
        cast.person("root", Roles.ADMINISTRATOR);
        acceptedLead();
        rejectedLead();
        readyLead();
        sweep.sweep();
        cast.actingAs("root");
    }

    @Test
    void the_boards_can_be_read_while_they_are_made_anew_and_come_to_the_same_rows() {
        // given
        List<Map<String, Object>> facts = rows(ROWS);
        List<Long> told = told();

        // when
        BoardRebuild asked = rebuilds.ask();

        // then
        assertThat(asked.leads()).isEqualTo(3);
        assertThat(asked.done()).isZero();
        assertThat(told()).as("before any lead is done").isEqualTo(told);

        // when
        assertThat(sweep.sweep()).isEqualTo(3);
        rebuilds.sweep();

        // then
        assertThat(rebuilds.newest()).hasValueSatisfying(done -> {
            assertThat(done.open()).isFalse();
            assertThat(done.done()).isEqualTo(3);
        });
        assertThat(rows(ROWS)).isEqualTo(facts);
        assertThat(kinds()).containsExactly("board-rebuild-asked", "board-rebuilt");
    }

    @Test
    void a_node_that_dies_on_the_way_leaves_readable_boards_and_another_goes_on() {
        // given
        List<Map<String, Object>> facts = rows(ROWS);
        List<Long> told = told();
        rebuilds.ask();

        // when it dies before it commits
        transactions.executeWithoutResult(status -> {
            assertThat(sweep.sweep()).isEqualTo(3);
            assertThat(rebuilds.sweep()).isEqualTo(1);
            status.setRollbackOnly();
        });

        // then
        assertThat(told()).isEqualTo(told);
        assertThat(rebuilds.newest())
                .hasValueSatisfying(open -> assertThat(open.open()).isTrue());
        assertThat(rebuilds.sweep()).as("nothing is done").isZero();

        // when it dies after one lead of three
        UUID done = jdbc.sql("select lead_id from lap_fact limit 1")
                .query(UUID.class)
                .single();
        jdbc.sql("insert into lap_fact_position (lead_id, seq) select lead_id, last_seq from journey_chain"
                        + " where lead_id = ?")
                .param(done)
                .update();

        // then
        assertThat(told()).isEqualTo(told);
        assertThat(rebuilds.newest())
                .hasValueSatisfying(open -> assertThat(open.done()).isEqualTo(1));
        assertThat(rebuilds.sweep()).isZero();

        // when
        assertThat(sweep.sweep()).isEqualTo(2);

        // then
        assertThat(rebuilds.sweep()).isEqualTo(1);
        assertThat(rows(ROWS)).isEqualTo(facts);
    }

    @Test
    void a_sweep_on_another_node_waits_until_all_positions_are_forgotten() throws Exception {
        // given
        CompletableFuture<Integer> swept = new CompletableFuture<>();

        // when
        transactions.executeWithoutResult(status -> {
            rebuilds.ask();
            swept.completeAsync(sweep::sweep);
            WaitingStatements.await(jdbc, "%lap_fact_basis%");
        });

        // then
        assertThat(swept.get(20, TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(rebuilds.sweep()).isEqualTo(1);
    }

    @Test
    void of_two_who_ask_at_once_both_get_the_same_one() throws Exception {
        // when
        List<UUID> asked = AtOnce.atOnce(2, node -> {
            cast.actingAs("root");
            return rebuilds.ask().id();
        });

        // then
        assertThat(asked).hasSize(2);
        assertThat(Map.of(asked.get(0), 1)).containsKey(asked.get(1));
        assertThat(kinds()).containsExactly("board-rebuild-asked");
    }

    @Test
    void only_who_may_rebuild_what_is_read_asks_and_looks() {
        cast.actingAs(JourneyDriver.MARKETER);
        assertThat(rebuilds.mayAsk()).isFalse();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(rebuilds::ask);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(rebuilds::newest);
    }

    private List<Long> told() {
        return reports.board(Board.BECAME, BoardFilter.ALL).numbers().stream()
                .map(NumberResult::n)
                .toList();
    }

    private List<String> kinds() {
        return jdbc.sql("select kind from journey_log where kind like 'board-rebuil%' order by recorded_at, seq")
                .query(String.class)
                .list();
    }

    private List<Map<String, Object>> rows(String from) {
        return jdbc.sql("select to_jsonb(r)::text as row from (select * from " + from + ") r")
                .query()
                .listOfRows();
    }
}
