package org.leadrelay.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.audit.ChainFinding;
import org.leadrelay.audit.ChainVerification;
import org.leadrelay.audit.FindingCode;
import org.leadrelay.testing.Database;
import org.leadrelay.testing.OwnDatabase;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Lines go by the keeper's function alone, by a rule, when their time has come; and what is left says so. */
@ProductTest
@OwnDatabase
class KeeperTest {

    private static final String REMOVE =
            "set role leadrelay_owner; do $$ begin perform remove_by_rule('%s', '{%s}'); end $$";

    @Autowired
    JourneyLog log;

    @Autowired
    OperationLog operations;

    @Autowired
    NodeStreams streams;

    @Autowired
    RemovalSweep sweep;

    @Autowired
    ChainVerification chains;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    private final UUID lead = UUID.randomUUID();

    @BeforeEach
    void aRuleAndALogOfThreeYears() {
        database.superuser().sql("""
            insert into retention_rule values ('leads-2-years', 'lead', '2 years'), ('readings-1-year', 'reading', '1 year')
            on conflict do nothing
            """).update();
        add(lead);
        add(lead);
        age(lead, "3 years");
    }

    @Test
    void the_keeper_owns_its_function_and_it_alone() {
        assertThat(jdbc.sql("""
            select string_agg(proname, ', ') from pg_proc where proowner = 'leadrelay_keeper'::regrole
            """).query(String.class).single()).isEqualTo("remove_by_rule");
    }

    @Test
    void what_went_by_rule_is_closed_and_what_comes_later_goes_on_there() {
        // when
        remove("leads-2-years", lead);

        // then
        assertThat(lines(lead)).isZero();
        ChainVerification.Verified closed = chains.verify(lead);
        assertThat(closed.findings()).isEmpty();
        assertThat(closed.removedUpTo()).isEqualTo(2);
        assertThat(chains.streams(null, 1_000_000)).contains(lead);

        // when
        add(lead);

        // then
        ChainVerification.Verified later = chains.verify(lead);
        assertThat(later.findings()).isEmpty();
        assertThat(later.last()).isEqualTo(3);
        assertThat(later.lines()).isEqualTo(1);

        // when: that one goes without a tombstone
        database.tamper("delete from journey_log where lead_id = '" + lead + "'");

        // then
        assertThat(chains.verify(lead).findings())
                .containsExactly(new ChainFinding(FindingCode.CHAIN_SHORTENED, lead, 3L));
    }

    @Test
    void what_went_without_a_tombstone_is_missing() {
        // when
        database.tamper("delete from journey_log where lead_id = '" + lead + "'");

        // then
        assertThat(chains.verify(lead).findings())
                .containsExactly(new ChainFinding(FindingCode.CHAIN_MISSING, lead, null));
    }

    @Test
    void a_tombstone_with_another_hash_is_found() {
        // given
        remove("leads-2-years", lead);

        // when
        database.tamper("update audit_tombstone set last_hash = sha256('x') where stream = '" + lead + "'");

        // then
        assertThat(chains.verify(lead).findings())
                .containsExactly(new ChainFinding(FindingCode.HEAD_DIFFERS, lead, 2L));
    }

    @Test
    void each_removal_leaves_one_line_among_the_operations() {
        // given
        UUID other = UUID.randomUUID();
        add(other);
        age(other, "3 years");
        sweep.sweep();
        remove("leads-2-years", lead, other);

        // then
        assertThat(sweep.sweep()).isEqualTo(1);
        assertThat(sweep.sweep()).isZero();
        assertThat(jdbc.sql("""
            select details from journey_log where kind = 'lines-removed'
                and subject = (select run::text from audit_tombstone where stream = ?)
            """).param(lead).query(String.class).single())
                .isEqualTo("{\"by\":\"postgres\",\"lines\":3,\"rule\":\"leads-2-years\",\"streams\":2}");
    }

