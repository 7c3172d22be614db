package org.leadrelay.ui.redesign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.redesign.gate.ModelFile;
import org.leadrelay.ui.component.TableEditor.Fact;

class OfferedFactsTest {

    private final ModelFile fit = Shipped.table("lead-fit.dmn");
    private final OfferedFacts offered =
            new OfferedFacts(List.of(fit, Shipped.model("lead-nurture.bpmn")), String::toUpperCase);

    @Test
    void every_fact_of_the_product_is_offered_with_its_expression_and_type() {
        assertThat(offered.facts())
                .hasSameSizeAs(FactSheet.NAMES)
                .contains(
                        new Fact("facts.seniority", "SENIORITY", "string"),
                        new Fact("facts.companySize", "COMPANYSIZE", "double"),
                        new Fact("facts.businessEmail", "BUSINESSEMAIL", "boolean"));
    }

    @Test
    void the_types_are_those_of_the_shipped_tables() {
        // given
        String text = new String(fit.content(), StandardCharsets.UTF_8);

        // then
        assertThat(offered.facts().stream()
                        .filter(each -> text.contains("<text>" + each.expression() + "</text>"))
                        .toList())
                .hasSize(6)
                .allMatch(each -> text.matches("(?s).*typeRef=\"" + each.type() + "\">\\s*<text>"
                        + each.expression().replace(".", "\\.") + "</text>.*"));
    }

    @Test
    void the_values_of_a_column_are_those_that_tables_know_and_of_a_question_yes_and_no() {
        assertThat(offered.values("facts.source")).contains("\"Reference\"", "\"Partner\"");
        assertThat(offered.values("fit")).containsExactly("\"A\"", "\"B\"", "\"C\"", "\"D\"");
        assertThat(offered.values("facts.hasCompany")).containsExactly("true", "false");
        assertThat(offered.values("facts.profileScore")).isEmpty();
    }

    @Test
    void a_table_that_cannot_be_read_suggests_nothing_and_stops_nobody() {
        // given
        ModelFile broken = Shipped.with(fit, "</definitions>", "");

        // then
        assertThat(new OfferedFacts(List.of(broken), each -> each).values("fit"))
                .isEmpty();
    }
}
