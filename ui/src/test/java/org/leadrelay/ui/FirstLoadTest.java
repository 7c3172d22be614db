package org.leadrelay.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Budget of what every page loads first: the tools for models and tables come when somebody opens one. */
class FirstLoadTest {

    private static final Path WEBAPP = Path.of("target/classes/META-INF/VAADIN/webapp");
    private static final Path BUILD = WEBAPP.resolve("VAADIN/build");
    private static final Pattern OF_PAGE = Pattern.compile("VAADIN/build/([\\w.-]+\\.(?:js|css))");
    private static final Pattern IMPORTED = Pattern.compile("(?:from|import)\\s*\"\\./([\\w.-]+\\.js)\"");

    /** Flow asks for it on every page. */
    private static final Pattern ALWAYS = Pattern.compile("\\./(generated-flow-imports-[\\w-]+\\.js)");

    /** Names that only the two libraries know. */
    private static final Set<String> LATER =
            Set.of("dmn:DecisionTable", "bpmn:SequenceFlow", "decision-table-properties");

    private static final long MOST_COMPRESSED = 400_000;

    @BeforeAll
    static void needsTheBundle() {
        Assumptions.assumeTrue(Files.isDirectory(BUILD), "the front end was not built");
    }

    @Test
    void neither_the_diagrams_nor_the_table_editor_is_loaded_with_the_first_page() throws IOException {
        // given
        Set<String> first = first();

        // then
        assertThat(first).anyMatch(each -> each.startsWith("generated-flow-imports"));
        for (String each : first) {
            String text = Files.readString(BUILD.resolve(each));
            assertThat(LATER).as(each).noneMatch(text::contains);
        }
        try (Stream<Path> all = Files.list(BUILD)) {
            assertThat(all.map(each -> each.getFileName().toString()))
                    .as("loaded later")
                    .anyMatch(each -> each.startsWith("NavigatedViewer") && each.endsWith(".js"));
        }
    }

    @Test
    void the_first_page_stays_within_its_budget() throws IOException {
        // when
        long bytes = 0;
        for (String each : first()) {
            Path compressed = BUILD.resolve(each + ".br");
            bytes += Files.size(Files.exists(compressed) ? compressed : BUILD.resolve(each));
        }

        // then
        assertThat(bytes).isBetween(100_000L, MOST_COMPRESSED);
    }

    /** What the page names, what that imports, and what Flow asks for at once. */
    private static Set<String> first() throws IOException {
        Set<String> first = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        OF_PAGE.matcher(Files.readString(WEBAPP.resolve("index.html")))
                .results()
                .forEach(each -> open.add(each.group(1)));
        while (!open.isEmpty()) {
            String each = open.pop();
            if (first.add(each) && each.endsWith(".js")) {
                String text = Files.readString(BUILD.resolve(each));
                IMPORTED.matcher(text).results().forEach(found -> open.add(found.group(1)));
                if (each.startsWith("indexhtml")) {
                    ALWAYS.matcher(text).results().forEach(found -> open.add(found.group(1)));
                }
            }
        }
        return first;
    }
}
