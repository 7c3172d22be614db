package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.bpmn.Models.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.leadrelay.bpmn.Models.TableFile;

/** What a process owner may choose in a template is what there is. Whether Modeler can read it is tested in {@code lint/test}. */
class ElementTemplatesTest {

    @Test
    void a_promised_task_is_one_of_a_role_that_has_tasks() throws IOException {
        // given
        Set<String> working = Models.processes().stream()
                .flatMap(file -> file.all(UserTask.class).stream())
                .map(task -> camunda(task, "candidateGroups"))
                .collect(Collectors.toSet());

        // then
        assertThat(offered("promised-task", "camunda:candidateGroups")).containsAll(working);
        assertThat(Contract.ROLES).containsAll(working);
    }

    @Test
    void a_promised_task_is_one_of_a_clause_that_a_task_keeps() throws IOException {
        // given
        Set<String> due = Models.processes().stream()
                .flatMap(file -> file.all(UserTask.class).stream())
                .map(task -> camunda(task, "dueDate"))
                .collect(Collectors.toSet());

        // then
        assertThat(offered("promised-task", "camunda:dueDate")).isEqualTo(due);
    }

    @Test
    void every_table_that_models_ask_can_be_asked() throws IOException {
        assertThat(offered("table", "camunda:decisionRef"))
                .isEqualTo(Models.tables().stream()
                        .map(TableFile::id)
                        .filter(id -> !Contract.TABLES_FOR_READING.contains(id))
                        .collect(Collectors.toSet()));
    }

    @Test
    void every_process_that_is_called_can_be_called() throws IOException {
        // given
        Set<String> called = Models.processes().stream()
                .flatMap(file -> file.all(CallActivity.class).stream())
                .map(CallActivity::getCalledElement)
                .collect(Collectors.toSet());

        // then
        assertThat(offered("call", "calledElement")).isEqualTo(called);
    }

    @Test
    void every_stage_of_the_boards_is_offered_where_it_is_counted() throws IOException {
        // given
        Set<String> none = Set.of("");
        Set<String> flows = new HashSet<>();
        Models.processes()
                .forEach(file -> file.all(SequenceFlow.class)
                        .forEach(flow -> stages(flow).forEach(flows::add)));
        Set<String> tasks = new HashSet<>();
        Models.processes()
                .forEach(file ->
                        file.all(UserTask.class).forEach(task -> stages(task).forEach(tasks::add)));

        // then
        Set<String> offered = new HashSet<>(offered("stage", "stage"));
        offered.removeAll(none);
        assertThat(offered).isEqualTo(Contract.STAGES).containsAll(flows);
        assertThat(offered("promised-task", "stage")).containsAll(tasks).contains("");
        assertThat(offered("table", "stage")).containsExactlyInAnyOrder("", "mature");
    }

    private static Stream<String> stages(BaseElement element) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element
                        .getExtensionElements()
                        .getElementsQuery()
                        .filterByType(CamundaProperties.class)
                        .list()
                        .stream()
                        .flatMap(all -> all.getCamundaProperties().stream())
                        .filter(each -> "stage".equals(each.getCamundaName()))
                        .map(CamundaProperty::getCamundaValue);
    }

    /** The choices of the property, or the values of it that are fixed. */
    private static Set<String> offered(String file, String property) throws IOException {
        Set<String> found = new HashSet<>();
        JsonNode templates = new ObjectMapper()
                .readTree(Models.files(".camunda/element-templates", file + ".json")
                        .get(0)
                        .toFile());
        for (JsonNode template : templates) {
            for (JsonNode each : template.path("properties")) {
                if (property.equals(each.path("binding").path("name").asText())) {
                    found.add(each.path("value").asText());
                    each.path("choices")
                            .forEach(choice -> found.add(choice.path("value").asText()));
                }
            }
        }
        return found;
    }
}
