package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.bpmn.Models.ProcessFile;

class JourneyEndsTest {

    static List<ProcessFile> processes() {
        return Models.processes();
    }

    @Test
    void a_journey_can_end_in_each_way_and_in_no_other() {
        // given
        ProcessFile journey = processes().stream()
                .filter(f -> "lead-journey".equals(f.id()))
                .findAny()
                .get();

        // when
        Map<String, String> ends = journey.all(EndEvent.class).stream()
                .filter(end -> !Models.property(end, "leadEnd").isEmpty())
                .collect(Collectors.toMap(EndEvent::getId, end -> Models.property(end, "leadEnd")));

        // then
        assertThat(ends)
                .containsOnly(
                        Map.entry("Event_Won", "won"),
                        Map.entry("Event_Lost", "lost"),
                        Map.entry("Event_Disqualified", "disqualified"),
                        Map.entry("Event_Dormant", "dormant"),
                        Map.entry("Event_Withdrawn", "withdrawn"));
        assertThat(Contract.ENDS).containsExactlyInAnyOrderElementsOf(ends.values());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_element_is_reached_from_a_start(ProcessFile file) {
        // given
        Deque<FlowNode> open = new ArrayDeque<>(file.all(StartEvent.class));
        Set<FlowNode> reached = new HashSet<>();

        // when
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (reached.add(node)) {
                node.getOutgoing().forEach(flow -> open.add(flow.getTarget()));
                file.all(BoundaryEvent.class).stream()
                        .filter(event -> event.getAttachedTo().equals(node))
                        .forEach(open::add);
            }
        }

        // then
        assertThat(file.all(FlowNode.class))
                .filteredOn(node -> !(node instanceof SubProcess))
                .isSubsetOf(reached);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void every_path_reaches_an_end(ProcessFile file) {
        // given
        Deque<FlowNode> open = new ArrayDeque<>(file.all(EndEvent.class));
        Set<FlowNode> ending = new HashSet<>();

        // when
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (ending.add(node)) {
                node.getIncoming().forEach(flow -> open.add(flow.getSource()));
            }
        }

        // then
        assertThat(file.all(FlowNode.class))
                .filteredOn(node -> !(node instanceof SubProcess))
                .isSubsetOf(ending);
    }
}
