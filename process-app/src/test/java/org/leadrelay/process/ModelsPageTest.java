package org.leadrelay.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leadrelay.bpmn.Contract;
import org.leadrelay.qualification.FactSheet;

/** The page about the models names what the contract and the product name, no more and no less. */
class ModelsPageTest {

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private static String page = "";

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("..", "docs", "reference", "models.md"));
    }

    @Test
    void every_fact_is_explained() {
        assertThat(firstColumn("## Facts")).isEqualTo(Set.copyOf(FactSheet.NAMES));
    }

    @Test
    void every_variable_is_explained() {
        assertThat(firstColumn("## Variables")).isEqualTo(ModelContract.VARIABLES);
    }

    @Test
    void the_limits_of_a_field_are_told() {
        assertThat(names(line("leadId`, `repId`"))).isEqualTo(ModelContract.RESERVED);
        assertThat(names(line("Constraints:"))).isEqualTo(Contract.FIELD_CONSTRAINTS);
        assertThat(names(line("| `options` |")))
                .containsAll(Contract.OPTION_LISTS)
                .allMatch(name -> name.equals("options") || Contract.OPTION_LISTS.contains(name));
    }

    @Test
    void listeners_messages_errors_and_ends_are_told() {
        assertThat(names(line("The listeners are"))).isEqualTo(expressions(Contract.LISTENERS));
        assertThat(names(line("Messages that arrive"))).isEqualTo(ModelContract.MESSAGES);
        assertThat(names(line("Errors that steps throw")))
                .containsAll(
                        Contract.THROWS.values().stream().flatMap(Set::stream).toList());
        assertThat(section("| end | event |").lines().filter(each -> each.startsWith("| ")))
                .extracting(each -> each.split("\\|", -1)[1].strip())
                .containsExactlyInAnyOrderElementsOf(ModelContract.ENDS);
        assertThat(section("| stage | stands on |").lines().filter(each -> each.startsWith("| ")))
                .extracting(each -> each.split("\\|", -1)[1].strip())
                .containsExactlyInAnyOrderElementsOf(Contract.STAGES);
    }

    private static Set<String> firstColumn(String heading) {
        return section(heading)
                .lines()
                .filter(each -> each.startsWith("| `"))
                .flatMap(each -> names(each.split("\\|", -1)[1]).stream())
                .collect(Collectors.toSet());
    }

    /** From the line on that starts so, to the next heading. */
    private static String section(String heading) {
        int from = page.indexOf("\n" + heading);
        assertThat(from).as(heading).isPositive();
        int start = page.indexOf('\n', from + 1);
        int end = page.indexOf("\n#", start);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    /** The only line that holds this. */
    private static String line(String part) {
        assertThat(page.lines().filter(each -> each.contains(part))).as(part).hasSize(1);
        return page.lines().filter(each -> each.contains(part)).findFirst().orElse("");
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> expressions(Set<String> names) {
        return names.stream().map(name -> "${" + name + "}").collect(Collectors.toSet());
    }
}
