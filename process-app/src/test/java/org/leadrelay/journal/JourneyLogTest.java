package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Actor;
import org.leadrelay.access.CurrentPerson;
import org.leadrelay.access.People;
import org.leadrelay.access.PersonChange;
import org.leadrelay.access.Roles;
import org.leadrelay.audit.ChainVerification;
import org.leadrelay.audit.Timeline;
import org.leadrelay.audit.TimelineLine;
import org.leadrelay.testing.Cast;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

@ProductTest
class JourneyLogTest {

    @Autowired
    JourneyLog log;

    @Autowired
    ChainVerification chains;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Database database;

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    CurrentPerson current;

    private final UUID lead = UUID.randomUUID();

    @Test
    void lines_are_numbered_without_gaps_and_the_chain_holds() {
        // when
        write(3);
        write(2);

        // then
        assertThat(seqs()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertIntact(5);
    }

    @Test
    void what_rolls_back_leaves_no_line_and_no_gap() {
        // given
        write(1);

        // when
        transactions.executeWithoutResult(status -> {
            log.add(lead, Kind.SIGNAL, Map.of("signal", "visit"));
            status.setRollbackOnly();
        });
        write(1);

        // then
        assertThat(seqs()).containsExactly(1L, 2L);
    }

    @Test
    void a_line_without_the_transaction_of_its_deed_is_refused() {
        assertThatThrownBy(() -> log.add(lead, Kind.SIGNAL, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("signal");
    }

    @Test
    void the_database_itself_refuses_its_superuser_to_change_or_remove_a_line() {
        write(1);
        for (String attack : List.of(
                "update journey_log set person = 'nobody' where lead_id = ?",
                "delete from journey_log where lead_id = ?")) {
            assertThatThrownBy(
                            () -> database.superuser().sql(attack).param(lead).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
        assertThatThrownBy(
                        () -> database.superuser().sql("truncate journey_log").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void transactions_at_the_same_time_share_one_chain() throws Exception {
        // when
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> all = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        write(2);
                        return true;
                    })
                    .toList();
            for (Future<Boolean> done : pool.invokeAll(all)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdown();
        }

        // then
        assertIntact(80);
    }

    @Test
    void the_timeline_says_it_in_words_in_either_language() {
        write(1);
        assertThat(timeline.page(lead, true, 0, 10, Locale.ENGLISH)
                        .items()
                        .get(0)
                        .sentence())
                .isEqualTo("Showed interest: visited the site");
        assertThat(timeline.page(lead, true, 0, 10, Locale.GERMAN)
                        .items()
                        .get(0)
                        .sentence())
                .isEqualTo("Interesse gezeigt: Website besucht");
    }

    @Test
    void a_table_that_says_nothing_is_said_to() {
        transactions.executeWithoutResult(status ->
                log.add(lead, Kind.DECISION, Map.of("table", "skills", "rows", List.of(3), "outputs", Map.of())));
        assertThat(timeline.page(lead, true, 0, 10, Locale.ENGLISH)
                        .items()
                        .get(0)
                        .sentence())
                .isEqualTo("Decided by skills, row 3: nothing");
    }

    @Test
    void people_are_called_by_their_names_and_whoever_is_gone_by_the_login() {
        // given
        cast.person("log-max", Roles.SALES_MANAGER);
        cast.person("log-ada", Roles.SALES_REP);
        named("log-max", "Max Moor");
        named("log-ada", "Ada Winter");
        cast.actingAs("log-max");

        // when
        transactions.executeWithoutResult(status -> {
            log.add(lead, Kind.TASK_ASSIGNED, Map.of("to", "log-ada"));
            log.add(
                    lead,
                    Kind.CHOICE,
                    Map.of(
                            "rep",
                            "log-ada",
                            "reps",
                            List.of(
                                    List.of("log-ada", 1, 60),
                                    List.of("long-gone", 2, 60),
                                    List.of("log-max", 60, 60, "full"))));
        });
        cast.actingAsNobody();

        // then
        assertThat(timeline.page(lead, false, 0, 10, Locale.ENGLISH).items())
                .extracting(TimelineLine::sentence)
                .containsExactly(
                        "Max Moor gave the task to Ada Winter",
                        "Handed to Ada Winter: able too: long-gone (2 of 60); not able: Max Moor"
                                + " (full, 60 of 60)");
    }

    private void named(String login, String name) {
        current.as(Actor.SYSTEM, () -> people.update(login, new PersonChange(name, null, null, null)));
    }

    private void write(int lines) {
        transactions.executeWithoutResult(status ->
                IntStream.range(0, lines).forEach(i -> log.add(lead, Kind.SIGNAL, Map.of("reason", "visit"))));
    }

    private List<Long> seqs() {
        return timeline.page(lead, false, 0, 100, Locale.ENGLISH).items().stream()
                .map(TimelineLine::seq)
                .toList();
    }

    private void assertIntact(long lines) {
        assertThat(chains.verify(lead))
                .returns(lines, ChainVerification.Verified::lines)
                .returns(List.of(), ChainVerification.Verified::findings);
    }
}
