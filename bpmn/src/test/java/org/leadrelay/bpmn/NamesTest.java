package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.bpmn.Models.ProcessFile;
import org.leadrelay.bpmn.Models.TableFile;

class NamesTest {

    static List<ProcessFile> processes() {
        return Models.processes();
    }

    static List<TableFile> tables() {
        return Models.tables();
    }

    @Test
    void the_three_processes_and_seven_tables_of_the_journey_are_here() {
        assertThat(processes()).extracting(ProcessFile::id).contains("lead-journey", "lead-nurture", "lead-follow-up");
        assertThat(tables())
                .extracting(TableFile::id)
                .contains(
                        "lead-fit",
                        "lead-maturity",
                        "lead-matrix",
                        "nurture-track",
                        "recycling",
                        "hand-off-skills",
                        "opening-play");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_process_is_named_like_its_file(ProcessFile file) {
        assertThat(file.all(Process.class)).hasSize(1);
        assertThat(file).hasToString(file.id() + ".bpmn");
        assertThat(file.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(file.process().getName()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void a_table_is_named_like_its_file(TableFile file) {
        assertThat(file).hasToString(file.id() + ".dmn");
        assertThat(file.decision().getName()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void an_id_is_the_modelers_prefix_and_words(ProcessFile file) {
        for (FlowElement element : file.all(FlowElement.class)) {
            assertThat(element.getId()).matches(prefix(element) + "_[A-Z][A-Za-z0-9]*");
        }
        assertThat(file.all(Lane.class)).allMatch(lane -> lane.getId().startsWith("Lane_"));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_activity_and_event_has_a_name(ProcessFile file) {
        assertThat(file.all(Activity.class)).allMatch(each -> named(each.getName()));
        assertThat(file.all(Event.class)).allMatch(each -> named(each.getName()));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_decision_is_a_question_with_answers(ProcessFile file) {
        for (ExclusiveGateway gateway : file.all(ExclusiveGateway.class)) {
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            assertThat(gateway.getOutgoing()).as(gateway.getId()).allMatch(flow -> named(flow.getName()));
        }
    }

    private static boolean named(String name) {
        return name != null && !name.isBlank();
    }

    private static String prefix(FlowElement element) {
        if (element instanceof Activity) {
            return "Activity";
        }
        if (element instanceof Event) {
            return "Event";
        }
        if (element instanceof Gateway) {
            return "Gateway";
        }
        return element instanceof SequenceFlow ? "Flow" : "(no known kind)";
    }
}
