package org.leadrelay.process.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.WithClause;

/**
 * Writes to several tables as one SQL statement: data-modifying common table expressions ({@code WITH}) made of the engine's own mapped statements. Rows
 * of one table are inserted together, and those of {@link #BY_REVISION} deleted together. Foreign keys are checked when all of it is
 * done, so that their order does not matter to them; no part sees what another one writes.
 */
final class FlushStatement {

    /** By what is deleted; the engine deletes a row of these tables by its id and its revision, and nothing else. */
    private static final Map<Class<?>, String> BY_REVISION = Map.of(
            VariableInstanceEntity.class, "ACT_RU_VARIABLE",
            ExecutionEntity.class, "ACT_RU_EXECUTION",
            TaskEntity.class, "ACT_RU_TASK",
            ByteArrayEntity.class, "ACT_GE_BYTEARRAY",
            MessageEntity.class, "ACT_RU_JOB",
            TimerEntity.class, "ACT_RU_JOB");

    private static final Pattern WRITE = Pattern.compile("(?i)(?:insert into|update|delete from) (\\w+).*");

    /** An insert of one row, in brackets that hold no others. */
    private static final Pattern ROW = Pattern.compile("(?i)(insert .* values) ?(\\([^()]*\\))");

    /** By text; there are as many as the engine has writes that come here. */
    private static final Map<String, Cut> CUTS = new ConcurrentHashMap<>();

    /**
     * A mapped statement on one line.
     *
     * @param head of an insert, all before the brackets with its row's parameters; all of another statement
     * @param row these brackets; null when it is no insert of one row
     */
    private record Cut(String table, String head, @Nullable String row) {}

    private final Configuration mappings;
    private final DbSqlSessionFactory statements;
    private final List<FlushPart> parts = new ArrayList<>();
    private final Map<String, FlushPart.Inserts> inserts = new HashMap<>();
    private final Map<String, FlushPart.Deletes> deletes = new HashMap<>();
    private final Set<String> rows = new HashSet<>();
    private int size;

    FlushStatement(Configuration mappings, DbSqlSessionFactory statements) {
        this.mappings = mappings;
        this.statements = statements;
    }

    /** How many rows it writes. */
    int size() {
        return size;
    }

    /** Adds one; false, and nothing is added, when what it writes to is written to already: one statement changes a row only once. */
    boolean add(DbOperation operation) {
        return operation instanceof DbEntityOperation row && add(row);
    }

    private boolean add(DbEntityOperation operation) {
        DbEntity entity = operation.getEntity();
        DbOperationType type = operation.getOperationType();
        String deleted = type == DbOperationType.DELETE ? BY_REVISION.get(entity.getClass()) : null;
        if (deleted != null) {
            return isNew(deleted, entity)
                    && deletes.computeIfAbsent(deleted, table -> added(new FlushPart.Deletes(table)))
                            .operations
                            .add(operation);
        }
        MappedParameters row = mapped(operation);
        Cut cut = CUTS.computeIfAbsent(row.sql().getSql(), FlushStatement::cut);
        if (!isNew(cut.table(), entity)) {
            return false;
        }
        if (type != DbOperationType.INSERT) {
            added(new FlushPart.Change(cut.table(), cut.head(), operation, row));
        } else if (cut.row() == null) {
            added(new FlushPart.Inserts(cut.table(), cut.head())).add(operation, row, "");
        } else {
            inserts.computeIfAbsent(cut.head(), head -> added(new FlushPart.Inserts(cut.table(), head)))
                    .add(operation, row, cut.row());
        }
        return true;
    }

    private boolean isNew(String table, DbEntity entity) {
        boolean added = rows.add(table.toLowerCase(Locale.ROOT) + ' ' + entity.getId());
        size += added ? 1 : 0;
        return added;
    }

    private <T extends FlushPart> T added(T part) {
        parts.add(part);
        return part;
    }

    private static String oneLine(String mapped) {
        return mapped.strip().replaceAll("\\s+", " ");
    }

    private static Cut cut(String mapped) {
        String sql = oneLine(mapped);
        Matcher write = WRITE.matcher(sql);
        if (!write.matches()) {
            throw new IllegalStateException("no write to one row: " + sql);
        }
        Matcher row = ROW.matcher(sql);
        return row.matches() ? new Cut(write.group(1), row.group(1), row.group(2)) : new Cut(write.group(1), sql, null);
    }

    /** Whether it is an insert that several rows can share. */
    static boolean takesRows(String mapped) {
        return cut(mapped).row() != null;
    }

    private MappedParameters mapped(DbEntityOperation operation) {
        DbEntity entity = operation.getEntity();
        String name = switch (operation.getOperationType()) {
            case INSERT -> statements.getInsertStatement(entity);
            case UPDATE -> statements.getUpdateStatement(entity);
            case DELETE -> statements.getDeleteStatement(entity.getClass());
            default -> throw new IllegalArgumentException("no write to one row: " + operation);
        };
        return mapped(name, entity);
    }

    private MappedParameters mapped(String name, Object parameter) {
        BoundSql sql =
                mappings.getMappedStatement(statements.mapStatement(name)).getBoundSql(parameter);
        return new MappedParameters(mappings, parameter, sql);
    }

    /**
     * The operations on a table of which a constraint was broken; all, when there is none on it.
     *
     * @param table as the database calls it
     */
    List<DbOperation> on(String table) {
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
        WithClause with = new WithClause("part");
        List<String> results = new ArrayList<>();
        StringBuilder earlier = new StringBuilder();
        for (FlushPart part : parts) {
            String name = with.add(part.sql(earlier.toString()));
            results.add(part.result(name));
            String succeeded = part.succeeded(name);
            earlier.append(succeeded.isEmpty() ? "" : " and ").append(succeeded);
        }
        return with.before("select " + String.join(", ", results));
    }
}
