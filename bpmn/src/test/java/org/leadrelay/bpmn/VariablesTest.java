package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadrelay.bpmn.Models.camunda;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.leadrelay.bpmn.Models.ProcessFile;
import org.leadrelay.bpmn.Models.TableFile;

class VariablesTest {

    static List<ProcessFile> processes() {
        return Models.processes();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void what_a_condition_or_timer_reads_is_produced_somewhere(ProcessFile file) {
        // given
        Set<String> produced = producedIn(file);

        // when
        Stream<Expression> read = Stream.of(ConditionExpression.class, TimeDate.class, TimeDuration.class)
                .flatMap(type -> file.all(type).stream());

        // then
        assertThat(read)
                .allSatisfy(each -> assertThat(variablesIn(each.getTextContent()))
                        .as(each.getTextContent())
                        .isSubsetOf(produced));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_condition_about_the_outcome_asks_for_one_that_a_form_offers(ProcessFile file) {
        Set<String> offered = processes().stream()
                .flatMap(each -> each.all(CamundaFormField.class).stream())
                .filter(field -> "outcome".equals(field.getCamundaId()))
                .flatMap(field -> field.getCamundaValues().stream())
                .map(value -> value.getCamundaId())
                .collect(Collectors.toSet());
        assertThat(file.all(ConditionExpression.class))
                .extracting(each -> each.getTextContent().strip())
                .filteredOn(text -> text.startsWith("${outcome =="))
                .allSatisfy(
                        text -> assertThat(text.replaceAll(".*'(.*)'.*", "$1")).isIn(offered));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_decision_always_finds_a_way(ProcessFile file) {
        for (ExclusiveGateway gateway : file.all(ExclusiveGateway.class)) {
            assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
            assertThat(gateway.getOutgoing())
                    .filteredOn(flow -> !flow.equals(gateway.getDefault()))
                    .as(gateway.getId())
                    .isNotEmpty()
                    .allMatch(flow -> flow.getConditionExpression() != null);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void a_call_hands_over_what_exists_and_takes_back_what_the_called_process_makes(ProcessFile file) {
        Map<String, ProcessFile> byId = processes().stream().collect(Collectors.toMap(ProcessFile::id, each -> each));
        for (CallActivity call : file.all(CallActivity.class)) {
            assertThat(Models.extensions(call, CamundaIn.class))
                    .extracting(CamundaIn::getCamundaSource)
                    .filteredOn(source -> source != null)
                    .isSubsetOf(producedIn(file));
            assertThat(Models.extensions(call, CamundaOut.class))
                    .extracting(CamundaOut::getCamundaSource)
                    .isSubsetOf(producedIn(byId.get(call.getCalledElement())));
        }
    }

    /** What forms, tables, called processes and delegates of a model bring into being. */
    private static Set<String> producedIn(ProcessFile file) {
        Set<String> produced = new HashSet<>(Contract.SET_BY_DELEGATES);
        if ("lead-journey".equals(file.id())) {
            produced.addAll(Contract.PRESET);
        }
        file.all(CamundaFormField.class).forEach(field -> produced.add(field.getCamundaId()));
        file.all(CamundaOut.class).forEach(out -> produced.add(out.getCamundaTarget()));
        Map<String, TableFile> tables = Models.tables().stream().collect(Collectors.toMap(TableFile::id, each -> each));
        for (BusinessRuleTask task : file.all(BusinessRuleTask.class)) {
            produced.addAll(tables.get(camunda(task, "decisionRef")).outputs());
        }
        for (ProcessFile caller : processes()) {
            caller.all(CallActivity.class).stream()
                    .filter(call -> file.id().equals(call.getCalledElement()))
                    .flatMap(call -> Models.extensions(call, CamundaIn.class).stream())
                    .filter(in -> in.getCamundaTarget() != null)
                    .forEach(in -> produced.add(in.getCamundaTarget()));
        }
        return produced;
    }

    private static List<String> variablesIn(String expression) {
        return expression.contains("${")
                ? Models.namesIn(expression).stream()
                        .filter(name -> !name.matches("(due|remind)\\..*"))
                        .toList()
                : List.of();
    }
}
