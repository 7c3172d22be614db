package org.leadrelay.process.engine;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.scripting.defaults.RawSqlSource;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.jspecify.annotations.Nullable;

/**
 * Query of the variables of an execution or a task without their activity instance, which only lists of variables show. The engine's own
 * statement joins the execution and its parent for it, and the database plans that anew each time.
 */
class ExecutionVariablesQuery extends VariableInstanceManager {

    static final String OF_EXECUTION = "org.leadrelay.selectVariablesOfExecution";
    static final String OF_TASK = "org.leadrelay.selectVariablesOfTask";

    /**
     * The parameter where the planner does not see its value: for a value that it sees it expects fewer rows than on average, and so
     * plans each time anew, which takes three times as long as running it.
     */
    private static final String UNSEEN = "(select #{parameter,jdbcType=VARCHAR})";

    private static final String RESULT = VariableInstanceEntity.class.getName() + ".variableInstanceResultMap";

    @Override
    @SuppressWarnings("unchecked") // what the result map makes
    public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
            String execution, @Nullable Collection<String> names) {
        return names == null || names.isEmpty()
                ? getDbEntityManager().selectList(OF_EXECUTION, execution)
                : super.findVariableInstancesByExecutionIdAndVariableNames(execution, names);
    }

    @Override
    @SuppressWarnings("unchecked") // what the result map makes
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
            String task, @Nullable Collection<String> names) {
        return names == null || names.isEmpty()
                ? getDbEntityManager().selectList(OF_TASK, task)
                : super.findVariableInstancesByTaskIdAndVariableNames(task, names);
    }

    static void addStatements(Configuration mybatis) {
        add(mybatis, OF_EXECUTION, "EXECUTION_ID_ = " + UNSEEN + " and TASK_ID_ is null");
        add(mybatis, OF_TASK, "TASK_ID_ = " + UNSEEN);
    }

    private static void add(Configuration mybatis, String statement, String condition) {
        add(
                mybatis,
                statement,
                ListQueryParameterObject.class,
                "select * from ACT_RU_VARIABLE where " + condition,
                List.of(mybatis.getResultMap(RESULT)));
    }

    /** Adds a select to those that MyBatis knows. */
    static void add(
            Configuration mybatis, String statement, Class<?> parameter, String select, List<ResultMap> results) {
        RawSqlSource sql = new RawSqlSource(mybatis, select, parameter);
        mybatis.addMappedStatement(new MappedStatement.Builder(mybatis, statement, sql, SqlCommandType.SELECT)
                .resultMaps(results)
                .build());
    }

    static SessionFactory factory() {
        return new EngineSessionFactory(VariableInstanceManager.class, ExecutionVariablesQuery::new);
    }
}
