package org.leadrelay.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The database does not change letters: its rules are others than the normaliser's. */
class LettersInSqlTest {

    private static final Pattern LETTERS_CHANGED =
            Pattern.compile("(?i)\\b(?:lower|upper|initcap|casefold)\\s*\\(|\\bilike\\b|~\\*");

    @Test
    void no_statement_changes_letters() throws IOException {
        // given
        List<String> lines;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            lines = files.filter(each -> each.toString().endsWith(".java"))
                    .flatMap(LettersInSqlTest::lines)
                    .toList();
        }

        // when
        List<String> found = lines.stream()
                .filter(each -> LETTERS_CHANGED.matcher(each).find())
                .toList();

        // then
        assertThat(lines).hasSizeGreaterThan(10_000);
        assertThat(found).isEmpty();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(each -> file.getFileName() + ": " + each);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
