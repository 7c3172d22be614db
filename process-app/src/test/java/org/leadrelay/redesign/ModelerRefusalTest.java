package org.leadrelay.redesign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadrelay.platform.Invalid;
import org.leadrelay.redesign.gate.Finding;
import org.leadrelay.redesign.gate.Severity;

class ModelerRefusalTest {

    private static final String PAGE = "https://relay.example/redesign/17";

    @Test
    void each_refusal_is_a_line_that_names_element_file_and_remedy_and_the_page_is_the_last() {
        // given
        Finding atElement = refusal("lead-journey.bpmn", "Activity_X");
        Finding ofFile = refusal("lead-journey.bpmn", null);
        Finding ofRelease = refusal("", null);

        // when
        List<String> lines = text(List.of(atElement, ofFile, ofRelease)).lines().toList();

        // then
        assertThat(lines)
                .containsExactly(
                        "ENGINE-09005 Could not parse BPMN process.",
                        "* Activity_X (lead-journey.bpmn): " + atElement.message(Locale.ENGLISH),
                        "* lead-journey.bpmn: " + ofFile.message(Locale.ENGLISH),
                        "* " + ofRelease.message(Locale.ENGLISH),
                        PAGE);
    }

    @Test
    void of_more_than_fifty_the_rest_is_counted() {
        // given
        List<Finding> many = IntStream.range(0, 63)
                .mapToObj(each -> refusal("a.bpmn", "Activity_" + each))
                .toList();

        // when
        List<String> lines = text(many).lines().toList();

        // then
        assertThat(lines).hasSize(1 + 50 + 2).last().isEqualTo(PAGE);
        assertThat(lines.get(51)).contains("13");
    }

    @Test
    void warnings_are_counted_and_refuse_nothing() {
        // given
        Finding warning = new Finding(Severity.WARNING, RULE, "a.bpmn", "Activity_Y", List.of("0", "x", "y"));

        // when
        String text = text(List.of(refusal("a.bpmn", "Activity_X"), warning));

        // then
        assertThat(text).doesNotContain("Activity_Y");
        assertThat(text.lines().toList()).hasSize(4);
        assertThat(ModelerRefusal.refusals(List.of(warning))).isEmpty();
    }

    @Test
    void what_is_no_file_of_a_release_is_said_the_same_way() {
        // when
        String text = ModelerRefusal.text(Invalid.field("notes.txt", "This is\nno model. Send a .bpmn or .dmn."), PAGE);

        // then
        assertThat(text.lines())
                .containsExactly(
                        "ENGINE-09005 Could not parse BPMN process.",
                        "* notes.txt: This is no model. Send a .bpmn or .dmn.",
                        PAGE);
    }

    private static final String RULE = "file-fetches";

    private static Finding refusal(String file, String element) {
        return new Finding(Severity.REFUSAL, RULE, file, element, List.of("0", "x", "y"));
    }

    private static String text(List<Finding> findings) {
        return ModelerRefusal.text(findings, PAGE, Locale.ENGLISH);
    }
}
