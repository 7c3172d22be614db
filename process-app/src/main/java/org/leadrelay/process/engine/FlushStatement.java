package org.leadrelay.process.engine;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * Writes to several tables as one SQL statement: a data-modifying {@code WITH} clause made of the engine's own mapped statements. Rows of
 * one table are inserted together, and those of {@link #TABLES} deleted together by ids and revisions. Foreign keys are checked when all of it
 * is done, so that the order of the parts does not matter; no part sees what another one writes.
 */
final class FlushStatement {

    /** By what is deleted; the engine deletes a row of these tables by its id and its revision, and nothing else. */
    private static final Map<Class<?>, String> TABLES = Map.of(
            VariableInstanceEntity.class, "ACT_RU_VARIABLE",
            ExecutionEntity.class, "ACT_RU_EXECUTION",
            MessageEntity.class, "ACT_RU_JOB",
            TimerEntity.class, "ACT_RU_JOB");

    private static final Pattern INSERT = Pattern.compile("(?is)(.*\\bvalues)\\s*(\\(.*\\))\\s*");
    private static final Pattern TABLE = Pattern.compile("(?is)\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+).*");

    /** What each of the engine's inserts begins with; there are as many as it has tables. */
    private static final Map<String, Insert> INSERTS = new ConcurrentHashMap<>();

    /**
     * An insert cut in two.
     *
     * @param head up to {@code values}
     * @param row the brackets behind it
     */
    private record Insert(String head, String row) {}

    private final Configuration mappings;
    private final DbSqlSessionFactory statements;
    private final Map<String, StringBuilder> inserts = new LinkedHashMap<>();
    private final Map<String, List<Row>> inserted = new HashMap<>();
    private final List<Row> counted = new ArrayList<>();
    private final Map<String, List<DbEntityOperation>> deleted = new LinkedHashMap<>();
    private final Map<DbOperation, String> tables = new HashMap<>();

    FlushStatement(Configuration mappings, DbSqlSessionFactory statements) {
        this.mappings = mappings;
        this.statements = statements;
    }

    /** One row's statement as the engine maps it. */
    private record Row(DbEntityOperation operation, BoundSql sql) {}

    void add(DbEntityOperation operation) {
        String table = operation.getOperationType() == DbOperationType.DELETE
                ? TABLES.get(operation.getEntity().getClass())
                : null;
        if (table != null) {
            deleted.computeIfAbsent(table, any -> new ArrayList<>()).add(operation);
            tables.put(operation, table.toLowerCase(Locale.ROOT));
            return;
        }
        Row row = new Row(operation, mapped(operation));
        if (operation.getOperationType() != DbOperationType.INSERT) {
            counted.add(row);
            return;
        }
        Insert insert = INSERTS.computeIfAbsent(row.sql().getSql(), FlushStatement::cut);
        StringBuilder rows = inserts.get(insert.head());
        if (rows == null) {
            inserts.put(insert.head(), new StringBuilder(insert.row()));
        } else {
            rows.append(", ").append(insert.row());
        }
        inserted.computeIfAbsent(insert.head(), any -> new ArrayList<>()).add(row);
    }

    private static Insert cut(String sql) {
        Matcher insert = INSERT.matcher(sql);
        if (!insert.matches()) {
            throw new IllegalStateException("no insert that is known: " + sql);
        }
        return new Insert(insert.group(1), insert.group(2));
    }

    private BoundSql mapped(DbEntityOperation operation) {
        DbEntity entity = operation.getEntity();
        String name =
                switch (operation.getOperationType()) {
                    case INSERT -> statements.getInsertStatement(entity);
                    case UPDATE -> statements.getUpdateStatement(entity);
                    case DELETE -> statements.getDeleteStatement(entity.getClass());
                    default -> throw new IllegalArgumentException("no write of one row: " + operation);
                };
        return mappings.getMappedStatement(statements.mapStatement(name)).getBoundSql(entity);
    }

    /**
     * Those that write to this table, of which one has failed; all of them when none does.
     *
     * @param table in lower case, as the database calls it
     */
    List<DbOperation> on(String table, List<DbOperation> operations) {
        inserted.values().forEach(rows -> rows.forEach(this::name));
        counted.forEach(this::name);
        List<DbOperation> here =
                operations.stream().filter(each -> table.equals(tables.get(each))).toList();
        return here.isEmpty() ? operations : here;
    }

    private void name(Row row) {
        Matcher table = TABLE.matcher(row.sql().getSql());
        if (table.matches()) {
            tables.put(row.operation(), table.group(1).toLowerCase(Locale.ROOT));
        }
    }

    /** Those that changed a row; an insert always does. */
    Set<DbOperation> execute(Connection connection) throws SQLException {
        Set<DbOperation> done = new HashSet<>();
        inserted.values().forEach(rows -> rows.forEach(each -> done.add(each.operation())));
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            bind(statement, connection);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                int column = 1;
                for (Row each : counted) {
                    if (found.getLong(column++) > 0) {
                        done.add(each.operation());
                    }
                }
                for (List<DbEntityOperation> operations : deleted.values()) {
                    Set<Object> ids = ids(found.getArray(column++));
                    operations.stream()
                            .filter(each -> ids.contains(each.getEntity().getId()))
                            .forEach(done::add);
                }
            }
        }
        return done;
    }

    private static Set<Object> ids(@Nullable Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((Object[]) array.getArray());
    }

    private String sql() {
        StringBuilder parts = new StringBuilder("with ");
        StringBuilder results = new StringBuilder();
        int part = 0;
        for (Map.Entry<String, StringBuilder> insert : inserts.entrySet()) {
            parts.append(part == 0 ? "" : ",\n")
                    .append("i")
                    .append(part++)
                    .append(" as (")
                    .append(insert.getKey())
                    .append(' ')
                    .append(insert.getValue())
                    .append(')');
        }
        for (Row row : counted) {
            parts.append(part == 0 ? "" : ",\n")
                    .append("u")
                    .append(part)
                    .append(" as (")
                    .append(row.sql().getSql())
                    .append(" returning 1)");
            results.append(results.isEmpty() ? "" : ", ")
                    .append("(select count(*) from u")
                    .append(part++)
                    .append(')');
        }
        for (String table : deleted.keySet()) {
            parts.append(part == 0 ? "" : ",\n")
                    .append("d")
                    .append(part)
                    .append(" as (delete from ")
                    .append(table)
                    .append(" as old using unnest(?::text[], ?::int[]) as gone (id, revision)")
                    .append(" where old.ID_ = gone.id and old.REV_ = gone.revision returning old.ID_)");
            results.append(results.isEmpty() ? "" : ", ")
                    .append("(select array_agg(ID_) from d")
                    .append(part++)
                    .append(')');
        }
        return parts.append("\nselect ").append(results).toString();
    }

    private void bind(PreparedStatement statement, Connection connection) throws SQLException {
        int index = 1;
        for (String head : inserts.keySet()) {
            for (Row row : inserted.getOrDefault(head, List.of())) {
                index = bind(statement, row, index);
            }
        }
        for (Row row : counted) {
            index = bind(statement, row, index);
        }
        for (List<DbEntityOperation> operations : deleted.values()) {
            String[] ids = new String[operations.size()];
            Integer[] revisions = new Integer[operations.size()];
            for (int i = 0; i < ids.length; i++) {
                DbEntity entity = operations.get(i).getEntity();
                ids[i] = entity.getId();
                revisions[i] = ((HasDbRevision) entity).getRevision();
            }
            statement.setArray(index++, connection.createArrayOf("text", ids));
            statement.setArray(index++, connection.createArrayOf("int", revisions));
        }
    }

    /** As MyBatis sets them, from another index on. */
    @SuppressWarnings("unchecked")
    private int bind(PreparedStatement statement, Row row, int from) throws SQLException {
        int index = from;
        MetaObject entity = mappings.newMetaObject(row.operation().getEntity());
        for (ParameterMapping parameter : row.sql().getParameterMappings()) {
            String property = parameter.getProperty();
            Object value = row.sql().hasAdditionalParameter(property)
                    ? row.sql().getAdditionalParameter(property)
                    : entity.getValue(property);
            JdbcType type =
                    value == null && parameter.getJdbcType() == null ? mappings.getJdbcTypeForNull() : parameter.getJdbcType();
            ((TypeHandler<Object>) parameter.getTypeHandler()).setParameter(statement, index++, value, type);
        }
        return index;
    }
}
