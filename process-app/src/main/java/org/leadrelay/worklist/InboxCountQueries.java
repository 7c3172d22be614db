package org.leadrelay.worklist;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Queries that count the inbox. Whatever asks for scopes, roles and steps alone is read from the maintained counter,
 * so that it costs the same however much is waiting; what a text, a source or a priority narrows is counted row by row.
 */
@Repository
class InboxCountQueries {

    /** The counter, without what the person has answered: it is theirs no more, and not yet gone. */
    private static final String COUNTER = """
        (select role, step, definition_id, name, assignee, waiting, due_day, n from task_count union all
            select role, step, definition_id, name, assignee, waiting, (due at time zone 'UTC')::date, -1 from task_item
            where assignee = :me and answered_at is not null) counter\
        """;

    /** What became overdue on the current day; of the days before the counter knows. */
    private static final String OVERDUE_TODAY = " and due >= :today and due <= :now";

    private final JdbcClient jdbc;
    private final TaskNames names;

    InboxCountQueries(JdbcClient jdbc, TaskNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    long count(InboxQuery query, TaskAccess sight, Instant now) {
        InboxBranches branches = InboxBranches.of(query, sight, now);
        if (branches.isEmpty()) {
            return 0;
        }
        return jdbc.sql("select coalesce(sum(n), 0) from ("
                        + (query.countsAlone()
                                ? counter(branches, query)
                                : branches.counted("select count(*) as n", ""))
                        + ") counted")
                .params(branches.parameters())
                .params(times(now))
                .query(Long.class)
                .single();
    }

    private static String counter(InboxBranches branches, InboxQuery query) {
        String narrowed = (query.step() == null ? "" : " and step = :f_step") + (query.waiting() ? " and waiting" : "");
        String sum = "select coalesce(sum(n), 0) as n";
        return query.overdue()
                ? branches.ofCounter(sum, COUNTER, narrowed + " and due_day < cast(:today as date)")
                        + " union all "
                        + branches.ofTasks("select count(*) as n", narrowed + OVERDUE_TODAY)
                : branches.ofCounter(sum, COUNTER, narrowed);
    }

    private static Map<String, Object> times(Instant now) {
        return Map.of("now", Sql.time(now), "today", Sql.time(now.truncatedTo(ChronoUnit.DAYS)));
    }

    /** Everything the rail and the choice of steps count, of what the query's filters let through. */
    InboxCounts counts(InboxQuery query, TaskAccess sight, Instant now) {
        InboxQuery filters = query.withinScopes().scope(InboxQuery.Scope.ALL).step(null);
        InboxBranches branches = InboxBranches.of(filters, sight, now);
        if (branches.isEmpty()) {
            return new InboxCounts(0, 0, 0, 0, 0, 0, List.of());
        }
        String statement = filters.countsAlone() && !filters.overdue() && !filters.waiting()
                ? fromCounter(branches)
                : fromTasks(branches);
        StatementSpec spec = jdbc.sql(statement)
                .params(branches.parameters())
                .param("me", sight.login())
                .param("team", sight.team().toArray(String[]::new))
                .params(times(now));
        return CountRow.sum(
                spec.query((row, number) -> CountRow.of(row, names.of(row))).list(), query, sight);
    }

    private static String fromCounter(InboxBranches branches) {
        return """
                select role, step, max(definition_id) as definition_id, max(name) as name, sum(every) as every,
                    sum(mine) as mine, sum(free) as free, sum(team) as team, sum(waiting) as waiting, sum(overdue) as overdue
                from (\
                """
                + branches.ofCounter("""
                    select role, step, definition_id, name, n as every,
                        case when assignee = :me then n else 0 end as mine,
                        case when assignee is null or assignee = :me then n else 0 end as free,
                        case when assignee <> :me and assignee = any(:team) then n else 0 end as team,
                        case when waiting then n else 0 end as waiting,
                        case when due_day < cast(:today as date) then n else 0 end as overdue
                    """, COUNTER, "")
                + " union all "
                + branches.ofTasks("select role, step, null, null, 0, 0, 0, 0, 0, 1", OVERDUE_TODAY)
                + ") each group by role, step having sum(every) > 0";
    }

    /** The name of one task stands for its step: all columns that are counted lie in the index. */
    private static String fromTasks(InboxBranches branches) {
        return "select counted.*, task.definition_id, task.name from ("
                + branches.counted("""
                    select role, step, any_value(task_id) as sample,
                        count(*) as every,
                        count(*) filter (where assignee = :me) as mine,
                        count(*) filter (where assignee is null or assignee = :me) as free,
                        count(*) filter (where assignee <> :me and assignee = any(:team)) as team,
                        count(*) filter (where waiting) as waiting,
                        count(*) filter (where due <= :now) as overdue
                    """, " group by role, step")
                + ") counted join task_item task on task.task_id = counted.sample";
    }
}
