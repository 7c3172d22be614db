package org.leadrelay.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.leadrelay.testing.SharedServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One PostgreSQL for both contenders, as durable as the product's own: a commit that is not on disk
 * would flatter whoever commits more often.
 */
final class DurableServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** As the product has by default; the other contender gets as many. */
    static final int CONNECTIONS = 16;

    private static final EmbeddedPostgres SERVER = start();
    private static final List<String> DATABASES = new ArrayList<>();

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setLocaleConfig("locale", "C")
                    .setRegisterShutdownHook(false)
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> stop(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC address of an empty database; the user is {@code postgres}, without a password. */
    static synchronized String newDatabase() throws SQLException {
        String name = "benchmark_" + (DATABASES.size() + 1);
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("create database " + name)
                .update();
        DATABASES.add(name);
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** All that were made, as their superuser. */
    static synchronized List<JdbcClient> databases() {
        return DATABASES.stream()
                .map(name -> JdbcClient.create(SERVER.getDatabase("postgres", name)))
                .toList();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            String url = newDatabase();
            SharedServer.prepareRoles(url);
            TestPropertyValues.of(
                            "spring.datasource.url=" + url,
                            "spring.datasource.username=" + SharedServer.APPLICATION,
                            "spring.flyway.user=" + SharedServer.OWNER,
                            "spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS)
                    .applyTo(context);
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the benchmark", e);
        }
    }
}
