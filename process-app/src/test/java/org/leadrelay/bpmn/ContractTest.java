package org.leadrelay.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.leadrelay.charter.Charter;
import org.leadrelay.process.ModelContract;
import org.leadrelay.qualification.FactSheet;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the models' own tests take for granted about the product is so. */
@ProductTest
class ContractTest {

    @Autowired
    ApplicationContext application;

    @Autowired
    Charter charter;

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
    void a_journey_begins_with_the_variables_that_conditions_read() {
        assertThat(ModelContract.presets(UUID.randomUUID()).keySet()).containsAll(Contract.PRESET);
    }

    @Test
    void messages_and_errors_are_those_that_are_sent_and_thrown() {
        assertThat(Contract.MESSAGES)
                .containsExactlyInAnyOrder(
                        ModelContract.ENGAGED,
                        ModelContract.WITHDRAWN,
                        ModelContract.QUESTION_ASKED,
                        ModelContract.CAPACITY_FREED);
        assertThat(Contract.ERRORS).containsExactly(ModelContract.REP_UNAVAILABLE);
    }
}
