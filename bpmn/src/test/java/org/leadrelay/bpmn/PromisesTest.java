package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.bpmn.Models.camunda;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.bpmn.Models.ProcessFile;

class PromisesTest {

    private static final Pattern PROMISE = Pattern.compile("\\$\\{(?<kind>due|remind)\\.(?<clause>[A-Za-z]+)}");

    static List<ProcessFile> processes() {
        return Models.processes();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_task_is_promised_reminded_of_and_escalated(ProcessFile file) {
        for (UserTask task : file.all(UserTask.class)) {
            Matcher due = PROMISE.matcher(camunda(task, "dueDate"));
            assertThat(due.matches()).as(task.getId()).isTrue();
            assertThat(due.group("kind")).isEqualTo("due");
            String clause = due.group("clause");
            Map<String, Boolean> timers = timersOn(file, task);
            assertThat(timers)
                    .as(task.getId())
                    .containsEntry("${remind." + clause + "}", false)
                    .containsKey("${due." + clause + "}")
                    .hasSize(2);
        }
    }

    @Test
    void only_an_unanswered_hand_off_is_taken_away_when_it_is_overdue() {
        // when
        List<String> interrupting = processes().stream()
                .flatMap(file -> file.all(BoundaryEvent.class).stream())
                .filter(BoundaryEvent::cancelActivity)
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .map(BoundaryEvent::getId)
                .toList();

        // then
        assertThat(interrupting).containsExactly("Event_AnswerOverdue");
    }

    /** The timers of a task: expression and whether it interrupts. */
    private static Map<String, Boolean> timersOn(ProcessFile file, UserTask task) {
        return file.all(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().equals(task))
                .collect(Collectors.toMap(
                        event -> event.getChildElementsByType(TimerEventDefinition.class)
                                .iterator()
                                .next()
                                .getTimeDate()
                                .getTextContent()
                                .strip(),
                        BoundaryEvent::cancelActivity));
    }
}
