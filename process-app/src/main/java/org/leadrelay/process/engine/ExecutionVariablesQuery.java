package org.leadrelay.process.engine;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.scripting.defaults.RawSqlSource;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.jspecify.annotations.Nullable;

/**
 * Query of an execution's variables without their activity instance, which only lists of variables show. The engine's own statement
 * joins the execution and its parent for it, and the database plans that anew each time.
 */
class ExecutionVariablesQuery extends VariableInstanceManager {

    private static final String STATEMENT = "org.leadrelay.selectVariablesOfExecution";
    private static final String RESULT = VariableInstanceEntity.class.getName() + ".variableInstanceResultMap";

    @Override
    @SuppressWarnings("unchecked") // what the result map makes
    public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
            String execution, @Nullable Collection<String> names) {
        return names == null || names.isEmpty()
                ? getDbEntityManager().selectList(STATEMENT, execution)
                : super.findVariableInstancesByExecutionIdAndVariableNames(execution, names);
    }

    static void addStatement(Configuration mybatis) {
        RawSqlSource sql = new RawSqlSource(
                mybatis,
                "select * from ACT_RU_VARIABLE where EXECUTION_ID_ = #{parameter,jdbcType=VARCHAR} and TASK_ID_ is"
                        + " null",
                ListQueryParameterObject.class);
        mybatis.addMappedStatement(new MappedStatement.Builder(mybatis, STATEMENT, sql, SqlCommandType.SELECT)
                .resultMaps(List.of(mybatis.getResultMap(RESULT)))
                .build());
    }

    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return VariableInstanceManager.class;
        }

        @Override
        public Session openSession() {
            return new ExecutionVariablesQuery();
        }
    }
}
