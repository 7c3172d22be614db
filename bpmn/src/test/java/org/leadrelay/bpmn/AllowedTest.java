package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.bpmn.Models.camunda;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.bpmn.Models.ProcessFile;
import org.leadrelay.bpmn.Models.TableFile;

class AllowedTest {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");

    static List<ProcessFile> processes() {
        return Models.processes();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_process_is_executable_and_its_history_has_an_end(ProcessFile file) {
        assertThat(file.process().isExecutable()).isTrue();
        assertThat(camunda(file.process(), "historyTimeToLive")).isEqualTo("P180D");
        assertThat(camunda(file.process(), "versionTag")).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void steps_name_a_registered_delegate_and_run_in_a_job(ProcessFile file) {
        assertThat(Stream.concat(file.all(ServiceTask.class).stream(), file.all(SendTask.class).stream()))
                .allSatisfy(step -> {
                    assertThat(bean(camunda(step, "delegateExpression"))).isIn(Contract.DELEGATES);
                    assertThat(camunda(step, "asyncBefore")).isEqualTo("true");
                });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void listeners_name_a_registered_listener(ProcessFile file) {
        assertThat(file.all(CamundaExecutionListener.class))
                .allSatisfy(listener -> assertThat(bean(listener.getCamundaDelegateExpression()))
                        .isIn(Contract.LISTENERS));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_model_holds_no_code(ProcessFile file) {
        assertThat(file.all(ScriptTask.class)).isEmpty();
        for (FlowNode node : file.all(FlowNode.class)) {
            for (String forbidden : List.of("class", "expression", "type", "topic", "resource")) {
                assertThat(camunda(node, forbidden)).as(node.getId()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void an_expression_is_short_and_calls_nothing(ProcessFile file) throws IOException {
        // given
        String text = Files.readString(file.path());

        // when
        List<String> expressions =
                EXPRESSION.matcher(text).results().map(found -> found.group()).toList();

        // then
        assertThat(expressions)
                .isNotEmpty()
                .allMatch(each -> each.startsWith("${"))
                .allMatch(each -> each.length() <= 200)
                .noneMatch(each -> each.contains("("));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void no_timer_repeats(ProcessFile file) {
        assertThat(file.all(TimeCycle.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_table_task_asks_a_shipped_table_right_after_the_facts_were_gathered(ProcessFile file) {
        Set<String> shipped =
                Set.copyOf(Models.tables().stream().map(TableFile::id).toList());
        for (BusinessRuleTask task : file.all(BusinessRuleTask.class)) {
            assertThat(camunda(task, "decisionRef")).as(task.getId()).isIn(shipped);
            assertThat(camunda(task, "decisionRefBinding")).isEqualTo("deployment");
            assertThat(camunda(task, "resultVariable") + camunda(task, "mapDecisionResult"))
                    .isEmpty();
            assertThat(camunda(task, "asyncBefore") + camunda(task, "asyncAfter"))
                    .isEmpty();
            assertThat(task.getIncoming())
                    .as("what comes before %s", task.getId())
                    .isNotEmpty()
                    .allMatch(AllowedTest::bringsFacts);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_called_process_is_shipped_and_knows_its_lead(ProcessFile file) {
        Set<String> shipped =
                Set.copyOf(processes().stream().map(ProcessFile::id).toList());
        for (CallActivity call : file.all(CallActivity.class)) {
            assertThat(call.getCalledElement()).isIn(shipped);
            assertThat(camunda(call, "calledElementBinding")).isEqualTo("deployment");
            assertThat(Models.extensions(call, CamundaIn.class))
                    .anyMatch(in -> "${leadId}".equals(in.getCamundaBusinessKey()))
                    .anyMatch(in -> "leadId".equals(in.getCamundaSource()))
                    .noneMatch(in -> in.getCamundaVariables() != null);
        }
    }

    private static boolean bringsFacts(SequenceFlow flow) {
        FlowNode before = flow.getSource();
        return camunda(before, "asyncAfter").isEmpty()
                && (before instanceof BusinessRuleTask
                        || "gatherFacts".equals(bean(camunda(before, "delegateExpression"))));
    }

    private static String bean(String expression) {
        return expression.matches("\\$\\{[a-zA-Z]+}")
                ? expression.substring(2, expression.length() - 1)
                : "no bean: " + expression;
    }
}
