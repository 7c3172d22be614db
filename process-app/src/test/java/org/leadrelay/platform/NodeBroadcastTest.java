package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class NodeBroadcastTest {

    private static final String TOPIC = "test";
    private static final String MISSED = "anything may have been missed";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    TransactionTemplate transactions;

    private final LinkedBlockingQueue<String> here = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> there = new LinkedBlockingQueue<>();
    private NodeBroadcast one;
    private NodeBroadcast other;

    @BeforeEach
    void twoNodes() throws InterruptedException {
        one = node(here);
        other = node(there);
        assertThat(next(here)).isEqualTo(MISSED);
        assertThat(next(there)).isEqualTo(MISSED);
    }

    @AfterEach
    void theyLeave() {
        one.stop();
        other.stop();
    }

    @Test
    void what_is_told_arrives_at_the_other_node_and_not_at_the_one_that_told() throws InterruptedException {
        // when
        one.tell(TOPIC, "first\nin two lines");
        other.tell(TOPIC, "answer");
        // then
        assertThat(next(there)).isEqualTo("first\nin two lines");
        assertThat(next(here)).isEqualTo("answer");
    }

    @Test
    void other_topics_are_not_heard() throws InterruptedException {
        // when
        one.tell("another", "not for you");
        one.tell(TOPIC, "for you");
        // then
        assertThat(next(there)).isEqualTo("for you");
    }

    @Test
    void everyone_hears_of_what_committed_and_nobody_of_what_rolled_back() throws InterruptedException {
        // when
        transactions.executeWithoutResult(status -> {
            one.tellEveryone(TOPIC, "ghost");
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> {
            one.tellEveryone(TOPIC, "real");
            assertThat(here).isEmpty();
        });
        // then
        assertThat(next(here)).isEqualTo("real");
        assertThat(next(there)).isEqualTo("real");
    }

    @Test
    void after_a_lost_connection_it_listens_again_and_says_that_something_may_be_missing() throws InterruptedException {
        // when
        jdbc.sql("""
            select cast(pg_terminate_backend(pid) as text) from pg_stat_activity
            where datname = current_database() and query = 'listen leadrelay'
            """).query().listOfRows();
        // then
        assertThat(next(there)).isEqualTo(MISSED);
        assertThat(next(here)).isEqualTo(MISSED);
        one.tell(TOPIC, "again");
        assertThat(next(there)).isEqualTo("again");
    }

    @Test
    void a_listener_that_fails_takes_nothing_from_the_others() throws InterruptedException {
        // given
        LinkedBlockingQueue<String> behind = new LinkedBlockingQueue<String>();
        other.listen(
                "fragile",
                message -> {
                    throw new IllegalStateException("this listener fails on purpose");
                },
                () -> {});
        other.listen("fragile", behind::add, () -> {});
        // when
        one.tell("fragile", "once");
        one.tell("fragile", "twice");
        // then
        assertThat(next(behind)).isEqualTo("once");
        assertThat(next(behind)).isEqualTo("twice");
    }

    private NodeBroadcast node(LinkedBlockingQueue<String> heard) {
        NodeBroadcast node = new NodeBroadcast(jdbc, dataSource);
        node.listen(TOPIC, heard::add, () -> heard.add(MISSED));
        node.start();
        return node;
    }

    private static String next(LinkedBlockingQueue<String> queue) throws InterruptedException {
        return queue.poll(15, TimeUnit.SECONDS);
    }
}
