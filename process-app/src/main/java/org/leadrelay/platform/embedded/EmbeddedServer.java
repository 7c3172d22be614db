package org.leadrelay.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Process of the embedded PostgreSQL 17 under one directory. Durable like any other: what was committed is there
 * after a kill, and a server that a killed process left behind is stopped before the next one starts.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration START_WAIT = Duration.ofMinutes(2);

    private final DirectoryLock lock;
    private final EmbeddedPostgres server;

    private EmbeddedServer(DirectoryLock lock, EmbeddedPostgres server) {
        this.lock = lock;
        this.server = server;
    }

    /**
     * Starts the server, with a new cluster if the directory has none.
     *
     * @throws EmbeddedServerFailed when another process uses the directory, or PostgreSQL does not
     *     start
     */
    static EmbeddedServer start(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new EmbeddedServerFailed("The directory " + root + " cannot be made.", e);
        }
        DirectoryLock lock = DirectoryLock.of(root);
        try {
            return new EmbeddedServer(lock, startLocked(root));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e instanceof EmbeddedServerFailed failed
                    ? failed
                    : new EmbeddedServerFailed(
                            "The embedded PostgreSQL under "
                                    + root
                                    + " did not start; its own words are in "
                                    + root.resolve("postgresql.log")
                                    + ".",
                            e);
        }
    }

    private static EmbeddedPostgres startLocked(Path root) throws IOException {
        Cluster cluster = new Cluster(root.resolve("postgresql-17"));
        cluster.setAsideIfIncomplete();
        new Orphan(cluster.directory()).stop();
        Redirect words = Redirect.appendTo(root.resolve("postgresql.log").toFile());
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(cluster.directory())
                .setOverrideWorkingDirectory(root.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                // The library turns both off for the sake of tests.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("listen_addresses", "localhost")
                // Failing statements carry people's data; the log names the error only.
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setLocaleConfig("locale", "C")
                .setErrorRedirector(words)
                .setOutputRedirector(words)
                .start();
        cluster.markComplete();
        try {
            ServerRoles.prepare(server.getPostgresDatabase());
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        Files.writeString(root.resolve("postgresql.port"), server.getPort() + System.lineSeparator());
        LOG.info("Embedded PostgreSQL on port {}, data in {}", server.getPort(), root);
        return server;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    /** Stops the server after its last transaction; the data stays. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.close();
        }
    }
}
