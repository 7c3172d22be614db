package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.bpmn.Models.TableFile;

/** The tables that say what is sales-ready: few rows, each with its why, on what is known when a lead comes in. */
class RatingTablesTest {

    private static final int MOST_ROWS = 12;

    /** What sales or the firm write down later, such as occupation or the last activity, is no fact at capture. */
    private static final Set<String> KNOWN_AT_CAPTURE = Set.of(
            "facts.profileScore",
            "facts.activityScore",
            "facts.secondsOnSite",
            "facts.source",
            "facts.seniority",
            "facts.companySize",
            "facts.businessEmail",
            "facts.hasCompany",
            "facts.meetingAsked",
            "facts.engagement");

    /** What people learned of a lead in an earlier lap: unknown of one that comes in. */
    private static final Set<String> LEARNED = Set.of("facts.timeline", "facts.decider");

    static List<TableFile> tables() {
        return Models.tables().stream()
                .filter(each ->
                        Set.of("lead-fit", "lead-maturity", "lead-matrix").contains(each.id()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_person_reads_all_of_it_and_every_row_says_why(TableFile table) {
        assertThat(table.model().getModelElementsByType(Rule.class))
                .hasSizeLessThanOrEqualTo(MOST_ROWS)
                .allSatisfy(row -> assertThat(row.getDescription().getTextContent())
                        .as(row.getId())
                        .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nothing_is_read_that_is_written_down_later(TableFile table) {
        assertThat(table.model().getModelElementsByType(Input.class))
                .extracting(each -> each.getInputExpression().getText().getTextContent())
                .filteredOn(each -> each.startsWith("facts.") && !LEARNED.contains(each))
                .isSubsetOf(KNOWN_AT_CAPTURE);
    }
}
