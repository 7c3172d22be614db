package org.leadrelay.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.leadrelay.platform.NodeBroadcast;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The application's database as it was after the start, kept as a PostgreSQL template: a copy takes its place in a
 * fraction of a second while the application goes on. What the application remembers of the one before is forgotten:
 * listeners are told that they missed everything, as after a lost connection.
 */
class TemplateDatabase {

    private static final int PATIENCE_SECONDS = 30;

    /** Kept for some seconds of the product's clock, which begins anew with each test. */
    private static final Map<String, String> KEPT_FOR_SECONDS = Map.of(
            "factDefinitions", "known",
            "declarations", "recent");

    private final HikariDataSource pool;
    private final NodeBroadcast nodes;
    private final ApplicationContext context;
    private final String name;
    private final String template;
    private boolean isKept;
    private boolean isDirty;

    TemplateDatabase(HikariDataSource pool, NodeBroadcast nodes, ApplicationContext context) {
        this.pool = pool;
        this.nodes = nodes;
        this.context = context;
        this.name = pool.getJdbcUrl().replaceFirst(".*/", "");
        this.template = name + "_first";
    }

    /** A class of tests begins, in a database of its own or in the one that it shares with others. */
    synchronized void begin(boolean own) {
        if (!SharedServer.has(pool.getJdbcUrl())) {
            return; // a server of the test's own, as benchmarks have one
        }
        if (!isKept) {
            isKept = true;
            withoutConnections(() -> SharedServer.execute("create database " + template + " template " + name));
        } else if (own || isDirty) {
            withoutConnections(this::copy);
            forget();
        }
        isDirty = own;
    }

    private void copy() {
        List<String> sequences = sequences();
        SharedServer.execute("drop database " + name + " with (force)");
        SharedServer.execute("create database " + name + " template " + template);
        // what is granted in a database is copied, what is granted on it is not
        SharedServer.prepareRoles(SharedServer.address(name));
        onto(sequences);
    }

    /** Numbers go on: what was remembered under one is not given to something else. */
    private List<String> sequences() {
        return direct(jdbc -> jdbc.sql("""
            select format('select setval(%L, %s)', quote_ident(sequencename), last_value) from pg_sequences
            where schemaname = 'public' and last_value is not null\
            """).query(String.class).list());
    }

    private void onto(List<String> sequences) {
        direct(jdbc -> {
            sequences.forEach(each -> jdbc.sql(each).query().listOfRows());
            return sequences;
        });
    }

    private <T> T direct(Function<JdbcClient, T> work) {
        try (Connection connection = DriverManager.getConnection(SharedServer.address(name), "postgres", "")) {
            return work.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        } catch (SQLException e) {
            throw new IllegalStateException("No connection to the test's database", e);
        }
    }

    /** A database can be copied when nobody is in it. */
    private void withoutConnections(Runnable work) {
        nodes.stop();
        pool.getHikariPoolMXBean().suspendPool();
        try {
            pool.getHikariPoolMXBean().softEvictConnections();
            SharedServer.execute(
                    "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + name + "'");
            work.run();
        } finally {
            pool.getHikariPoolMXBean().resumePool();
        }
        CountDownLatch told = new CountDownLatch(1);
        Runnable silence = nodes.listen("database", message -> {}, told::countDown);
        nodes.start();
        await(told);
        silence.run();
    }

    private static void await(CountDownLatch told) {
        try {
            if (!told.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The application does not listen to other nodes again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void forget() {
        KEPT_FOR_SECONDS.forEach((bean, field) -> ReflectionTestUtils.setField(context.getBean(bean), field, null));
    }
}
