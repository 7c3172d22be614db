package org.leadrelay.process.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.leadrelay.process.engine.FlushPart.Mapped;

/**
 * Writes to several tables as one SQL statement: a data-modifying {@code WITH} clause made of the engine's own mapped statements. Rows
 * of one table are inserted together, and those of {@link #BY_REVISION} deleted together. Foreign keys are checked when all of it is
 * done, so that the order of the parts does not matter; no part sees what another one writes.
 */
final class FlushStatement {

    /** By what is deleted; the engine deletes a row of these tables by its id and its revision, and nothing else. */
    private static final Map<Class<?>, String> BY_REVISION = Map.of(
            VariableInstanceEntity.class, "ACT_RU_VARIABLE",
            ExecutionEntity.class, "ACT_RU_EXECUTION",
            MessageEntity.class, "ACT_RU_JOB",
            TimerEntity.class, "ACT_RU_JOB");

    /** A write to one row; an insert is cut behind {@code values}. */
    private static final Pattern WRITE =
            Pattern.compile("(?is)(\\s*(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+)(?:.*\\bvalues)?)\\s*(.*)");

    /** By text; there are as many as the engine has inserts, updates and deletes of one row. */
    private static final Map<String, Cut> CUTS = new ConcurrentHashMap<>();

    /**
     * A mapped statement in two.
     *
     * @param head of an insert, all before the brackets with its row's parameters
     */
    private record Cut(String table, String head, String rest) {}

    private final Configuration mappings;
    private final DbSqlSessionFactory statements;
    private final List<FlushPart> parts = new ArrayList<>();
    private final Map<String, FlushPart.Inserts> inserts = new HashMap<>();
    private final Map<String, FlushPart.Deletes> deletes = new HashMap<>();

    FlushStatement(Configuration mappings, DbSqlSessionFactory statements) {
        this.mappings = mappings;
        this.statements = statements;
    }

    void add(DbEntityOperation operation) {
        DbOperationType type = operation.getOperationType();
        String deleted = type == DbOperationType.DELETE
                ? BY_REVISION.get(operation.getEntity().getClass())
                : null;
        if (deleted != null) {
            deletes.computeIfAbsent(deleted, table -> added(new FlushPart.Deletes(table)))
                    .operations
                    .add(operation);
            return;
        }
        Mapped row = mapped(operation);
        Cut cut = CUTS.computeIfAbsent(row.sql().getSql(), FlushStatement::cut);
        if (type == DbOperationType.INSERT) {
            inserts.computeIfAbsent(cut.head(), head -> added(new FlushPart.Inserts(cut.table(), head)))
                    .add(operation, row, cut.rest());
        } else {
            parts.add(new FlushPart.Change(cut.table(), operation, row));
        }
    }

    private <T extends FlushPart> T added(T part) {
        parts.add(part);
        return part;
    }

    private static Cut cut(String sql) {
        Matcher write = WRITE.matcher(sql);
        if (!write.matches()) {
            throw new IllegalStateException("no write to one row: " + sql);
        }
        return new Cut(write.group(2).toLowerCase(Locale.ROOT), write.group(1), write.group(3));
    }

    private Mapped mapped(DbEntityOperation operation) {
        DbEntity entity = operation.getEntity();
        String name = switch (operation.getOperationType()) {
            case INSERT -> statements.getInsertStatement(entity);
            case UPDATE -> statements.getUpdateStatement(entity);
            case DELETE -> statements.getDeleteStatement(entity.getClass());
            default -> throw new IllegalArgumentException("no write to one row: " + operation);
        };
        BoundSql sql =
                mappings.getMappedStatement(statements.mapStatement(name)).getBoundSql(entity);
        return new Mapped(mappings, entity, sql);
    }

    /**
     * The operations on a table of which a constraint was broken; all, when there is none on it.
     *
     * @param table as the database calls it
     */
    List<DbEntityOperation> on(String table) {
        List<FlushPart> here = parts.stream()
                .filter(each -> each.table().equalsIgnoreCase(table))
                .toList();
        return (here.isEmpty() ? parts : here)
                .stream().flatMap(each -> each.operations.stream()).toList();
    }

    /** Those that changed a row; an insert always does. */
    Set<DbOperation> execute(Connection connection) throws SQLException {
        Set<DbOperation> done = Collections.newSetFromMap(new IdentityHashMap<>());
        try (PreparedStatement statement = connection.prepareStatement(sql())) {
            int index = 1;
            for (FlushPart part : parts) {
                index = part.bind(statement, index);
            }
            try (ResultSet results = statement.executeQuery()) {
                results.next();
                for (int i = 0; i < parts.size(); i++) {
                    parts.get(i).read(results, i + 1, done::add);
                }
            }
        }
        return done;
    }

    private String sql() {
        StringBuilder sql = new StringBuilder();
        StringBuilder results = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String name = "part" + i;
            sql.append(i == 0 ? "with " : ",\n")
                    .append(name)
                    .append(" as (")
                    .append(parts.get(i).sql())
                    .append(')');
            results.append(i == 0 ? "" : ", ").append(parts.get(i).result(name));
        }
        return sql.append("\nselect ").append(results).toString();
    }
}
