package org.leadrelay.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * PostgreSQL advisory lock by name, held on a connection of its own while the work runs, or by the current
 * transaction. It is given back when that connection ends, so a dead node blocks no other.
 */
@Component
public class AdvisoryLock {

    private final DataSource dataSource;

    AdvisoryLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Waits for the lock, however long, then does the work. */
    public <T> T within(String name, Supplier<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            call(connection, "select pg_advisory_lock(hashtextextended(?, 0))", name);
            try {
                return work.get();
            } finally {
                call(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            }
        } catch (SQLException e) {
            throw new SQLErrorCodeSQLExceptionTranslator(dataSource).translate("lock " + name, null, e);
        }
    }

    /**
     * Does the work if the lock is free, without blocking.
     *
     * @return whether it was done
     */
    public boolean ifFree(String name, Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(true);
            if (!taken(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))", name)) {
                return false;
            }
            try {
                work.run();
                return true;
            } finally {
                call(connection, "select pg_advisory_unlock(hashtextextended(?, 0))", name);
            }
        } catch (SQLException e) {
            throw new SQLErrorCodeSQLExceptionTranslator(dataSource).translate("lock " + name, null, e);
        }
    }

    /**
     * Acquires the lock for the rest of the current transaction if it is free, on that transaction's own connection.
     *
     * @throws IllegalStateException outside a transaction, which alone would give it back
     */
    public boolean takenUntilCommit(String name) {
        return ofTransaction(
                name,
                connection -> taken(connection, "select pg_try_advisory_xact_lock(hashtextextended(?, 0))", name));
    }

    /**
     * Waits for the lock, however long, and holds it for the rest of the current transaction, on that transaction's own connection.
     *
     * @throws IllegalStateException outside a transaction, which alone would give it back
     */
    public void awaitUntilCommit(String name) {
        ofTransaction(name, connection -> {
            call(connection, "select pg_advisory_xact_lock(hashtextextended(?, 0))", name);
            return true;
        });
    }

    /**
     * The same for a short transaction within another one, and at most fifty seconds, less than a job is locked for: who waits longer waits in a ring that PostgreSQL cannot see, with the
     * outer transaction in it. The inner one's commit does not wait for the disk: the outer one's does, and writes it as well.
     *
     * @throws org.springframework.dao.DataAccessException when it was not free for so long
     */
    public void awaitUntilInnerCommit(String name) {
        ofTransaction(name, connection -> {
            call(connection, """
                select set_config('synchronous_commit', 'off', true), set_config('lock_timeout', '50s', true),
                    pg_advisory_xact_lock(hashtextextended(?, 0))
                """, name);
            return true;
        });
    }

    /** What is asked of a connection. */
    @FunctionalInterface
    private interface Ask {
        boolean of(Connection connection) throws SQLException;
    }

    private boolean ofTransaction(String name, Ask ask) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no transaction to hold the lock " + name);
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return ask.of(connection);
        } catch (SQLException e) {
            throw new SQLErrorCodeSQLExceptionTranslator(dataSource).translate("lock " + name, null, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static boolean taken(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void call(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.execute();
        }
    }
}
