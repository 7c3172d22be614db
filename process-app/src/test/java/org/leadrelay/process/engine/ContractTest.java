package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.bpmn.Contract;
import org.leadrelay.charter.Charter;
import org.leadrelay.platform.Language;
import org.leadrelay.process.ModelContract;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What {@code bpmn/contract.json} and the element templates promise the models is what the product does. */
@ProductTest
class ContractTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Charter charter;

    @Autowired
    Roles roles;

    @Test
    void the_steps_and_listeners_that_models_name_are_registered() {
        assertThat(application.getBeansOfType(JavaDelegate.class).keySet()).isEqualTo(Contract.DELEGATES);
        assertThat(application.getBeansOfType(ExecutionListener.class).keySet()).containsAll(Contract.LISTENERS);
    }

    @Test
    void the_facts_that_tables_read_are_gathered() {
        assertThat(new HashSet<>(FactSheet.NAMES)).isEqualTo(Contract.FACTS);
    }

    @Test
    void the_charter_has_every_clause() {
        assertThat(charter.current().clauses().keySet()).isEqualTo(Contract.CLAUSES);
    }

    @Test
    void a_lane_is_a_role_that_people_can_have() {
        assertThat(roles.all()).extracting(Roles.Role::name).containsAll(Contract.ROLES);
    }

    @Test
    void a_model_brings_words_in_every_language_of_the_product_but_that_of_its_own_names() {
        HashSet<String> languages = new HashSet<>(Language.codes());
        languages.remove(Language.ENGLISH.code());
        assertThat(Contract.LANGUAGES).isEqualTo(languages);
    }

    @Test
    void conditions_read_from_the_first_moment_what_a_journey_begins_with_and_what_is_not_answered_yet() {
        Set<String> read = new HashSet<>(ModelContract.UNANSWERED);
        read.addAll(ModelContract.presets(UUID.randomUUID()).keySet());

        assertThat(read).isEqualTo(Contract.PRESET);
    }

    @Test
    void messages_and_errors_are_those_that_are_sent_and_thrown() {
        assertThat(AllowList.MESSAGES).isEqualTo(Contract.MESSAGES);
        assertThat(AllowList.ERRORS).isEqualTo(Contract.ERRORS);
    }

    @Test
    void what_a_form_field_may_be_is_what_is_let_in() {
        assertThat(AllowList.FIELD_TYPES).isEqualTo(Contract.FIELD_TYPES);
        assertThat(AllowList.CONSTRAINTS).isEqualTo(Contract.FIELD_CONSTRAINTS);
        assertThat(AllowList.RESERVED).isEqualTo(Contract.RESERVED_FIELDS);
    }

    @Test
    void an_expression_may_read_every_variable_and_no_other_name() {
        assertThat(refusals(Contract.VARIABLES)).isEmpty();
        assertThat(refusals(Set.of("somethingElse")))
                .singleElement()
                .asString()
                .contains("somethingElse in <conditionExpression> is unknown here");
    }

    private static List<String> refusals(Set<String> names) {
        List<String> violations = new ArrayList<>();
        ExpressionRules rules = new ExpressionRules(Set.of());
        for (String name : names) {
            rules.check("conditionExpression", null, "${" + name + " != null}", "Flow_It", violations);
        }
        return violations;
    }
}
