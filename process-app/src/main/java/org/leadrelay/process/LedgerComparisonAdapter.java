package org.leadrelay.process;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.leadrelay.platform.Sql;
import org.leadrelay.process.trace.Deadline;
import org.leadrelay.promise.proof.LedgerComparison;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adapter that compares the ledger with the engine's own tables, in one statement and so at one moment. Which
 * timers and due dates stand for a clause is read from the models that run.
 */
@Component
class LedgerComparisonAdapter implements LedgerComparison {

    private static final String COMPARE = read("agreement.sql");

    /** Longer than this it would be in the way of others, however large the ledger. */
    private static final int MOST_SECONDS = 120;

    private final JdbcTemplate jdbc;
    private final ProcessEngine engine;

    LedgerComparisonAdapter(JdbcTemplate jdbc, ProcessEngine engine) {
        this.jdbc = jdbc;
        this.engine = engine;
    }

    @Override
    @Transactional(readOnly = true, timeout = MOST_SECONDS)
    public List<Difference> differences(Instant now, int most) {
        List<Alarm> alarms = alarms();
        List<Difference> found = new ArrayList<>();
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(COMPARE);
                    statement.setArray(1, column(connection, alarms, Alarm::definition));
                    statement.setArray(2, column(connection, alarms, Alarm::element));
                    statement.setArray(3, column(connection, alarms, Alarm::clause));
                    statement.setArray(4, column(connection, alarms, Alarm::kind));
                    statement.setObject(5, Sql.time(now));
                    statement.setInt(6, most);
                    return statement;
                },
                row -> {
                    found.add(difference(row));
                });
        return found;
    }

    /** Every timer and every task of the models that run, and the clause it is due by. */
    private List<Alarm> alarms() {
        List<String> definitions = jdbc.queryForList(
                "select distinct proc_def_id_ from act_ru_execution" + " where proc_def_id_ is not null", String.class);
        ProcessEngineConfigurationImpl configuration = ((ProcessEngineImpl) engine).getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> {
            List<Alarm> all = new ArrayList<>();
            for (String id : definitions) {
                ProcessDefinitionEntity definition =
                        configuration.getDeploymentCache().findDeployedProcessDefinitionById(id);
                Set<String> timed = new HashSet<>();
                timers(definition, id, timed, all);
                tasks(definition, id, timed, all);
            }
            return all;
        });
    }

    private static void timers(ScopeImpl scope, String id, Set<String> timed, List<Alarm> all) {
        for (ActivityImpl activity : scope.getActivities()) {
            Deadline deadline = Deadline.of(activity);
            if (deadline != null && deadline.due()) {
                timed.add(deadline.clause());
                all.add(new Alarm(id, activity.getId(), deadline.clause(), "timer"));
            }
            timers(activity, id, timed, all);
        }
    }

    private static void tasks(ProcessDefinitionEntity definition, String id, Set<String> timed, List<Alarm> all) {
        definition.getTaskDefinitions().forEach((key, task) -> {
            Expression due = task.getDueDateExpression();
            Deadline deadline = due == null ? null : Deadline.of(due.getExpressionText());
            if (deadline != null) {
                // a model may draw a promise without a timer: then the task alone
                // keeps its instant
                String kind = timed.contains(deadline.clause()) ? "task" : "lone task";
                all.add(new Alarm(id, key, deadline.clause(), kind));
            }
        });
    }

    private static java.sql.Array column(
            Connection connection, List<Alarm> alarms, java.util.function.Function<Alarm, String> field)
            throws SQLException {
        return connection.createArrayOf("text", alarms.stream().map(field).toArray());
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                row.getObject("lead_id", UUID.class),
                row.getString("clause"),
                row.getString("what"),
                Sql.instantOrNull(row, "promised"),
                Sql.instantOrNull(row, "alarm"));
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource, LedgerComparisonAdapter.class)
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private record Alarm(String definition, String element, String clause, String kind) {}
}
