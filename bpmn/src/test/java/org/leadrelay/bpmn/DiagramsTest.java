package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.bpmn.Models.ProcessFile;

class DiagramsTest {

    static List<ProcessFile> processes() {
        return Models.processes();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void an_element_stands_inside_the_lane_that_holds_it(ProcessFile file) {
        for (Lane lane : file.all(Lane.class)) {
            Bounds around = boundsOf(file, lane);
            for (FlowNode node : lane.getFlowNodeRefs()) {
                Bounds inside = boundsOf(file, node);
                assertThat(inside.getY()).as(node.getId()).isBetween(around.getY(), bottom(around));
                assertThat(bottom(inside)).as(node.getId()).isLessThanOrEqualTo(bottom(around));
            }
        }
    }

    private static Bounds boundsOf(ProcessFile file, BaseElement element) {
        return file.all(BpmnShape.class).stream()
                .filter(shape -> element.equals(shape.getBpmnElement()))
                .findFirst()
                .orElseThrow()
                .getBounds();
    }

    private static double bottom(Bounds bounds) {
        return bounds.getY() + bounds.getHeight();
    }
}
