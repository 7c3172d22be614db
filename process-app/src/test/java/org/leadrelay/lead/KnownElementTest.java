package org.leadrelay.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An element id that Java relies on is in the registry, in its model and on the process owner's page. */
class KnownElementTest {

    private static final Path MODELS = Path.of("../bpmn/processes");

    /** The registry, and what stands in versions that were shipped: those are never changed, so nobody can rename it. */
    private static final Set<String> REGISTRIES = Set.of("KnownElement.java", "ShippedStages.java");

    private static final Pattern ID = Pattern.compile("\\b(?:Activity|Event|Gateway|Flow)_[A-Z][A-Za-z0-9]*");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:/?\\*|//).*$");

    @ParameterizedTest
    @EnumSource
    void what_java_relies_on_is_in_its_model(KnownElement element) {
        assertThat(text(MODELS.resolve(element.model() + ".bpmn"))).contains(" id=\"" + element.id() + "\"");
    }

    @Test
    void no_other_code_names_an_element() {
        List<String> found = new ArrayList<>();
        for (Path file : files(".java", "src/main/java", "../ui/src/main/java")) {
            if (!REGISTRIES.contains(String.valueOf(file.getFileName()))) {
                ID.matcher(COMMENT.matcher(text(file)).replaceAll(""))
                        .results()
                        .forEach(id -> found.add(file.getFileName() + " names " + id.group()));
            }
        }
        assertThat(found)
                .as("name it in KnownElement, with who relies on it and why")
                .isEmpty();
    }

    @Test
    void what_data_and_texts_name_is_in_a_model() {
        // given
        Set<String> drawn = new TreeSet<>();
        files(".bpmn", MODELS.toString()).forEach(file -> drawn.addAll(ids(file)));

        // when
        Set<String> named = new TreeSet<>();
        files(".sql", "src/main/resources").forEach(file -> named.addAll(ids(file)));
        files(".properties", "src/main/resources", "../ui/src/main/resources").forEach(file -> named.addAll(ids(file)));

        // then
        assertThat(named).as("the first charter names elements").isNotEmpty();
        assertThat(drawn).containsAll(named);
    }

    @Test
    void the_page_says_of_each_who_relies_on_it_and_why() {
        assertThat(text(Path.of("../docs/reference/element-ids.md")).lines().filter(line -> line.startsWith("| `")))
                .containsExactlyElementsOf(Arrays.stream(KnownElement.values())
                        .map(each -> "| `%s` | %s | %s | %s |"
                                .formatted(each.id(), each.model(), each.reliedOnBy(), each.why()))
                        .toList());
    }

    private static Set<String> ids(Path file) {
        Set<String> found = new TreeSet<>();
        ID.matcher(text(file)).results().forEach(id -> found.add(id.group()));
        return found;
    }

    private static List<Path> files(String suffix, String... folders) {
        List<Path> found = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                all.filter(file -> file.toString().endsWith(suffix)).forEach(found::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        assertThat(found).as("files " + suffix).isNotEmpty();
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
