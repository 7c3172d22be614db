package org.leadrelay.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadrelay.access.Roles;
import org.leadrelay.journal.Entry;
import org.leadrelay.journal.JourneyLog;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.ListedText;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Connections;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the projection goes on: in small steps, past what cannot be read, and over rows that can be read meanwhile. */
@ProductTest
@OwnDatabase
class LapFactSweepTest {

    private static final int OF_ONE_SWEEP = LapFactSweep.BATCH * LapFactSweep.MOST_BATCHES;

    @Autowired
    LapFactSweep sweep;

    @Autowired
    LapFactProgress folded;

    @Autowired
    BoardProgress progress;

    @Autowired
    BoardHealth health;

    @Autowired
    BoardReports reports;

    @Autowired
    JourneyLog log;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    DataSource connections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    Cast cast;

    @BeforeEach
    void nothing() {
        database.empty();
    }

    @Test
    void what_one_sweep_leaves_is_the_next_ones() {
        // given
        captured(OF_ONE_SWEEP + 7);

        // then
        assertThat(sweep.sweep()).isEqualTo(OF_ONE_SWEEP);
        assertThat(progress.isCaughtUp()).isFalse();
        assertThat(sweep.sweep()).isEqualTo(7);
        assertThat(progress.isCaughtUp()).isTrue();
        assertThat(sweep.sweep()).isZero();
    }

    @Test
    void rows_can_be_read_while_all_are_made_anew_and_those_of_no_lead_go_at_the_end() {
        // given
        int leads = OF_ONE_SWEEP + 7;
        captured(leads);
        new WholeRebuild(folded, sweep, transactions).run();
        cast.person("mara", Roles.MARKETING);
        cast.actingAs("mara");
        assertThat(reports.board(Board.FUNNEL, BoardFilter.ALL).complete()).isTrue();
        jdbc.sql("update lap_fact set lead_id = gen_random_uuid() where lead_id = (select min(lead_id::text)::uuid from"
                        + " lap_fact)")
                .update();

        // when
        jdbc.sql("update lap_fact_basis set basis = 'other hours'").update();
        sweep.sweep();

        // then
        assertThat(rows()).isGreaterThanOrEqualTo(leads);
        assertThat(progress.isCaughtUp()).isFalse();
        BoardResult meanwhile = reports.board(Board.FUNNEL, BoardFilter.ALL);
        assertThat(meanwhile.complete()).isFalse();
        assertThat(meanwhile.numbers())
                .filteredOn(each -> each.id().equals("funnel.captured"))
                .extracting(NumberResult::n)
                .allMatch(n -> n >= leads);

        // and when
        sweep.sweep();

        // then
        assertThat(rows()).isEqualTo(leads);
        assertThat(progress.isCaughtUp()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "captured       | {no JSON                                                    | line 1 (captured):"
                        + " IllegalArgumentException",
                "captured       | {\"journey\": \"x\", \"source\": \"a\\u0000b\"}             | refused by the"
                        + " database, 22021",
                "promise-opened | {\"promise\": \"p\", \"clause\": \"c\", \"due\": \"soon\"}  | line 2"
                        + " (promise-opened): DateTimeParseException"
            })
    void a_lead_that_cannot_be_read_is_set_aside_and_the_others_are_counted(String kind, String details, String why) {
        // given
        List<UUID> leads = captured(3);
        UUID bad = leads.get(1);
        transactions.executeWithoutResult(status -> log.add(
                Entry.of(bad, Kind.PROMISE_OPENED, Map.of("promise", UUID.randomUUID(), "clause", "answerHandOff"))));
        List<String> before = jdbc.sql("select details from journey_log where lead_id = ? and kind = ?")
                .params(bad, kind)
                .query(String.class)
                .list();
        say(bad, kind, details);

        // when
        sweep.sweep();

        // then
        assertThat(jdbc.sql("select lead_id from lap_fact").query(UUID.class).list())
                .containsExactlyInAnyOrder(leads.get(0), leads.get(2));
        assertThat(progress.isCaughtUp()).isTrue();
        Health told = health.health();
        assertThat(told.getStatus()).isEqualTo(Status.UP);
        assertThat(told.getDetails())
                .containsEntry("unreadable", "1 leads could not be read and are in no number")
                .containsEntry("leads", List.of(bad + ": " + why));
        cast.person("mara", Roles.MARKETING);
        cast.actingAs("mara");
        assertThat(reports.board(Board.FUNNEL, BoardFilter.ALL).unreadable()).isEqualTo(1);
        assertThat(sweep.sweep()).as("it is not tried again and again").isZero();

        // and when
        say(bad, kind, before.get(0));
        transactions.executeWithoutResult(status -> log.add(Entry.of(bad, Kind.COMMENT, Map.of())));
        sweep.sweep();

        // then
        assertThat(rows()).isEqualTo(3);
        assertThat(health.health().getDetails()).doesNotContainKey("unreadable");
    }