    @Test
    void the_stream_of_a_node_goes_by_a_rule_of_its_kind() {
        // given
        UUID reading = UUID.randomUUID();
        database.superuser()
                .sql(
                        "insert into audit_stream (id, kind, node, closed_at) values (?, 'reading', 'gone', now() - interval '13 months')")
                .param(reading)
                .update();
        add(reading);
        age(reading, "14 months");

        // then
        assertThat(refused("leads-2-years", reading)).isEqualTo("LR011");
        remove("readings-1-year", reading);
        assertThat(chains.verify(reading).findings()).isEmpty();
    }

    @Test
    void what_is_not_as_the_rule_says_stays_and_all_that_was_asked_for_with_it() {
        // given
        UUID young = UUID.randomUUID();
        add(young);
        age(young, "23 months");
        UUID broken = UUID.randomUUID();
        add(broken);
        add(broken);
        age(broken, "3 years");
        database.tamper("delete from journey_log where seq = 2 and lead_id = '" + broken + "'");

        // then
        assertThat(refused("nobody-wrote-it", lead)).isEqualTo("LR010");
        assertThat(refused("readings-1-year", lead)).isEqualTo("LR011");
        assertThat(refused("leads-2-years", UUID.randomUUID())).isEqualTo("LR011");
        assertThat(refused("leads-2-years", lead, young)).isEqualTo("LR012");
        assertThat(refused("leads-2-years", lead, broken)).isEqualTo("LR014");
        assertThat(lines(lead)).isEqualTo(2);
        assertThat(chains.verify(lead).removedUpTo()).isZero();
    }

    @Test
    void no_rule_is_younger_than_a_year() {
        assertThatThrownBy(() -> database.superuser()
                        .sql("insert into retention_rule values ('hasty', 'lead', '11 months')")
                        .update())
                .hasMessageContaining("retention_rule_keep_check");
    }

    @Test
    void what_is_held_stays() {
        // given
        database.superuser().sql("""
                    create or replace function is_held(held uuid) returns boolean language sql stable
                        set search_path = pg_catalog, pg_temp as 'select held = ''%s''::uuid'
                    """.formatted(lead)).update();

        // then
        try {
            assertThat(refused("leads-2-years", lead)).isEqualTo("LR013");
        } finally {
            database.superuser()
                    .sql("create or replace function is_held(held uuid) returns boolean language sql stable"
                            + " set search_path = pg_catalog, pg_temp as 'select false'")
                    .update();
        }
    }

    /** Who owns the tables is held by the triggers like anybody, as long as they are on. */
    @Test
    void nobody_but_the_keepers_function_passes_the_triggers() {
        for (String statement : List.of(
                "delete from journey_log", "update journey_log set person = ''", "delete from audit_tombstone")) {
            remove("leads-2-years");
            assertThatThrownBy(() -> database.superuser().sql(statement).update())
                    .hasMessageContaining("append-only");
        }
    }

    private void add(UUID stream) {
        transactions.executeWithoutResult(status -> log.add(stream, Kind.SIGNAL, Map.of("signal", "visit")));
    }

    private void age(UUID stream, String by) {
        database.tamper(
                "update journey_log set at = at - interval '%1$s', recorded_at = recorded_at - interval '%1$s' where lead_id = '%2$s'"
                        .formatted(by, stream));
    }

    private long lines(UUID stream) {
        return jdbc.sql("select count(*) from journey_log where lead_id = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    private void remove(String rule, UUID... from) {
        database.superuser()
                .sql(REMOVE.formatted(
                        rule,
                        String.join(
                                ",", List.of(from).stream().map(UUID::toString).toList())))
                .update();
    }

    private String refused(String rule, UUID... from) {
        try {
            remove(rule, from);
            return "done";
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (!(cause instanceof SQLException) && cause.getCause() != null) {
                cause = cause.getCause();
            }
            return cause instanceof SQLException sql ? sql.getSQLState() : e.toString();
        }
    }
}
