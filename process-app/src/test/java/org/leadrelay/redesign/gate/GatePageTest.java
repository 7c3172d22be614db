package org.leadrelay.redesign.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of the gate says of every rule what the product says, and why. */
class GatePageTest {

    private static final Path PAGE = Path.of("../docs/reference/gate.md");
    private static final Pattern BLANK = Pattern.compile("\\{\\d}|\u2026");

    /** A row of the page. */
    private record Row(String rule, String severity, String said, String why) {}

    @Test
    void every_rule_has_its_row_in_the_order_of_the_list() throws IOException {
        assertThat(rows())
                .extracting(Row::rule)
                .containsExactlyElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::code).toList());
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void the_row_says_what_people_are_told(Rule rule) throws IOException {
        Row row = rows().stream()
                .filter(each -> each.rule().equals(rule.code()))
                .findFirst()
                .orElseThrow();
        assertThat(row.severity()).isEqualTo(rule.severity().code());
        assertThat(row.why()).isNotBlank();
        assertThat(bare(row.said())).isEqualTo(bare(english(rule)));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void a_rule_says_what_to_do_in_both_languages(Rule rule) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Finding finding = new Finding(
                    rule.severity(), rule.code(), "a.bpmn", "Activity_It", List.of("1", "2", "3", "4", "5"));
            assertThat(finding.message(locale)).hasSizeGreaterThan(20).doesNotContainPattern("\\{\\d");
        }
        assertThat(new Finding(rule.severity(), rule.code(), "", null, List.of()).message(Locale.GERMAN))
                .isNotEqualTo(new Finding(rule.severity(), rule.code(), "", null, List.of()).message(Locale.ENGLISH));
    }

    @Test
    void an_argument_that_is_a_key_is_said_in_words() {
        Finding finding =
                new Finding(Severity.REFUSAL, "element-unknown", "a.bpmn", "It", List.of("task", "#remedy.task"));
        assertThat(finding.message(Locale.ENGLISH))
                .isEqualTo("<task> is not allowed. Say who does it: make it a user"
                        + " task, or a service task with a registered step.");
        assertThat(new Finding(Severity.REFUSAL, "call-unknown", "a.bpmn", "It", List.of("-")).message(Locale.GERMAN))
                .contains("(leer)");
        assertThat(Optional.of(new Finding(Severity.REFUSAL, "id-twice", "a.bpmn", null, List.of("#1"))
                        .message(Locale.ENGLISH)))
                .hasValue("The id #1 stands twice. Give one of the two another id.");
    }

    private static String english(Rule rule) {
        return ResourceBundle.getBundle("org.leadrelay.redesign.gate.findings", Locale.ROOT)
                .getString(rule.code());
    }

    /** Without what is put in, and as it is said. */
    private static String bare(String text) {
        String said =
                text.replace("'{'", "(").replace("'}'", ")").replace("''", "'").replace("&lt;", "<");
        return BLANK.matcher(said)
                .replaceAll("*")
                .replace('{', '(')
                .replace('}', ')')
                .replace("\\|", "|");
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("(?<!\\\\)\\|", -1);
                rows.add(new Row(
                        cells[1].strip().replace("`", ""), cells[2].strip(), cells[3].strip(), cells[4].strip()));
            }
        }
        return rows;
    }
}