    @Test
    void a_lead_that_was_set_aside_is_tried_again_by_another_basis() {
        // given
        UUID lead = captured(1).get(0);
        String before = jdbc.sql("select details from journey_log where lead_id = ?")
                .param(lead)
                .query(String.class)
                .single();
        say(lead, "captured", "{");
        sweep.sweep();
        assertThat(rows()).isZero();

        // when
        say(lead, "captured", before);
        jdbc.sql("update lap_fact_basis set basis = 'other hours'").update();
        sweep.sweep();

        // then
        assertThat(rows()).isEqualTo(1);
        assertThat(progress.state().unreadable()).isZero();
    }

    @Test
    void only_leads_with_a_line_of_late_are_compared_and_once_an_hour_all() {
        // given
        UUID lead = captured(1).get(0);
        sweep.sweep();
        database.tamper(
                "update journey_log set recorded_at = recorded_at - interval '1 day' where lead_id = '" + lead + "'");
        jdbc.sql("update lap_fact_position set seq = seq - 1").update();
        assertThat(sweep.sweep()).isZero();

        // when
        jdbc.sql("update lap_fact_basis set compared_at = compared_at - interval '61 minutes'")
                .update();

        // then
        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(sweep.sweep()).isZero();
    }

    @Test
    void what_can_be_chosen_is_read_once_until_a_row_changes() {
        // given
        captured(1);
        sweep.sweep();
        cast.person("mara", Roles.MARKETING);
        cast.actingAs("mara");
        int first = Statements.of(reports::choices);

        // then
        assertThat(Statements.of(reports::choices)).isLessThan(first);
        assertThat(reports.choices().sources()).containsExactly("Web");
        sweep.sweep();
        assertThat(Statements.of(reports::choices)).as("nothing was new").isLessThan(first);

        // when
        transactions.executeWithoutResult(status -> log.add(Entry.of(
                UUID.randomUUID(),
                Kind.CAPTURED,
                Map.of("journey", UUID.randomUUID(), "by", "API", "source", new ListedText("Fair")))));
        sweep.sweep();

        // then
        assertThat(reports.choices().sources()).containsExactly("Fair", "Web");
    }

    @Test
    void letters_wait_where_nobody_has_looked_for_long() {
        // given
        sweep.sweep();
        assertThat(progress.isCaughtUp()).isTrue();

        // when
        jdbc.sql("update lap_fact_basis set read_to = read_to - interval '11 minutes'")
                .update();

        // then
        assertThat(progress.isCaughtUp()).isFalse();
        assertThat(health.health().getDetails()).containsEntry("caughtUp", false);
        sweep.sweep();
        assertThat(progress.isCaughtUp()).isTrue();
    }

    @Test
    void a_batch_takes_one_connection() throws Exception {
        // given
        captured(3);

        // then
        assertThat(Connections.left(connections, 1, sweep::sweep)).isEqualTo(3);
    }

    private List<UUID> captured(int many) {
        List<UUID> leads = new ArrayList<>();
        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < many; i++) {
                UUID lead = UUID.randomUUID();
                leads.add(lead);
                log.add(Entry.of(
                        lead,
                        Kind.CAPTURED,
                        Map.of("journey", UUID.randomUUID(), "by", "API", "source", new ListedText("Web"))));
            }
        });
        return leads;
    }

    private void say(UUID lead, String kind, String details) {
        database.tamper("update journey_log set details = '" + details + "' where lead_id = '" + lead + "' and kind = '"
                + kind + "'");
    }

    private int rows() {
        return jdbc.sql("select count(*) from lap_fact").query(Integer.class).single();
    }
}
