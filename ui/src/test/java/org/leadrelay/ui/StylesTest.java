package org.leadrelay.ui;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where style sheets lie: in the theme, one for each package of views, and styles.css lists them. */
class StylesTest {

    private static final Path FRONTEND = Path.of("src/main/frontend");
    private static final Path THEME = FRONTEND.resolve("themes/lead-relay");
    private static final Path VIEWS = Path.of("src/main/java/org/leadrelay/ui");
    private static final Pattern IMPORT = Pattern.compile("@import '\\./([a-z-]+)\\.css';");
    private static final Pattern SELECTORS = Pattern.compile("([^{}]+)\\{");
    private static final Pattern CLASS = Pattern.compile("\\.([a-z][a-z0-9-]*)");
    private static final Pattern TEXT = Pattern.compile("(\"\"\"(?s:.*?)\"\"\"|\"[^\"\n]*\")");
    private static final Pattern WORD = Pattern.compile("([a-z][a-z0-9-]*)");
    private static final String COMMENT = "(?s)/\\*.*?\\*/";

    /** Set by bpmn.io or by our diagram, not by Java. */
    private static final Set<String> OF_DIAGRAMS = Set.of(
            "bjs-powered-by",
            "djs-element",
            "djs-connection",
            "djs-visual",
            "djs-outline",
            "cm-line",
            "dmn-js-parent",
            "dmn-decision-table-container",
            "lr-added",
            "lr-changed",
            "lr-chosen",
            "lr-count",
            "lr-count-failed",
            "lr-count-late",
            "lr-count-leads",
            "lr-here",
            "lr-mark",
            "lr-mark-refusal",
            "lr-mark-warning",
            "lr-number",
            "lr-pane",
            "lr-pane-canvas",
            "lr-pane-label",
            "lr-removed",
            "lr-sign",
            "lr-sign-added",
            "lr-sign-removed",
            "lr-walked");

    @Test
    void every_style_sheet_lies_in_the_theme_and_is_imported_once() {
        // given
        Set<String> sheets = files(FRONTEND, ".css")
                .filter(each -> !each.startsWith(FRONTEND.resolve("generated")))
                .map(each -> FRONTEND.relativize(each).toString().replace('\\', '/'))
                .collect(toCollection(TreeSet::new));

        // when
        List<String> imported = found(IMPORT, read(THEME.resolve("styles.css")));

        // then
        assertThat(imported.stream().map(each -> "themes/lead-relay/" + each + ".css"))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(sheets.stream()
                        .filter(each -> !each.endsWith("/styles.css"))
                        .toList());
        assertThat(files(VIEWS, ".java").map(StylesTest::read))
                .noneMatch(each -> each.contains("@CssImport") || each.contains("@StyleSheet"));
    }

    @Test
    void what_is_common_comes_first_and_then_the_packages_by_name() {
        // when
        List<String> imported = found(IMPORT, read(THEME.resolve("styles.css")));

        // then
        assertThat(imported).startsWith("base", "component", "layout");
        assertThat(imported.subList(3, imported.size())).isSorted();
        assertThat(imported.stream().skip(1)).allMatch(each -> Files.isDirectory(VIEWS.resolve(each)));
    }

    /** A class of two packages is styled in component.css, and a class that nobody sets any more nowhere. */
    @Test
    void a_class_is_styled_beside_the_package_that_sets_it() {
        // given
        Map<String, Set<String>> words = found(IMPORT, read(THEME.resolve("styles.css"))).stream()
                .skip(1)
                .collect(toMap(each -> each, each -> words(Stream.of(each, "component", "layout"))));
        words.put("component", words(words.keySet().stream()));

        // when
        List<String> strangers = words.entrySet().stream()
                .flatMap(each -> classes(each.getKey())
                        .filter(one -> !OF_DIAGRAMS.contains(one) && !isSet(one, each.getValue()))
                        .map(one -> each.getKey() + ".css: ." + one))
                .sorted()
                .toList();

        // then
        assertThat(strangers).isEmpty();
    }

    private static Stream<String> classes(String sheet) {
        String rules = read(THEME.resolve(sheet + ".css")).replaceAll(COMMENT, "");
        return found(SELECTORS, rules).stream()
                .flatMap(each -> found(CLASS, each).stream())
                .distinct();
    }

    /** Whole, or as the beginning that the rest is put to. */
    private static boolean isSet(String name, Set<String> words) {
        return words.contains(name)
                || Pattern.compile("-")
                        .matcher(name)
                        .results()
                        .anyMatch(dash -> words.contains(name.substring(0, dash.end())));
    }

    /** All words in the texts of these packages. */
    private static Set<String> words(Stream<String> packages) {
        return packages.flatMap(each -> files(VIEWS.resolve(each), ".java"))
                .flatMap(each -> found(TEXT, read(each)).stream())
                .flatMap(each -> found(WORD, each).stream())
                .collect(toSet());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }

    private static Stream<Path> files(Path in, String ending) {
        try (Stream<Path> all = Files.walk(in)) {
            return all.filter(each -> each.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
