package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    void the_tables_that_are_read_by_people_and_asked_by_no_model_are_told() {
        assertThat(ModelContract.FOR_READING.keySet()).isEqualTo(Contract.TABLES_FOR_READING);
    }

    @Test
    void conditions_read_from_the_first_moment_what_a_journey_begins_with_and_what_is_not_answered_yet() {
        Set<String> read = new HashSet<>(ModelContract.UNANSWERED);
        read.addAll(ModelContract.presets(UUID.randomUUID()).keySet());

        assertThat(read).isEqualTo(Contract.PRESET);
    }

    @Test
    void messages_errors_and_ends_are_those_that_are_sent_thrown_and_counted() {
        assertThat(ModelContract.MESSAGES).isEqualTo(Contract.MESSAGES);
        assertThat(all(ModelContract.THROWS)).isEqualTo(Contract.ERRORS);
        assertThat(ModelContract.ENDS).isEqualTo(Contract.ENDS);
        assertThat(ModelContract.STAGES).isEqualTo(Contract.STAGES);
        assertThat(ModelContract.TOUCH_KINDS).isEqualTo(Contract.TOUCH_KINDS);
    }

    @Test
    void what_steps_set_is_what_their_templates_say() {
        assertThat(all(ModelContract.SETS)).isEqualTo(Contract.SET_BY_DELEGATES);
        assertThat(Contract.DELEGATES)
                .containsAll(ModelContract.SETS.keySet())
                .containsAll(ModelContract.THROWS.keySet());
    }

    @Test
    void names_that_a_form_may_not_use_and_an_expression_may_read_are_told() {
        assertThat(ModelContract.RESERVED).isEqualTo(Contract.RESERVED_FIELDS);
        assertThat(ModelContract.VARIABLES).isEqualTo(Contract.VARIABLES);
    }

    private static Set<String> all(Map<String, Set<String>> byStep) {
        return byStep.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
}
