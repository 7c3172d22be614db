package org.leadrelay.charter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A clause that Java relies on is in the registry, in the shipped charter and on the charter's page. */
@ProductTest
class KnownClauseTest {

    @Autowired
    private Charter charter;

    @Test
    void what_java_relies_on_is_in_the_shipped_charter() {
        assertThat(charter.current().clauses())
                .containsKeys(
                        Arrays.stream(KnownClause.values()).map(KnownClause::id).toArray(String[]::new));
    }

    @Test
    void no_other_code_names_a_clause() throws IOException {
        // given the beans that the models call by such a name
        List<String> shipped = List.copyOf(charter.current().clauses().keySet());
        List<String> found = new ArrayList<>();
        // when
        for (String folder : List.of("src/main/java", "../ui/src/main/java")) {
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                for (Path file : all.filter(each -> each.toString().endsWith(".java")
                                && !each.endsWith("KnownClause.java")
                                && !each.endsWith("ModelContract.java")
                                && !each.toString().contains("/process/step/"))
                        .toList()) {
                    String code = Files.readString(file);
                    shipped.stream()
                            .filter(clause -> code.contains('"' + clause + '"'))
                            .forEach(clause -> found.add(file.getFileName() + " names " + clause));
                }
            }
        }
        // then
        assertThat(found)
                .as("name it in KnownClause, with who relies on it and why")
                .isEmpty();
    }

    @Test
    void the_page_says_of_each_who_relies_on_it_and_why() throws IOException {
        assertThat(Files.readString(Path.of("../docs/reference/charter.md")).lines())
                .containsAll(Arrays.stream(KnownClause.values())
                        .map(each -> "| `%s` | %s | %s |".formatted(each.id(), each.reliedOnBy(), each.why()))
                        .toList());
    }
}
