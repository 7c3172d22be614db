package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs bpmnlint over the shipped models, for drawing and naming. Needs Node.js 20 or newer;
 * the packages are installed under {@code target}, so that the source tree stays clean.
 */
class ModelsAreLintedTest {

    private static final Path SOURCE = Path.of("lint");
    private static final Path LAB = Path.of("target", "lint");

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(nodeVersion() >= 20, "Node.js 20 or newer is not installed");
        Path lock = LAB.resolve("package-lock.json");
        boolean installed = Files.exists(LAB.resolve("node_modules/.package-lock.json"))
                && Files.exists(lock)
                && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) == -1;
        copy();
        if (!installed) {
            Run install = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assertThat(install.exit()).as(install.output()).isZero();
        }
    }

    @Test
    void no_model_breaks_a_rule() throws Exception {
        // given
        List<String> command = new ArrayList<>();
        command.addAll(List.of("node", "node_modules/bpmnlint/bin/bpmnlint.js"));
        command.addAll(List.of("--max-warnings", "0"));
        Models.files("processes", ".bpmn").stream()
                .map(path -> path.toAbsolutePath().toString())
                .forEach(command::add);

        // when
        Run lint = run(command.toArray(String[]::new));

        // then
        assertThat(lint.exit()).as(lint.output()).isZero();
    }

    @Test
    void modeler_reads_every_template() throws Exception {
        Run tests = run("node", "--test", "test/");
        assertThat(tests.exit()).as(tests.output()).isZero();
    }

    private record Run(int exit, String output) {}

    private static Run run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(LAB.toFile())
                .redirectErrorStream(true)
                .start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), text);
        }
    }

    /** The major version of Node.js, 0 where it or npm is missing. */
    private static int nodeVersion() throws IOException, InterruptedException {
        Files.createDirectories(LAB);
        try {
            Run node = run("node", "--version");
            boolean npm = run("npm", "--version").exit() == 0;
            return npm ? Integer.parseInt(node.output().replaceAll("(?s)v(\\d+)\\..*", "$1")) : 0;
        } catch (IOException notInstalled) {
            return 0;
        }
    }

    private static void copy() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCE)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = LAB.resolve(SOURCE.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
