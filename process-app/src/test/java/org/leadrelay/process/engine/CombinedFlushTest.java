package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.ibatis.scripting.defaults.RawSqlSource;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an engine command changes goes in one statement, and a lost race is still noticed. */
@ProductTest
class CombinedFlushTest {

    private static final String MODEL = Bpmn.convertToString(Bpmn.createExecutableProcess("written")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .receiveTask()
            .endEvent()
            .done());

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EngineDriver driver;

    private String definition;
    private String instance;

    @BeforeEach
    void anInstanceWithVariables() {
        definition = driver.deploy("written.bpmn", MODEL);
        instance = engine.getRuntimeService()
                .startProcessInstanceById(definition, Map.of("one", 1, "two", 2, "three", 3))
                .getId();
    }

    @AfterEach
    void gone() {
        RepositoryService repository = engine.getRepositoryService();
        repository.deleteDeployment(repository.getProcessDefinition(definition).getDeploymentId(), true);
    }

    @Test
    void what_goes_together_is_deleted_by_one_statement() {
        // when
        List<String> statements = writes(() -> driver.inOneCommand(this::delete));

        // then
        assertThat(statements)
                .singleElement(STRING)
                .contains("DELETE FROM ACT_RU_VARIABLE", "DELETE FROM ACT_RU_EXECUTION");
        assertThat(variables()).isEmpty();
        assertThat(executions()).isZero();
    }

    @Test
    void what_a_command_adds_changes_and_takes_away_is_one_statement() {
        // when
        List<String> statements = writes(() -> driver.inOneCommand(context -> {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance);
            execution.setVariable("one", 11);
            execution.setVariable("two", "a word");
            execution.removeVariable("three");
            execution.setVariable("four", null);
            execution.setVariable("five", true);
        }));

