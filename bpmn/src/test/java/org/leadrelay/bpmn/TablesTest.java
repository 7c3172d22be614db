package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.bpmn.Models.TableFile;

class TablesTest {

    private static final Pattern LOOP = Pattern.compile("\\b(for|some|every|function)\\b");

    static List<TableFile> tables() {
        return Models.tables();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_is_one_feel_table_whose_history_has_an_end(TableFile file) throws IOException {
        assertThat(file.decision().getAttributeValueNs(Models.CAMUNDA_DMN, "historyTimeToLive"))
                .isEqualTo("P180D");
        assertThat(file.table().getHitPolicy()).isIn(HitPolicy.FIRST, HitPolicy.UNIQUE);
        assertThat(Files.readString(file.path()))
                .contains("https://www.omg.org/spec/DMN/20191111/MODEL/")
                .contains("dmnElementRef=\"" + file.id() + "\"")
                .doesNotContain("expressionLanguage");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_reads_documented_facts_and_variables_of_the_journey(TableFile file) {
        for (Input input : file.table().getInputs()) {
            String read = input.getInputExpression().getText().getTextContent().strip();
            if (read.startsWith("facts.")) {
                assertThat(read.substring("facts.".length())).isIn(Contract.FACTS);
            } else {
                assertThat(read).isIn(Contract.VARIABLES);
            }
            assertThat(input.getLabel()).as(read).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void every_row_says_in_words_why_it_is_there(TableFile file) {
        assertThat(file.table().getRules()).allSatisfy(row -> {
            assertThat(row.getId()).matches("Rule_[A-Z][A-Za-z0-9]*");
            assertThat(row.getDescription().getTextContent()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void the_last_row_catches_what_no_other_row_meant(TableFile file) {
        List<Rule> rows = new ArrayList<>(file.table().getRules());
        Rule last = rows.get(rows.size() - 1);
        assertThat(last.getInputEntries())
                .allMatch(cell -> cell.getText().getTextContent().isBlank());
        assertThat(rows.subList(0, rows.size() - 1))
                .as("only the last row means everything")
                .noneMatch(row -> row.getInputEntries().stream()
                        .allMatch(c -> c.getText().getTextContent().isBlank()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_cell_compares_and_calls_nothing(TableFile file) {
        for (Rule row : file.table().getRules()) {
            row.getInputEntries().forEach(cell -> plain(cell.getText().getTextContent()));
            row.getOutputEntries().forEach(cell -> plain(cell.getText().getTextContent()));
        }
    }

    private static void plain(String cell) {
        String bare = cell.replaceAll("\"[^\"]*\"", "");
        assertThat(bare).doesNotContain("(").doesNotContainPattern(LOOP);
    }
}
