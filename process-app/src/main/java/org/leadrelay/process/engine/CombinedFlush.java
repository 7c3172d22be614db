package org.leadrelay.process.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Database session of the engine ({@code DbSqlSession}) with a write-behind flush in one round trip, and with reads that were prefetched
 * ({@link RowPrefetch}): what a command inserts, updates and deletes goes as one statement, see
 * {@link FlushStatement}, in place of one for each kind of row. The engine's optimistic lock holds as before: a row whose revision is
 * another one stays as it is, and the engine is told of it as of any lost race. What works on many rows by a condition, as the
 * history's cleanup does, goes by itself and in its place.
 */
class CombinedFlush extends BatchDbSqlSession {

    /** Rows in one statement: of the engine's widest table they have a tenth of the 65,535 parameters that the database takes. */
    private static final int MOST_ROWS = 200;

    private @Nullable RowPrefetch prefetched;

    private CombinedFlush(DbSqlSessionFactory factory) {
        super(factory);
    }

    /** Reads rows with a statement of {@link RowPrefetch}, which answers the engine from now on until something is written. */
    void prefetch(String statement, String id, Function<List<List<Object>>, RowPrefetch> rows) {
        prefetched = rows.apply(ExceptionUtil.doWithExceptionWrapper(() -> sqlSession.selectList(statement, id)));
        prefetched.byId().forEach(this::fireEntityLoaded);
    }

    @Override
    public List<Object> executeSelectList(String statement, Object parameter) {
        List<Object> known = prefetched == null ? null : prefetched.find(statement, parameter);
        return known == null ? super.executeSelectList(statement, parameter) : known;
    }

    @Override
    public FlushResult executeDbOperations(List<DbOperation> operations) {
        prefetched = null;
        int from = 0;
        while (from < operations.size()) {
            FlushStatement statement = new FlushStatement(sqlSession.getConfiguration(), dbSqlSessionFactory);
            int end = fill(statement, operations, from);
            List<DbOperation> failed;
            if (statement.size() > 1) {
                failed = execute(statement, operations.subList(from, end));
            } else {
                end = from + 1;
                failed = super.executeDbOperations(new ArrayList<>(operations.subList(from, end)))
                        .getFailedOperations();
            }
            if (!failed.isEmpty()) {
                return FlushResult.withFailuresAndRemaining(
                        failed, new ArrayList<>(operations.subList(end, operations.size())));
            }
            from = end;
        }
        return FlushResult.allApplied();
    }

    /** Where those end, from here, that one statement can write. */
    private static int fill(FlushStatement statement, List<DbOperation> operations, int from) {
        int end = from;
        while (end < operations.size() && statement.size() < MOST_ROWS && statement.add(operations.get(end))) {
            end++;
        }
        return end;
    }

    /** Those that failed, marked as the engine marks them. */
    private List<DbOperation> execute(FlushStatement statement, List<DbOperation> operations) {
        List<DbOperation> failed = new ArrayList<>();
        try {
            Set<DbOperation> done = statement.execute(sqlSession.getConnection());
            for (DbOperation each : operations) {
                mark(each, done.contains(each) ? 1 : 0, null, failed);
            }
        } catch (SQLException e) {
            PersistenceException failure = new PersistenceException(e);
            for (DbOperation each : statement.on(table(e))) {
                mark(each, 0, failure, failed);
            }
            if (failed.isEmpty()) {
                throw failure;
            }
        }
        return failed;
    }

    private void mark(
            DbOperation operation, int rows, @Nullable PersistenceException failure, List<DbOperation> failed) {
        postProcessOperationPerformed(operation, rows, failure);
        if (operation.isFailed()) {
            failed.add(operation);
        }
    }

    /** Of a constraint that was broken; empty when something else failed. */
    private static String table(SQLException failure) {
        ServerErrorMessage message = failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
        String table = message == null ? null : message.getTable();
        return table == null ? "" : table;
    }

    static SessionFactory factory() {
        return new EngineSessionFactory(
                DbSqlSession.class,
                () -> new CombinedFlush(Context.getProcessEngineConfiguration().getDbSqlSessionFactory()));
    }
}
