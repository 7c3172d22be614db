package org.leadrelay.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the process tests of this build have passed, read from the journey log itself. Each process that runs tests has
 * its file, so that they need not be one.
 */
final class ModelCoverage {

    private static final Path RUN =
            Path.of("target", "model-coverage", System.getProperty("leadrelay.build", "without-a-build"));
    private static final Path MINE = RUN.resolve(ProcessHandle.current().pid() + ".txt");
    private static final Set<String> WRITTEN = new HashSet<>();

    private ModelCoverage() {}

    static synchronized void collect(JdbcClient jdbc) {
        List<String> more = jdbc.sql("""
            select distinct definition_key || '#' || element_id from journey_log
            where kind in ('entered', 'flow')\
            """).query(String.class).list().stream()
                .filter(WRITTEN::add)
                .toList();
        try {
            Files.createDirectories(RUN);
            Files.write(MINE, more, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that was passed, {@code model#element}; empty when no process test has run. */
    static Set<String> passed() throws IOException {
        Set<String> passed = new HashSet<>();
        if (Files.isDirectory(RUN)) {
            try (Stream<Path> files = Files.list(RUN)) {
                for (Path file : files.toList()) {
                    passed.addAll(Files.readAllLines(file));
                }
            }
        }
        return passed;
    }
}
