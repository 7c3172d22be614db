package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaConstraint;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaValue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FormsTest {

    private static final Set<String> PROPERTIES = Set.of("options", "visibleWhen", "requiredWhen", "rows", "preset");

    @TestFactory
    Stream<DynamicTest> a_form_starts_with_its_outcome_and_keeps_to_what_the_inbox_can_show() {
        return Models.processes().stream()
                .flatMap(file -> file.all(UserTask.class).stream())
                .map(task -> DynamicTest.dynamicTest(task.getId(), () -> check(fieldsOf(task))));
    }

    private static void check(List<CamundaFormField> fields) {
        assertThat(fields).isNotEmpty();
        assertThat(fields).extracting(CamundaFormField::getCamundaId).doesNotHaveDuplicates();
        CamundaFormField first = fields.get(0);
        assertThat(first.getCamundaId()).isEqualTo("outcome");
        assertThat(first.getCamundaValues())
                .isNotEmpty()
                .allMatch(value -> !value.getCamundaName().isBlank());
        Map<String, CamundaFormField> byId =
                fields.stream().collect(Collectors.toMap(CamundaFormField::getCamundaId, f -> f));
        fields.forEach(field -> check(field, byId));
    }

    private static void check(CamundaFormField field, Map<String, CamundaFormField> form) {
        String id = field.getCamundaId();
        assertThat(id)
                .matches("[a-z][A-Za-z0-9]*")
                .isNotIn(Contract.RESERVED_FIELDS)
                .isNotIn(Contract.DELEGATES)
                .isNotIn(Contract.LISTENERS);
        assertThat(field.getCamundaLabel()).as(id).isNotBlank();
        assertThat(field.getCamundaType()).as(id).isIn(Contract.FIELD_TYPES);
        if (field.getCamundaValidation() != null) {
            assertThat(field.getCamundaValidation().getCamundaConstraints())
                    .extracting(CamundaConstraint::getCamundaName)
                    .isSubsetOf(Contract.FIELD_CONSTRAINTS);
        }
        if (field.getCamundaProperties() != null) {
            assertThat(field.getCamundaProperties().getCamundaProperties())
                    .extracting(CamundaProperty::getCamundaId)
                    .isSubsetOf(PROPERTIES);
        }
        options(field);
        preset(field);
        condition(Models.property(field, "visibleWhen"), form);
        condition(Models.property(field, "requiredWhen"), form);
    }

    /** An enum has either its own values or an agreed list; no other type has options. */
    private static void options(CamundaFormField field) {
        String list = Models.property(field, "options");
        boolean own = !field.getCamundaValues().isEmpty();
        if (!list.isEmpty()) {
            assertThat(list).isIn(Contract.OPTION_LISTS);
        }
        assertThat(own ^ !list.isEmpty())
                .as("options of %s", field.getCamundaId())
                .isEqualTo("enum".equals(field.getCamundaType()));
    }

    /** Only a list in which next steps are agreed can preset anything. */
    private static void preset(CamundaFormField field) {
        String preset = Models.property(field, "preset");
        if (!preset.isEmpty()) {
            assertThat(preset).matches("charter:rejectionReasons by [a-z][A-Za-z0-9]*");
            assertThat(field.getCamundaType()).isEqualTo("enum");
        }
    }

    /** A condition reads another field of the same form, and one of that field's values. */
    private static void condition(String condition, Map<String, CamundaFormField> form) {
        if (condition.isEmpty()) {
            return;
        }
        int equals = condition.indexOf('=');
        CamundaFormField asked = form.get(condition.substring(0, equals));
        assertThat(asked).as(condition).isNotNull();
        List<String> values = asked.getCamundaValues().stream()
                .map(CamundaValue::getCamundaId)
                .toList();
        if (!values.isEmpty()) {
            assertThat(Stream.of(condition.substring(equals + 1).split("\\|", -1)))
                    .isSubsetOf(values);
        }
    }

    private static List<CamundaFormField> fieldsOf(UserTask task) {
        return Models.extensions(task, CamundaFormData.class).stream()
                .flatMap(form -> form.getCamundaFormFields().stream())
                .toList();
    }
}
