package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.leadrelay.access.Roles;
import org.leadrelay.bpmn.Contract;
import org.leadrelay.charter.Charter;
import org.leadrelay.platform.Language;
import org.leadrelay.process.ModelContract;
import org.leadrelay.process.ModelStep;
import org.leadrelay.testing.ProductTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What {@code bpmn/contract.json} and the element templates promise the models is what the product does. */
@ProductTest
class ContractTest {

    private static final Pattern DUE = Pattern.compile("\\$\\{due\\.(\\w+)}");

    @Autowired
    ApplicationContext application;

    @Autowired
    RegisteredBeans beans;

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
    void the_models_time_their_tasks_by_the_clauses_of_the_charter() throws IOException {
        // given
        Set<String> timed = new HashSet<>();
        try (Stream<Path> models = Files.list(Path.of("..", "bpmn", "processes"))) {
            for (Path model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                DUE.matcher(Files.readString(model)).results().forEach(due -> timed.add(due.group(1)));
            }
        }

        // then
        assertThat(timed).isEqualTo(charter.current().clauses().keySet());
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
    void every_stage_of_the_boards_is_told() {
        assertThat(ModelContract.STAGES).isEqualTo(Contract.STAGES);
    }

    @Test
    void what_each_step_sets_and_throws_is_what_its_template_says() {
        for (String step : Contract.DELEGATES) {
            assertThat(beans.contract(step).map(ModelStep::sets).map(Set::of).orElse(Set.of()))
                    .as(step)
                    .isEqualTo(Contract.SETS.get(step));
            assertThat(beans.contract(step).map(ModelStep::errors).map(Set::of).orElse(Set.of()))
                    .as(step)
                    .isEqualTo(Contract.THROWS.get(step));
        }
    }

    @Test
    void what_is_there_from_the_first_moment_and_what_steps_set_can_be_read_by_an_expression() {
        assertThat(ModelContract.VARIABLES)
                .containsAll(ModelContract.UNANSWERED)
                .containsAll(ModelContract.presets(UUID.randomUUID()).keySet())
                .containsAll(
                        Contract.SETS.values().stream().flatMap(Set::stream).toList());
    }
}