        // then
        assertThat(statements)
                .singleElement(STRING)
                .contains("INSERT INTO ACT_RU_VARIABLE", "UPDATE ACT_RU_VARIABLE", "DELETE FROM ACT_RU_VARIABLE");
        Map<String, Object> expected = new HashMap<>(Map.of("one", 11, "two", "a word", "five", true));
        expected.put("four", null);
        assertThat(engine.getRuntimeService().getVariables(instance)).isEqualTo(expected);
    }

    @Test
    void more_rows_than_one_statement_takes_are_all_written() {
        // given
        Map<String, Object> many = new HashMap<>();
        IntStream.range(0, 450).forEach(i -> many.put("many" + i, i));

        // when
        engine.getRuntimeService().setVariables(instance, many);

        // then
        assertThat(variables()).hasSize(453);
        many.replaceAll((name, value) -> "changed");
        engine.getRuntimeService().setVariables(instance, many);
        assertThat(variables()).filteredOn("changed"::equals).hasSize(450);
    }

    @Test
    void many_rows_are_deleted_together_and_told_one_by_one() {
        // given
        IntStream.range(0, 150).forEach(i -> engine.getRuntimeService().setVariable(instance, "more" + i, i));

        // when
        List<String> statements = writes(() -> driver.inOneCommand(this::delete));

        // then
        assertThat(statements)
                .singleElement(STRING)
                .contains("DELETE FROM ACT_RU_VARIABLE", "USING (VALUES")
                .doesNotContain("UNNEST");
        assertThat(variables()).isEmpty();
        assertThat(executions()).isZero();
    }

    @Test
    void one_of_many_rows_to_delete_that_somebody_has_changed_meanwhile_is_a_lost_race() {
        // given
        IntStream.range(0, 6).forEach(i -> engine.getRuntimeService().setVariable(instance, "more" + i, 1));

        // then
        assertThatThrownBy(() -> driver.inOneCommand(context -> {
                    context.getExecutionManager().findExecutionById(instance).getVariables();
                    somebodyChanges("two");
                    delete(context);
                }))
                .isInstanceOf(OptimisticLockingException.class)
                .hasMessageContaining("VariableInstanceEntity");
        assertThat(variables()).hasSize(9);
    }

    @Test
    void a_row_to_delete_that_somebody_has_changed_meanwhile_is_a_lost_race_and_nothing_goes() {
        assertLost("VariableInstanceEntity", context -> {
            context.getExecutionManager().findExecutionById(instance).getVariables();
            somebodyChanges("two");
            delete(context);
        });
    }

    @Test
    void a_row_to_update_that_somebody_has_changed_meanwhile_is_a_lost_race_and_nothing_is_written() {
        assertLost("VariableInstanceEntity", context -> {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance);
            execution.setVariable("one", 11);
            execution.setVariable("two", 22);
            execution.setVariable("four", 44);
            somebodyChanges("two");
        });
    }

    @Test
    void a_row_whose_parent_went_meanwhile_is_a_lost_race() {
        assertLost("VariableInstanceEntity", context -> {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance);
            execution.setVariable("four", 44);
            execution.setVariable("five", 55);
            jdbc.sql("delete from act_ru_variable where proc_inst_id_ = ?")
                    .param(instance)
                    .update();
            jdbc.sql("delete from act_ru_execution where id_ = ?")
                    .param(instance)
                    .update();
        });
    }

    @Test
    void a_child_that_came_meanwhile_is_told_as_the_broken_foreign_key_it_is() {
        assertThatThrownBy(() -> driver.inOneCommand(context -> {
                    context.getExecutionManager().findExecutionById(instance).getVariables();
                    somebodySetsFour();
                    delete(context);
                }))
                .isInstanceOf(ProcessEnginePersistenceException.class)
                .satisfies(failure ->
                        assertThat(new EngineCollisions().isCollision(failure)).isTrue())
                .hasStackTraceContaining("act_ru_variable");
        assertThat(variables()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void every_insert_of_one_row_that_the_engine_maps_can_take_more_rows() {
        // given
        DbSqlSessionFactory statements = configuration().getDbSqlSessionFactory();
        Configuration mappings = configuration().getSqlSessionFactory().getConfiguration();

        // when
        List<String> others = mappings.getMappedStatementNames().stream()
                .filter(name -> name.startsWith("insert")
                        && statements.mapStatement(name).equals(name))
                .filter(name -> !name.contains("CaseSentry")) // of CMMN, which is off
                .map(name -> mappings.getMappedStatement(name, false).getSqlSource())
                .filter(RawSqlSource.class::isInstance)
                .map(source -> source.getBoundSql(null).getSql())
                .filter(sql -> !FlushStatement.takesRows(sql))
                .toList();

        // then
        assertThat(others).isEmpty();
    }

    @Test
    void a_variable_that_somebody_has_set_meanwhile_is_a_lost_race() {
        assertLost("VariableInstanceEntity", context -> {
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance);
            execution.setVariable("four", 44);
            execution.setVariable("five", 55);
            somebodySetsFour();
        });
    }

    /** As by somebody else: within the command's own transaction, so that it is undone with it. */
    private void somebodyChanges(String variable) {
        jdbc.sql("update act_ru_variable set rev_ = rev_ + 1 where proc_inst_id_ = ? and name_ = ?")
                .params(instance, variable)
                .update();
    }

    private void somebodySetsFour() {
        jdbc.sql("""
            insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, var_scope_, is_concurrent_local_)
            values ('came-meanwhile', 1, 'null', 'four', :instance, :instance, :instance, false)
            """).param("instance", instance).update();
    }

    private void assertLost(String entity, Consumer<CommandContext> deed) {
        assertThatThrownBy(() -> driver.inOneCommand(deed))
                .isInstanceOf(OptimisticLockingException.class)
                .hasMessageContaining(entity);
        assertThat(variables()).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(executions()).isOne();
    }

    private static List<String> writes(Runnable deed) {
        return statements(deed)
                .filter(each -> each.contains("ACT_RU_") && !each.startsWith("SELECT"))
                .toList();
    }

    private static Stream<String> statements(Runnable deed) {
        return Statements.texts(deed).stream().map(each -> each.toUpperCase(Locale.ROOT));
    }

    private void delete(CommandContext context) {
        context.getExecutionManager().deleteProcessInstance(instance, "tested");
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private Collection<Object> variables() {
        return executions() == 0
                ? List.of()
                : engine.getRuntimeService().getVariables(instance).values();
    }

    private long executions() {
        return jdbc.sql("select count(*) from act_ru_execution where proc_inst_id_ = ?")
                .param(instance)
                .query(Long.class)
                .single();
    }
}
