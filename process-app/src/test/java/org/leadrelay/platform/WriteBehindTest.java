package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.WriteBehind.Write;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes of a transaction that nothing in it reads again wait for the statement that carries them. */
@ProductTest
class WriteBehindTest {

    @Autowired
    WriteBehind writeBehind;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transactions;

    private final List<String> told = new ArrayList<>();

    @Test
    void they_go_with_the_statement_that_carries_them_in_one_round_trip() {
        inTransaction(() -> {
            writeBehind.carry();
            writeBehind.add(set("a", 1, null));
            writeBehind.add(set("b", 2, "two"));
            assertThat(texts()).containsOnly("start");

            List<String> statements = Statements.texts(() -> send("set_config('leadrelay.sent', ?, true)", "yes"));

            assertThat(statements).hasSize(1);
            assertThat(texts()).containsExactly(null, "two", "start");
            assertThat(jdbc.queryForObject("select current_setting('leadrelay.sent')", String.class))
                    .isEqualTo("yes");
        });
    }

    @Test
    void of_two_with_the_same_key_the_later_is_done_and_in_its_place() {
        inTransaction(() -> {
            writeBehind.carry();
            writeBehind.add(set("a", 1, "first"));
            writeBehind.add(set("b", 2, "second"));
            writeBehind.add(set("a", 3, "later"));

            send("null", null);

            assertThat(texts()).containsExactly("start", "second", "later");
        });
    }

    @Test
    void what_they_return_is_told_once_each_and_nothing_when_there_is_nothing() {
        inTransaction(() -> {
            writeBehind.carry();
            writeBehind.add(returning("a", "update waiting set word = 'same' where id < 3 returning word"));
            writeBehind.add(returning("b", "update waiting set word = 'none' where id > 9 returning word"));

            send("null", null);

            assertThat(told).containsExactly("same");
        });
    }

    @Test
    void the_same_ones_are_the_same_statement_in_whatever_order_they_came() {
        Write one = set("a", 1, "a");
        Write other = returning("b", "update waiting set word = 'b' where id = 2 returning word");

        assertThat(sent(one, other)).isEqualTo(sent(other, one)).hasSize(1);
    }

    private List<String> sent(Write... writes) {
        List<String> statements = new ArrayList<>();
        inTransaction(() -> {
            writeBehind.carry();
            List.of(writes).forEach(writeBehind::add);
            statements.addAll(Statements.texts(() -> send("'sent'", null)));
        });
        return statements;
    }

    @Test
    void they_are_done_before_the_expression_is_evaluated() {
        inTransaction(() -> {
            jdbc.execute("create function pg_temp.word_of(n int) returns text language plpgsql as"
                    + " 'begin return (select word from waiting where id = n); end'");
            writeBehind.carry();
            writeBehind.add(set("a", 1, "before"));
            writeBehind.add(returning("b", "update waiting set word = 'as well' where id = 2 returning word"));

            assertThat(send("pg_temp.word_of(1) || ' ' || pg_temp.word_of(2)", null))
                    .isEqualTo("before as well");
        });
    }

    @Test
    void more_than_one_statement_takes_are_all_done() {
        inTransaction(() -> {
            writeBehind.carry();
            for (int id = 4; id < 2_004; id++) {
                writeBehind.add(Write.of(id, "insert into waiting (id, word) values (?, ?)", id, "many"));
            }
            send("null", null);

            assertThat(texts()).hasSize(2_003).endsWith("many");
        });
    }

    @Test
    void where_nothing_carries_them_they_are_done_at_once() {
        inTransaction(() -> {
            writeBehind.add(set("a", 1, "at once"));

            assertThat(texts()).containsExactly("at once", "start", "start");
        });
    }

    @Test
    void what_comes_after_the_carrying_statement_is_done_at_once() {
        inTransaction(() -> {
            writeBehind.carry();
            send("null", null);
            writeBehind.add(set("a", 1, "after"));

            assertThat(texts()).containsExactly("after", "start", "start");
        });
    }

    @Test
    void one_that_the_database_refuses_fails_the_transaction() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    writeBehind.carry();
                    writeBehind.add(set("a", null, "refused"));
                    send("null", null);
                }))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_transaction_within_another_has_its_own() {
        inTransaction(() -> {
            writeBehind.carry();
            TransactionTemplate inner = new TransactionTemplate(transactions.getTransactionManager());
            inner.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
            inner.executeWithoutResult(status -> {
                stage();
                writeBehind.add(set("a", 1, "inner"));
                assertThat(texts()).containsExactly("inner", "start", "start");
                status.setRollbackOnly();
            });
            writeBehind.add(set("a", 1, "outer"));
            send("null", null);

            assertThat(texts()).containsExactly("outer", "start", "start");
        });
    }

    private void inTransaction(Runnable deed) {
        transactions.executeWithoutResult(status -> {
            stage();
            deed.run();
            status.setRollbackOnly();
        });
    }

    private void stage() {
        jdbc.execute("create temporary table waiting (id int not null, word text) on commit drop");
        jdbc.execute("insert into waiting select i, 'start' from generate_series(1, 3) i");
    }

    private static Write set(String key, @Nullable Integer id, @Nullable String word) {
        return id == null
                ? Write.of(key, "insert into waiting (id, word) values (?, ?)", null, word)
                : Write.of(key, "update waiting set word = ? where id = ?", word, id);
    }

    private Write returning(String key, String sql) {
        return new Write(key, sql, List.of(), "word", told::addAll);
    }

    private @Nullable String send(String expression, @Nullable String value) {
        return jdbc.execute((Connection connection) -> writeBehind.send(connection, expression, (statement, from) -> {
            if (value != null) {
                statement.setString(from, value);
            }
        }));
    }

    private List<@Nullable String> texts() {
        return jdbc.queryForList("select word from waiting order by id", String.class);
    }
}
