package org.leadrelay.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadrelay.process.EngineDriver;
import org.leadrelay.testing.ProductTest;
import org.leadrelay.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a command reads of its instance is the same whether it was prefetched or not, and comes in one round trip. */
@ProductTest
class RowPrefetchTest {

    private static final String MODEL = Bpmn.convertToString(Bpmn.createExecutableProcess("prefetched")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .parallelGateway("fork")
            .userTask("first")
            .camundaCandidateGroups("marketing")
            .boundaryEvent("late")
            .timerWithDuration("P7D")
            .endEvent()
            .moveToActivity("first")
            .endEvent()
            .moveToNode("fork")
            .userTask("second")
            .camundaCandidateGroups("marketing")
            .endEvent()
            .done());

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    JdbcClient jdbc;

    private String definition;
    private String instance;
    private String task;

    @BeforeEach
    void twoTasks() {
        definition = driver.deploy("prefetched.bpmn", MODEL);
        instance = start();
        task = task(instance, "first").getId();
        engine.getTaskService().setVariableLocal(task, "ofTask", "here");
        engine.getTaskService().setVariableLocal(task(instance, "second").getId(), "ofTheOther", "there");
    }

    private String start() {
        return engine.getRuntimeService()
                .startProcessInstanceById(definition, Map.of("one", 1, "two", "words"))
                .getId();
    }

    private Task task(String of, String step) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(of)
                .taskDefinitionKey(step)
                .singleResult();
    }

    @AfterEach
    void gone() {
        RepositoryService repository = engine.getRepositoryService();
        repository.deleteDeployment(repository.getProcessDefinition(definition).getDeploymentId(), true);
    }

    @Test
    void of_a_task_the_engine_reads_the_same_and_waits_once() {
        // given
        List<Object> expected = new ArrayList<>();
        List<Object> found = new ArrayList<>();

        // when
        driver.inOneCommand(context -> expected.addAll(read(context)));
        int alone = Statements.roundTrips(() -> driver.inOneCommand(context -> RowPrefetch.ofTask(context, task)));
        int withReading = Statements.roundTrips(() -> driver.inOneCommand(context -> {
            RowPrefetch.ofTask(context, task);
            found.addAll(read(context));
        }));

        // then
        assertThat(found).isEqualTo(expected);
        assertThat(withReading).isEqualTo(alone);
    }

    @Test
    void of_an_instance_the_engine_reads_the_same() {
        // given
        List<Object> expected = new ArrayList<>();
        List<Object> found = new ArrayList<>();

        // when
        driver.inOneCommand(context -> expected.addAll(read(context)));
        driver.inOneCommand(context -> {
            RowPrefetch.ofInstance(context, instance);
            found.addAll(read(context));
        });

        // then
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void of_another_instance_it_reads_what_is_there() {
        // given
        String other = start();
        String otherTask = task(other, "first").getId();
        List<Object> found = new ArrayList<>();

        // when
        driver.inOneCommand(context -> {
            RowPrefetch.ofTask(context, task);
            found.add(variables(context.getTaskManager().findTaskById(otherTask).getExecution()));
            found.add(context.getJobManager()
                    .findJobsByExecutionId(context.getTaskManager()
                            .findTaskById(otherTask)
                            .getExecution()
                            .getId())
                    .size());
        });

        // then
        assertThat(found).containsExactly(Map.of("one", 1, "two", "words"), 1);
    }

    @Test
    void a_row_that_somebody_changed_since_is_a_lost_race() {
        assertThatThrownBy(() -> driver.inOneCommand(context -> {
                    RowPrefetch.ofTask(context, task);
                    jdbc.sql("update act_ru_variable set rev_ = rev_ + 1 where proc_inst_id_ = ? and name_ = 'one'")
                            .param(instance)
                            .update();
                    context.getExecutionManager().findExecutionById(instance).setVariable("one", 2);
                }))
                .isInstanceOf(OptimisticLockingException.class)
                .hasMessageContaining("VariableInstanceEntity");
    }

    @Test
    void when_the_command_has_written_it_reads_anew() {
        // given
        List<Object> found = new ArrayList<>();

        // when
        driver.inOneCommand(context -> {
            RowPrefetch.ofInstance(context, instance);
            ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance);
            execution.setVariable("one", 2);
            context.getDbEntityManager().flush();
            jdbc.sql("""
                insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, var_scope_, is_concurrent_local_)
                values ('came-meanwhile', 1, 'null', 'three', :instance, :instance, :instance, false)
                """).param("instance", instance).update();
            context.getVariableInstanceManager()
                    .findVariableInstancesByExecutionId(instance)
                    .forEach(each -> found.add(each.getName()));
        });

        // then
        assertThat(found).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void of_a_task_that_is_gone_there_is_nothing() {
        // when
        engine.getTaskService().complete(task);

        // then
        driver.inOneCommand(context -> {
            RowPrefetch.ofTask(context, task);
            assertThat(context.getTaskManager().findTaskById(task)).isNull();
        });
    }

    @Test
    void what_is_completed_with_it_is_completed() {
        // when
        driver.inOneCommand(context -> {
            RowPrefetch.ofTask(context, task);
            engine.getTaskService().complete(task, Map.of("one", 11));
        });

        // then
        assertThat(task(instance, "first")).isNull();
        assertThat(engine.getRuntimeService().getVariables(instance)).isEqualTo(Map.of("one", 11, "two", "words"));
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        assertThat(jdbc.sql("select count(*) from act_ru_variable where task_id_ = ?")
                        .param(task)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Everything that is prefetched, as the engine comes to it. */
    private List<Object> read(CommandContext context) {
        TaskEntity read = context.getTaskManager().findTaskById(task);
        ExecutionEntity execution = read.getExecution();
        return List.of(
                read.getTaskDefinitionKey(),
                new TreeMap<>(read.getVariablesLocal()),
                context.getTaskManager().findTasksByParentTaskId(task),
                context.getTaskManager().findTasksByExecutionId(execution.getId()).stream()
                        .map(TaskEntity::getId)
                        .toList(),
                context.getIdentityLinkManager().findIdentityLinksByTaskId(task).stream()
                        .map(IdentityLinkEntity::getGroupId)
                        .sorted()
                        .toList(),
                context.getExecutionManager().findExecutionById(instance).getExecutions().stream()
                        .map(each -> each.getActivityId() + variables(each))
                        .sorted()
                        .toList(),
                variables(context.getExecutionManager().findExecutionById(instance)),
                context.getJobManager().findJobsByExecutionId(execution.getId()).stream()
                        .map(JobEntity::getJobHandlerConfigurationRaw)
                        .toList());
    }

    private static Map<String, Object> variables(ExecutionEntity execution) {
        return new TreeMap<>(execution.getVariables());
    }
}
