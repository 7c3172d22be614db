package org.leadrelay.process.engine;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;

/** Data-modifying common table expression: writes to one table as an element of a {@code WITH} clause. */
abstract class FlushPart {

    private final String table;
    final List<DbOperation> operations = new ArrayList<>();

    private FlushPart(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }

    /**
     * The statement.
     *
     * @param earlier what must be true of the parts before it, in SQL; empty when there are none that may fail
     */
    abstract String sql(String earlier);

    /**
     * Sets the parameters.
     *
     * @param from of the first one, counted from 1
     * @return the index behind the last one
     */
    abstract int bind(PreparedStatement statement, int from) throws SQLException;

    /**
     * SQL of what tells which rows were there.
     *
     * @param name the element's
     */
    abstract String result(String name);

    /**
     * SQL of whether all of its rows were there; empty where that is no question.
     *
     * @param name the element's
     */
    String succeeded(String name) {
        return "";
    }

    /** Passes those on that changed a row. */
    abstract void read(ResultSet results, int column, Consumer<DbOperation> done) throws SQLException;

    /** Rows that are inserted with the same columns. */
    static final class Inserts extends FlushPart {

        private final StringBuilder sql;
        private final List<MappedParameters> rows = new ArrayList<>();

        /**
         * @param head up to {@code values}
         */
        Inserts(String table, String head) {
            super(table);
            this.sql = new StringBuilder(head);
        }

        /**
         * @param values the brackets with the row's parameters
         */
        void add(DbEntityOperation operation, MappedParameters row, String values) {
            sql.append(rows.isEmpty() ? " " : ", ").append(values);
            rows.add(row);
            operations.add(operation);
        }

        @Override
        String sql(String earlier) {
            return sql.toString();
        }

        @Override
        int bind(PreparedStatement statement, int from) throws SQLException {
            int index = from;
            for (MappedParameters row : rows) {
                index = row.bind(statement, index);
            }
            return index;
        }

        /** An insert works for all of its rows, or fails. */
        @Override
        String result(String name) {
            return "null";
        }

        @Override
        void read(ResultSet results, int column, Consumer<DbOperation> done) {
            operations.forEach(done);
        }
    }

    /** An update or delete of one row, or of all of a process instance. */
    static final class Change extends FlushPart {

        private final String sql;
        private final MappedParameters row;

        Change(String table, String sql, DbOperation operation, MappedParameters row) {
            super(table);
            this.sql = sql;
            this.row = row;
            operations.add(operation);
        }

        @Override
        String sql(String earlier) {
            return sql + " returning 1";
        }

        @Override
        int bind(PreparedStatement statement, int from) throws SQLException {
            return row.bind(statement, from);
        }

        /** The engine minds only of rows with a revision whether they were there. */
        @Override
        String succeeded(String name) {
            return row.parameter() instanceof HasDbRevision ? "exists (select from " + name + ")" : "";
        }

        @Override
        String result(String name) {
            return "(select count(*) from " + name + ")";
        }

        @Override
        void read(ResultSet results, int column, Consumer<DbOperation> done) throws SQLException {
            if (results.getLong(column) > 0) {
                operations.forEach(done);
            }
        }
    }

    /**
     * Rows that are deleted by their ids and revisions, if all that changes before them was as it was read: else a child that somebody has
     * changed would stay, and a broken foreign key would hide the lost race. They are told one by one, not by arrays: of an array PostgreSQL does not
     * know how many it holds until it is bound, and plans anew each time.
     */
    static final class Deletes extends FlushPart {

        Deletes(String table) {
            super(table);
        }

        @Override
        String sql(String earlier) {
            String gone = "(values (?::text, ?::int)" + ", (?, ?)".repeat(operations.size() - 1) + ")";
            return "delete from " + table() + " as old using " + gone + " as gone (id, revision)"
                    + " where old.ID_ = gone.id and old.REV_ = gone.revision" + earlier + " returning old.ID_";
        }

        @Override
        int bind(PreparedStatement statement, int from) throws SQLException {
            int index = from;
            for (DbOperation operation : operations) {
                DbEntity gone = ((DbEntityOperation) operation).getEntity();
                statement.setString(index++, gone.getId());
                statement.setInt(index++, ((HasDbRevision) gone).getRevision());
            }
            return index;
        }

        @Override
        String succeeded(String name) {
            return "(select count(*) from " + name + ") = " + operations.size();
        }

        @Override
        String result(String name) {
            return "(select array_agg(ID_) from " + name + ")";
        }

        @Override
        void read(ResultSet results, int column, Consumer<DbOperation> done) throws SQLException {
            Array deleted = results.getArray(column);
            Set<Object> ids = deleted == null ? Set.of() : Set.of((Object[]) deleted.getArray());
            operations.stream()
                    .filter(each ->
                            ids.contains(((DbEntityOperation) each).getEntity().getId()))
                    .forEach(done);
        }
    }
}
