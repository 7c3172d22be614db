package org.leadrelay.process.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * Bulk delete of rows that the engine deletes together, with its optimistic lock: one statement for each table, in place of one for
 * each row. A journey that ends has some twenty variables. A row whose revision is another one stays, and the engine is told of it as
 * of any lost race.
 */
class BulkDeletes extends BatchDbSqlSession {

    /** By what is deleted; the engine deletes a row of these tables by its id and its revision, and nothing else. */
    private static final Map<Class<?>, String> TABLES = Map.of(
            VariableInstanceEntity.class, "ACT_RU_VARIABLE",
            ExecutionEntity.class, "ACT_RU_EXECUTION",
            MessageEntity.class, "ACT_RU_JOB",
            TimerEntity.class, "ACT_RU_JOB");

    private BulkDeletes(DbSqlSessionFactory factory) {
        super(factory);
    }

    @Override
    public FlushResult executeDbOperations(List<DbOperation> operations) {
        int done = 0;
        for (int at = 0; at < operations.size(); at++) {
            int end = endOfDeletes(operations, at);
            if (end - at < 2) {
                continue;
            }
            FlushResult before = executeSome(operations.subList(done, at));
            if (stopped(before)) {
                return stoppedWith(before, operations.subList(at, operations.size()));
            }
            List<DbOperation> failed = delete(operations.subList(at, end));
            if (!failed.isEmpty()) {
                return FlushResult.withFailuresAndRemaining(failed, copy(operations.subList(end, operations.size())));
            }
            done = end;
            at = end - 1;
        }
        return executeSome(operations.subList(done, operations.size()));
    }

    private FlushResult executeSome(List<DbOperation> operations) {
        return operations.isEmpty() ? FlushResult.allApplied() : super.executeDbOperations(copy(operations));
    }

    private static boolean stopped(FlushResult result) {
        return result.hasFailures() || result.hasRemainingOperations();
    }

    private static FlushResult stoppedWith(FlushResult result, List<DbOperation> later) {
        List<DbOperation> remaining = new ArrayList<>(result.getRemainingOperations());
        remaining.addAll(later);
        return FlushResult.withFailuresAndRemaining(result.getFailedOperations(), remaining);
    }

    private static List<DbOperation> copy(List<DbOperation> operations) {
        return new ArrayList<>(operations);
    }

    /** Where the deletes of one table end that begin here; here, when this is none. */
    private static int endOfDeletes(List<DbOperation> operations, int from) {
        String table = table(operations.get(from));
        int end = from;
        while (table != null && end < operations.size() && table.equals(table(operations.get(end)))) {
            end++;
        }
        return end;
    }

    private static @Nullable String table(DbOperation operation) {
        return operation.getOperationType() == DbOperationType.DELETE
                ? TABLES.get(((DbEntityOperation) operation).getEntity().getClass())
                : null;
    }

    /** Those that failed, marked as the engine marks them. */
    private List<DbOperation> delete(List<DbOperation> operations) {
        Set<String> deleted = new HashSet<>();
        PersistenceException failure = null;
        try {
            deleted.addAll(deletedIds(operations));
        } catch (SQLException e) {
            failure = new PersistenceException(e);
        }
        List<DbOperation> failed = new ArrayList<>();
        for (DbOperation operation : operations) {
            boolean gone =
                    deleted.contains(((DbEntityOperation) operation).getEntity().getId());
            postProcessOperationPerformed(operation, gone ? 1 : 0, failure);
            if (operation.isFailed()) {
                failed.add(operation);
            }
        }
        return failed;
    }

    private List<String> deletedIds(List<DbOperation> operations) throws SQLException {
        String[] ids = new String[operations.size()];
        Integer[] revisions = new Integer[operations.size()];
        for (int i = 0; i < ids.length; i++) {
            DbEntity entity = ((DbEntityOperation) operations.get(i)).getEntity();
            ids[i] = entity.getId();
            revisions[i] = ((HasDbRevision) entity).getRevision();
        }
        String sql = "delete from " + table(operations.get(0))
                + " as old using unnest(?::text[], ?::int[]) as gone (id, revision)"
                + " where old.ID_ = gone.id and old.REV_ = gone.revision returning old.ID_";
        Connection connection = sqlSession.getConnection();
        List<String> deleted = new ArrayList<>();
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setArray(1, connection.createArrayOf("text", ids));
            delete.setArray(2, connection.createArrayOf("int", revisions));
            try (ResultSet rows = delete.executeQuery()) {
                while (rows.next()) {
                    deleted.add(rows.getString(1));
                }
            }
        }
        return deleted;
    }

    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return DbSqlSession.class;
        }

        @Override
        public Session openSession() {
            return new BulkDeletes(Context.getProcessEngineConfiguration().getDbSqlSessionFactory());
        }
    }
}
