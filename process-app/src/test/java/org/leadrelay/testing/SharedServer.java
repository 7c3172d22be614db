package org.leadrelay.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One PostgreSQL for a run of tests, started by the first test that needs it and gone with the
 * process.
 */
public final class SharedServer {

    public static final String OWNER = "leadrelay_owner";
    public static final String APPLICATION = "leadrelay_app";

    private static final AtomicInteger databases = new AtomicInteger();
    private static final Set<String> ADDRESSES = ConcurrentHashMap.newKeySet();

    private SharedServer() {}

    private static final class Holder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        // It ends with the process, and what it held with it.
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setLocaleConfig("locale", "C")
                        .setRegisterShutdownHook(false)
                        .start();
                // After the applications: the engine still writes when it is closed.
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes an empty database for the product's roles, which have no passwords, and answers its JDBC address. */
    public static String newDatabase() {
        String url = newDatabaseWithoutRoles();
        prepareRoles(url);
        return url;
    }

    /** One as before the product had roles: the user is {@code postgres}, without a password. */
    public static String newDatabaseWithoutRoles() {
        String name = "test_" + databases.incrementAndGet();
        execute("create database " + name);
        String address = address(name);
        ADDRESSES.add(address);
        return address;
    }

    /** By the script for a server of one's own. What is in the database already is handed over to its owner. */
    public static void prepareRoles(String url) {
        try {
            superuser(url)
                    .sql(new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8))
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user whom nothing is refused, in a database with this address. */
    public static JdbcClient superuser(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    }

    /** Whether this database was made here, and not on a server of the test's own. */
    static boolean has(String address) {
        return ADDRESSES.contains(address);
    }

    static String address(String name) {
        return "jdbc:postgresql://localhost:" + Holder.SERVER.getPort() + "/" + name;
    }

    /** Runs a statement outside of the tests' databases. */
    static void execute(String statement) {
        try (Connection connection = Holder.SERVER.getPostgresDatabase().getConnection();
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("No database for this test: " + statement, e);
        }
    }
}
