package org.leadrelay.redesign.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.leadrelay.redesign.difference.TableDifference.Mark;
import org.leadrelay.redesign.difference.TableDifference.Row;

class TableDifferencesTest {

    private static final String SKILLS = "hand-off-skills.dmn";

    private final Differences differences = new Differences(new ShippedClauses());
    private final ShippedFiles then = ShippedFiles.only(SKILLS).withText(SKILLS, table("""
        Rule_1|The large ones.||>= 500|"large"
        Rule_2|Partners first.|"Partner", "Referral"||"partner"
        Rule_3|Everybody else.||||
        """));

    private static String table(String rows) {
        StringBuilder rules = new StringBuilder();
        for (String line : rows.strip().lines().toList()) {
            String[] cells = (line + " ").split("\\|", -1);
            rules.append("<rule id='%s'><description>%s</description>".formatted(cells[0].strip(), cells[1]));
            for (int i = 2; i < 4; i++) {
                rules.append("<inputEntry id='%s_%s'><text>%s</text></inputEntry>"
                        .formatted(cells[0].strip(), i, cells[i].replace("<", "&lt;")));
            }
            rules.append("<outputEntry id='%s_out'><text>%s</text></outputEntry></rule>"
                    .formatted(cells[0].strip(), cells[4].strip()));
        }
        return """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="D" name="Skills" namespace="n">
              <decision id="hand-off-skills" name="Hand-off skills"><decisionTable id="T" hitPolicy="FIRST">
                <input id="Input_Source" label="Source"><inputExpression id="E1" typeRef="string"><text>facts.source</text></inputExpression></input>
                <input id="Input_Size" label="People"><inputExpression id="E2" typeRef="double"><text>facts.companySize</text></inputExpression></input>
                <output id="Output_Skills" label="Skills" name="skills" typeRef="string" />
                %s
              </decisionTable></decision>
            </definitions>\
            """.formatted(rules);
    }

    private List<ModelChange> changes(String rows) {
        return differences.between(
                then.files(), then.withText(SKILLS, table(rows)).files());
    }

    @Test
    void a_cell_is_said_by_its_row_and_its_column() {
        // when
        List<ModelChange> found = changes("""
            Rule_1|The large ones.||>= 250|"large"
            Rule_2|Partners first.|"Partner", "Referral"||"partner", "english"
            Rule_3|Everybody else.||||
            """);

        // then
        assertThat(found)
                .extracting(ModelChange::element, ModelChange::property, each -> each.sentence(Locale.ENGLISH))
                .containsExactly(
                        tuple(
                                "Rule_1",
                                "Input_Size",
                                "Hand-off skills, row 1 (anything else): “People” now >= 250 instead of >= 500"),
                        tuple(
                                "Rule_2",
                                "Output_Skills",
                                "Hand-off skills, row 2 (Source Partner or Referral): “Skills” now partner or english"
                                        + " instead of partner"));
    }

    @Test
    void a_row_that_moved_is_said_and_those_it_passed_are_not() {
        // when
        List<ModelChange> found = changes("""
            Rule_2|Partners first.|"Partner", "Referral"||"partner"
            Rule_1|The large ones.||>= 500|"large"
            Rule_3|Everybody else.||||
            """);

        // then
        assertThat(found)
                .extracting(each -> each.sentence(Locale.ENGLISH), each -> each.sentence(Locale.GERMAN))
                .containsExactly(tuple(
                        "Hand-off skills, row 2 (People >= 500): stood in place 1 before",
                        "Hand-off skills, Zeile 2 (People >= 500): stand bisher an Stelle 1"));
    }

    @Test
    void a_row_that_is_new_and_one_that_went_are_said_whole() {
        // when
        List<ModelChange> found = changes("""
            Rule_1|The large ones.||>= 500|"large"
            Rule_9|Fairs.|"Fair"|< 10|"fair"
            Rule_3|Everybody else.||||
            """);

        // then
        assertThat(found)
                .extracting(ModelChange::kind, each -> each.sentence(Locale.ENGLISH))
                .containsExactly(
                        tuple(
                                ModelChange.Kind.ADDED,
                                "Hand-off skills: new row 2. When Source Fair, People < 10: Skills fair"),
                        tuple(
                                ModelChange.Kind.REMOVED,
                                "Hand-off skills: row 2 is gone. When Source Partner or Referral: Skills partner"));
    }

    @Test
    void a_row_by_another_id_is_known_by_what_it_says() {
        // when
        List<ModelChange> found = changes("""
            Rule_1|The large ones.||>= 500|"large"
            Rule_x|Partners first.|"Partner", "Referral"||"partner"
            Rule_3|Everybody else.||||
            """);

        // then
        assertThat(found).extracting(ModelChange::kind).containsExactly(ModelChange.Kind.RENAMED);
        assertThat(found.get(0).before()).isEqualTo("Rule_2");
    }

    @Test
    void a_column_that_came_went_or_is_called_otherwise_is_one_change() {
        // given
        String text = then.text(SKILLS);
        ShippedFiles called = then.withText(SKILLS, text.replace("label=\"People\"", "label=\"Headcount\""));
        ShippedFiles fewer = then.withText(
                SKILLS,
                text.replaceAll("<input id=\"Input_Size\".*</input>", "")
                        .replaceAll("<inputEntry id='Rule_\\d_3'><text>[^<]*</text></inputEntry>", ""));

        // then
        assertThat(differences.between(then.files(), called.files()))
                .extracting(each -> each.sentence(Locale.ENGLISH))
                .containsExactly("Hand-off skills: the column “People” is now called “Headcount”");
        assertThat(differences.between(then.files(), fewer.files()))
                .extracting(each -> each.sentence(Locale.ENGLISH))
                .containsExactly("Hand-off skills: the column “People” is gone");
        assertThat(differences.between(fewer.files(), then.files()))
                .extracting(each -> each.sentence(Locale.ENGLISH))
                .contains("Hand-off skills: new column “People”");
    }

    @Test
    void the_rows_of_both_versions_are_laid_over_one_another() {
        // given
        ShippedFiles now = then.withText(SKILLS, table("""
            Rule_3|Everybody else.||||
            Rule_1|The large ones.||>= 250|"large"
            Rule_9|Fairs.|"Fair"||"fair"
            """));

        // when
        TableDifference table = Differences.tables(then.files(), now.files()).get(0);

        // then
        assertThat(table.name()).isEqualTo("Hand-off skills");
        assertThat(table.columns())
                .extracting(TableDifference.Column::label, TableDifference.Column::mark)
                .containsExactly(tuple("Source", Mark.SAME), tuple("People", Mark.SAME), tuple("Skills", Mark.SAME));
        assertThat(table.rows())
                .extracting(Row::id, Row::before, Row::after, Row::mark)
                .containsExactly(
                        tuple("Rule_3", 3, 1, Mark.SAME),
                        tuple("Rule_1", 1, 2, Mark.CHANGED),
                        tuple("Rule_2", 2, 0, Mark.REMOVED),
                        tuple("Rule_9", 0, 3, Mark.ADDED));
        assertThat(table.rows().get(1).cells().get(1).isChanged()).isTrue();
        assertThat(table.rows().get(1).moved()).isTrue();
        assertThat(table.rows().get(0).moved()).isFalse();
    }
}
