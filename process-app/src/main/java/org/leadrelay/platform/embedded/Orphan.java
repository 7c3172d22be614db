package org.leadrelay.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orphaned server process that a killed application left running. PostgreSQL names it in {@code postmaster.pid}:
 * process id, directory, start time, port. Whoever asks holds the directory's lock, so that server has no owner
 * any more.
 */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);

    /** How it is asked, politest first, and how long each is given. */
    private static final List<String> SIGNALS = List.of("TERM", "INT", "QUIT");

    private static final long SECONDS_EACH = 15;

    private final Path cluster;
    private final Path pidFile;

    Orphan(Path cluster) {
        this.cluster = cluster;
        this.pidFile = cluster.resolve("postmaster.pid");
    }

    /**
     * Stops it, if there is one.
     *
     * @throws EmbeddedServerFailed when it does not stop
     */
    void stop() throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> server = find(lines);
        if (server.isPresent()) {
            LOG.info(
                    "Stopping the database server {} that was left running",
                    server.get().pid());
            stop(server.get());
        }
        // Left by a killed server, its process id may belong to anything by now.
        Files.deleteIfExists(pidFile);
    }

    private Optional<ProcessHandle> find(List<String> lines) {
        if (lines.size() < 3) {
            return Optional.empty();
        }
        try {
            Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).trim()));
            return ProcessHandle.of(Long.parseLong(lines.get(0).trim())).filter(each -> isServer(each, started));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isServer(ProcessHandle process, Instant started) {
        boolean postgres =
                process.info().command().map(each -> each.contains("postgres")).orElse(true);
        boolean ours = process.info().arguments().stream()
                .flatMap(Stream::of)
                .anyMatch(each -> each.contains(cluster.toString()));
        boolean thenStarted = process.info()
                .startInstant()
                .map(each -> Duration.between(each, started).abs())
                .map(each -> each.compareTo(CLOCK_TOLERANCE) < 0)
                .orElse(true);
        return postgres && (ours || thenStarted);
    }

    private static void stop(ProcessHandle server) throws IOException {
        for (String signal : SIGNALS) {
            send(signal, server);
            try {
                server.onExit().get(SECONDS_EACH, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                LOG.warn("Database server {} goes on after {}", server.pid(), signal);
            } catch (ExecutionException e) {
                throw new IOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        throw new EmbeddedServerFailed(
                "A database server (process " + server.pid() + ") was left running and does not stop.");
    }

    /**
     * Java knows TERM only, which waits for every client; where there is no kill, TERM has to do.
     */
    private static void send(String signal, ProcessHandle server) throws IOException {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(server.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            server.destroy();
        }
    }
}
