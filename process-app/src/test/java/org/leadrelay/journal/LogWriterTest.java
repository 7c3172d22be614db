package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.audit.ChainVerification;
import org.leadrelay.platform.WriteBehind;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.SharedServer;
import org.leadrelay.testing.Statements;
import org.leadrelay.testing.WaitingStatements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Lines follow the head of their chain as it is when they are written, whenever it was read, and what waited for them goes with them. */
@ProductTest
class LogWriterTest {

    @Autowired
    JourneyLog log;

    @Autowired
    ChainHeadCache heads;

    @Autowired
    WriteBehind writeBehind;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ChainVerification chains;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Database database;

    private final UUID lead = UUID.randomUUID();

    @Test
    void where_the_head_was_read_already_lines_are_written_in_one_round_trip() {
        // given
        write(3);

        // when
        List<String> statements = Statements.texts(() -> transactions.executeWithoutResult(status -> {
            readHead();
            log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
            log.add(lead, Kind.SIGNAL, Map.of("signal", "download"));
        }));

        // then: the head, the lines, the commit
        assertThat(statements.stream().filter(each -> !each.equals("BEGIN"))).hasSize(3);
        assertIntact(5);
    }

    @Test
    void where_somebody_else_has_moved_the_head_since_it_was_read_lines_follow_theirs() throws Exception {
        // given
        write(3);
        ExecutorService other = Executors.newSingleThreadExecutor();

        // when
        transactions.executeWithoutResult(status -> {
            readHead();
            log.add(
                    Entry.of(lead, Kind.SIGNAL, Map.of("signal", "visit")),
                    new DecisionFacts("fit", 1, List.of(1), Map.of("visits", 3), Map.of()));
            writeBehind.add(WriteBehind.Write.of("note", "insert into note_of_test (word) values (?)", "once"));
            onOther(other, () -> write(2));
        });
        other.shutdown();

        // then
        assertIntact(6);
        assertThat(notes()).containsExactly("once");
        assertThat(jdbc.sql("select seq from decision_fact where lead_id = ?")
                        .param(lead)
                        .query(Long.class)
                        .list())
                .containsExactly(6L);
    }

    @Test
    void the_head_is_not_locked_while_a_last_write_waits() throws Exception {
        // given
        write(1);
        database.superuser()
                .sql("insert into note_of_test (word) values ('held')")
                .update();
        ExecutorService other = Executors.newSingleThreadExecutor();

        // when: somebody else holds what it writes to
        Future<?> waiting;
        try (Connection holder = DriverManager.getConnection(database.url(), SharedServer.APPLICATION, "")) {
            holder.setAutoCommit(false);
            try (Statement statement = holder.createStatement()) {
                statement.execute("update note_of_test set word = 'given'");
            }
            waiting = other.submit(() -> transactions.executeWithoutResult(status -> {
                log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
                writeBehind.add(WriteBehind.Write.of("note", "update note_of_test set word = word || ' on'"));
            }));
            WaitingStatements.await(database.superuser(), "with write_0 as (update note_of_test%");

            // then
            assertThat(database.superuser()
                            .sql("select lead_id from journey_chain where lead_id = ? for update nowait")
                            .param(lead)
                            .query(UUID.class)
                            .single())
                    .isEqualTo(lead);
            holder.commit();
        }
        waiting.get();
        other.shutdown();
        assertThat(notes()).containsExactly("given on");
        assertIntact(2);
    }

    @Test
    void what_waited_for_the_lines_is_undone_with_them() {
        // when
        transactions.executeWithoutResult(status -> {
            log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
            writeBehind.add(WriteBehind.Write.of("note", "insert into note_of_test (word) values (?)", "gone"));
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> {
            log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
            writeBehind.add(WriteBehind.Write.of("note", "insert into note_of_test (word) values (?)", "kept"));
            assertThat(notes()).isEmpty();
        });

        // then
        assertThat(notes()).containsExactly("kept");
        assertIntact(1);
    }

    @Test
    void a_head_that_is_not_the_one_of_the_chain_is_not_followed() {
        // given
        write(3);

        // when
        transactions.executeWithoutResult(status -> {
            heads.know(lead, new ChainHeadCache.Head(3, new byte[32], OffsetDateTime.now(ZoneOffset.UTC), false));
            log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
        });

        // then
        assertIntact(4);
    }

    @BeforeEach
    void notesOfATest() {
        database.superuser().sql("drop table if exists note_of_test").update();
        database.superuser().sql("create table note_of_test (word text)").update();
        database.superuser()
                .sql("grant select, insert, update on note_of_test to public")
                .update();
    }

    @AfterEach
    void noNotes() {
        database.superuser().sql("drop table note_of_test").update();
    }

    private List<String> notes() {
        return jdbc.sql("select word from note_of_test").query(String.class).list();
    }

    private static void onOther(ExecutorService thread, Runnable deed) {
        try {
            thread.submit(deed).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void readHead() {
        jdbc.sql("""
            select last_seq as chain_seq, last_hash as chain_hash, clock_timestamp() as chain_read_at
            from journey_chain where lead_id = ?
            """).param(lead).query(row -> {
            heads.read(lead, row);
        });
    }

    private void write(int lines) {
        transactions.executeWithoutResult(status ->
                IntStream.range(0, lines).forEach(i -> log.add(lead, Kind.SIGNAL, Map.of("reason", "visit"))));
    }

    /** Without a gap, and with the seals that they should have. */
    private void assertIntact(long lines) {
        assertThat(chains.verify(lead))
                .returns(lines, ChainVerification.Verified::lines)
                .returns(List.of(), ChainVerification.Verified::findings);
    }
}
