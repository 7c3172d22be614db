package org.leadrelay.process.engine;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * Prefetch of the rows of one process instance in one round trip: a command of the engine reads executions, variables, jobs and what belongs
 * to a task one after the other. To be asked for when the lead's row is locked, so that no other command on the lead comes between. What was
 * read holds until the command writes; a row that somebody changed without that lock is found by its revision, as ever.
 */
public final class RowPrefetch {

    private static final String OF_INSTANCE = "org.leadrelay.selectRowsOfInstance";
    private static final String OF_TASK = "org.leadrelay.selectRowsOfTask";

    private static final String ID = "#{id,jdbcType=VARCHAR}";

    private final Map<String, List<ExecutionEntity>> executions;
    private final Set<String> executionIds;
    private final Map<String, List<VariableInstanceEntity>> variables;
    private final Map<String, List<JobEntity>> jobs;
    private final @Nullable OfTask task;

    private RowPrefetch(List<List<Object>> rows, @Nullable String task) {
        executions = by(ExecutionEntity::getProcessInstanceId, rows.get(0));
        executionIds = Set.copyOf(by(ExecutionEntity::getId, rows.get(0)).keySet());
        List<Object> all = rows.get(1);
        variables = by(
                VariableInstanceEntity::getExecutionId,
                all.stream().filter(each -> ((VariableInstanceEntity) each).getTaskId() == null));
        jobs = by(JobEntity::getExecutionId, rows.get(2));
        this.task = task == null
                ? null
                : new OfTask(
                        task,
                        by(TaskEntity::getExecutionId, rows.get(3)),
                        by(VariableInstanceEntity::getTaskId, all),
                        rows.get(4),
                        rows.get(5));
    }

    /** What is known of a task beyond its process instance. */
    private record OfTask(
            String id,
            Map<String, List<TaskEntity>> tasks,
            Map<String, List<VariableInstanceEntity>> variables,
            List<Object> subtasks,
            List<Object> links) {}

    private static <T> Map<String, List<T>> by(Function<T, @Nullable String> key, List<Object> rows) {
        return by(key, rows.stream());
    }

    /** By what the rows say now: a command changes the entities that it gets. */
    @SuppressWarnings("unchecked") // what the result map of this place makes
    private static <T> Map<String, List<T>> by(Function<T, @Nullable String> key, Stream<Object> rows) {
        return rows.map(each -> (T) each)
                .filter(each -> key.apply(each) != null)
                .collect(groupingBy(each -> String.valueOf(key.apply(each))));
    }

    /** Of a process instance, for the rest of this command. */
    public static void ofInstance(CommandContext command, String instance) {
        read(command, OF_INSTANCE, instance, rows -> new RowPrefetch(rows, null));
    }

    /** Of a task and its process instance, for the rest of this command. */
    public static void ofTask(CommandContext command, String task) {
        read(command, OF_TASK, task, rows -> new RowPrefetch(rows, task));
    }

    private static void read(
            CommandContext command, String statement, String id, Function<List<List<Object>>, RowPrefetch> rows) {
        command.getDbEntityManager(); // which hears of what is loaded from when it is first asked for
        if (command.getDbSqlSession() instanceof CombinedFlush session) {
            session.prefetch(statement, id, rows);
        }
    }

    /** What the engine asks for by id. */
    Stream<? extends DbEntity> byId() {
        Stream<ExecutionEntity> all = executions.values().stream().flatMap(List::stream);
        return task == null
                ? all
                : Stream.concat(all, task.tasks().values().stream().flatMap(List::stream));
    }

    /** Rows that the engine's mapped statement would find, or null when they are not known. */
    @Nullable
    List<Object> find(String statement, @Nullable Object parameter) {
        if (!(parameter instanceof ListQueryParameterObject list) || !(list.getParameter() instanceof String id)) {
            return null;
        }
        return switch (statement) {
            case "selectExecutionsByProcessInstanceId" -> executions.containsKey(id) ? some(executions, id) : null;
            case ExecutionVariablesQuery.OF_EXECUTION -> ofExecution(id, variables);
            case "selectJobsByExecutionId" -> ofExecution(id, jobs);
            case "selectTasksByExecutionId" -> task == null ? null : ofExecution(id, task.tasks());
            case ExecutionVariablesQuery.OF_TASK -> ofTask(id, known -> some(known.variables(), id));
            case "selectTasksByParentTaskId" -> ofTask(id, known -> new ArrayList<>(known.subtasks()));
            case "selectIdentityLinksByTask" -> ofTask(id, known -> new ArrayList<>(known.links()));
            default -> null;
        };
    }

    private @Nullable List<Object> ofTask(String id, Function<OfTask, List<Object>> rows) {
        return task != null && task.id().equals(id) ? rows.apply(task) : null;
    }

    private @Nullable List<Object> ofExecution(String id, Map<String, ? extends List<?>> rows) {
        return executionIds.contains(id) ? some(rows, id) : null;
    }

    private static List<Object> some(Map<String, ? extends List<?>> rows, String id) {
        List<?> found = rows.get(id);
        return found == null ? new ArrayList<>() : new ArrayList<>(found);
    }

    static void addStatements(Configuration mybatis) {
        Rows ofInstance = new Rows(mybatis);
        ofInstance.ofInstance("(select " + ID + ")");
        ofInstance.add(OF_INSTANCE);
        Rows ofTask = new Rows(mybatis);
        String instance = "(select PROC_INST_ID_ from ACT_RU_TASK where ID_ = " + ID + ")";
        ofTask.ofInstance(instance);
        ofTask.select(TaskEntity.class, "taskResultMap", "ACT_RU_TASK where PROC_INST_ID_ = " + instance);
        ofTask.select(TaskEntity.class, "taskResultMap", "ACT_RU_TASK where PARENT_TASK_ID_ = " + ID);
        ofTask.select(IdentityLinkEntity.class, "identityLinkResultMap", "ACT_RU_IDENTITYLINK where TASK_ID_ = " + ID);
        ofTask.add(OF_TASK);
    }

    /** Several statements as one: the driver sends them together, and each is planned by itself. */
    private record Rows(Configuration mybatis, List<String> statements, List<ResultMap> results) {

        Rows(Configuration mybatis) {
            this(mybatis, new ArrayList<>(), new ArrayList<>());
        }

        void ofInstance(String id) {
            select(ExecutionEntity.class, "executionResultMap", "ACT_RU_EXECUTION where PROC_INST_ID_ = " + id);
            select(
                    VariableInstanceEntity.class,
                    "variableInstanceResultMap",
                    "ACT_RU_VARIABLE where PROC_INST_ID_ = " + id);
            select(JobEntity.class, "jobResultMap", "ACT_RU_JOB where PROCESS_INSTANCE_ID_ = " + id);
        }

        void select(Class<?> entity, String result, String from) {
            statements.add("select * from " + from);
            results.add(mybatis.getResultMap(entity.getName() + "." + result));
        }

        void add(String name) {
            ExecutionVariablesQuery.add(mybatis, name, String.class, String.join(";\n", statements), results);
        }
    }
}
