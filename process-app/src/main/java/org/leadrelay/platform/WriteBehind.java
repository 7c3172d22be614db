package org.leadrelay.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.stereotype.Component;

/**
 * Write-behind of a transaction: writes that nothing in it reads again, sent with its log lines in one statement just before the commit, at the latest. As long as a
 * transaction has no log lines each is done at once, and so is what comes after they were written.
 */
@Component
public class WriteBehind {

    /** So many are sent before the end: each is a part of the statement, which takes 1,664 columns. */
    static final int MOST = 50;

    private final JdbcTemplate jdbc;

    WriteBehind(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A data-modifying statement.
     *
     * @param key of two with the same one in a transaction the later is done
     * @param sql with a {@code ?} for each value, and with {@code returning} where it has a result; no other one of the transaction may write to the same row
     * @param result column that it returns, whose distinct texts are told; null when it returns nothing
     */
    public record Write(
            Object key,
            String sql,
            List<@Nullable Object> values,
            @Nullable String result,
            Consumer<List<String>> told) {

        /** One that returns nothing. */
        public static Write of(Object key, String sql, @Nullable Object... values) {
            return new Write(key, sql, Arrays.asList(values), null, texts -> {});
        }

        private String aggregate(String name) {
            return "(select " + (result == null ? "count(*)" : "array_agg(distinct " + result + ")") + " from " + name
                    + ")";
        }
    }

    /** Sets the values of the statement with which they are sent. */
    @FunctionalInterface
    public interface Binder {

        /**
         * @param from index of the first one, counted from 1
         */
        void bind(PreparedStatement statement, int from) throws SQLException;
    }

    /** Whoever says so sends them before the commit. */
    public void carry() {
        TransactionBound.of(this, Waiting.class, () -> new Waiting(this));
    }

    /** Does it at the latest when the transaction ends. */
    public void add(Write write) {
        Waiting waiting = TransactionBound.find(this, Waiting.class)
                .filter(found -> !found.sent)
                .orElse(null);
        if (waiting == null) {
            jdbc.execute((Connection connection) -> executed(connection, List.of(write)));
        } else {
            waiting.writes.put(write.key(), write);
            if (waiting.writes.size() == MOST) {
                jdbc.execute((Connection connection) -> executed(connection, waiting.take()));
            }
        }
    }

    /** Whether one with this key waits. */
    public boolean waits(Object key) {
        return TransactionBound.find(this, Waiting.class)
                .filter(waiting -> waiting.writes.containsKey(key))
                .isPresent();
    }

    /**
     * Sends those that wait, and then evaluates an expression, in one statement.
     *
     * @param expression in SQL
     * @return its value as text
     */
    public @Nullable String send(Connection connection, String expression, Binder binder) throws SQLException {
        return execute(connection, take(), expression, binder);
    }

    /** Sends those that wait, if there are any. */
    public void send(Connection connection) throws SQLException {
        List<Write> writes = take();
        if (!writes.isEmpty()) {
            executed(connection, writes);
        }
    }

    private List<Write> take() {
        Waiting waiting = TransactionBound.find(this, Waiting.class).orElse(null);
        if (waiting == null) {
            return List.of();
        }
        waiting.sent = true;
        return waiting.take();
    }

    private static @Nullable String executed(Connection connection, List<Write> writes) throws SQLException {
        return execute(connection, writes, "null", (statement, from) -> {});
    }

    private static @Nullable String execute(Connection connection, List<Write> writes, String expression, Binder binder)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(writes, expression))) {
            int index = 1;
            for (Write write : writes) {
                for (Object value : write.values()) {
                    StatementCreatorUtils.setParameterValue(statement, index++, SqlTypeValue.TYPE_UNKNOWN, value);
                }
            }
            binder.bind(statement, index);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                for (int i = 0; i < writes.size(); i++) {
                    tell(writes.get(i), row, i + 1);
                }
                return row.getString(writes.size() + 1);
            }
        }
    }

    private static void tell(Write write, ResultSet row, int column) throws SQLException {
        if (write.result() != null && row.getArray(column) != null) {
            write.told().accept(List.of((String[]) row.getArray(column).getArray()));
        }
    }

    /** The select list asks for what each write did before it comes to the expression: so the log's head is locked last. */
    private static String sql(List<Write> writes, String expression) {
        WithClause with = new WithClause("write_");
        StringBuilder results = new StringBuilder();
        for (Write write : writes) {
            String name = with.add(write.result() == null ? write.sql() + " returning 1" : write.sql());
            results.append(write.aggregate(name)).append(", ");
        }
        return with.before("select " + results + expression);
    }

    private static final class Waiting extends TransactionBound {

        private final Map<Object, Write> writes = new LinkedHashMap<>();
        private boolean sent;

        Waiting(WriteBehind owner) {
            super(owner);
        }

        /** In the order of their texts: the same ones are the same statement, which is prepared once. */
        private List<Write> take() {
            List<Write> taken = writes.values().stream()
                    .sorted(Comparator.comparing(Write::sql))
                    .toList();
            writes.clear();
            return taken;
        }
    }
}
