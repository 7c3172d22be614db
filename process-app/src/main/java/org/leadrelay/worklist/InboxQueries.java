package org.leadrelay.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.platform.Alphabet;
import org.leadrelay.platform.Sql;
import org.leadrelay.promise.Promises;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Queries that list the inbox. What a person sees is a union of branches without overlap, each read in order
 * from one index and cut at the page's end, so that a page costs the same however much is waiting; names are
 * joined for the page's rows only.
 */
@Repository
class InboxQueries {

    private static final String COLUMNS = """
        t.task_id, t.lead_id, t.definition_id, t.step, t.name, t.role, t.assignee, t.priority, t.source,
        t.created_at, t.due, t.remind, t.waiting, t.answered, t.answered_at,
        coalesce(l.name, l.email, l.company, '#' || coalesce(l.external_id, left(cast(t.lead_id as text), 8)))
            as lead_name,
        l.company as lead_company, p.display_name as assignee_name
        """;

    private final JdbcClient jdbc;
    private final TaskNames names;

    InboxQueries(JdbcClient jdbc, TaskNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    List<TaskRow> page(InboxQuery query, TaskAccess sight, Instant now) {
        InboxBranches branches = InboxBranches.of(query, sight, now);
        if (branches.isEmpty()) {
            return List.of();
        }
        String order = order(query);
        String statement = "with page as (select * from ("
                + branches.first(order)
                + ") found order by "
                + order
                + " offset :offset limit :limit) select "
                + COLUMNS
                + """
                 from page t
                left join lead l on l.id = t.lead_id
                left join person p on p.login = t.assignee
                order by
                """
                + order;
        return jdbc.sql(statement)
                .params(branches.parameters())
                .param("upTo", (long) query.offset() + query.limit())
                .param("offset", query.offset())
                .param("limit", query.limit())
                .query((row, number) -> row(row))
                .list();
    }

    /** By assignee, what is overdue and what soon will be of one role's tasks; nobody of whom nothing presses. */
    Map<String, RepsTasks.Pressing> pressing(String role, Instant now) {
        Map<String, RepsTasks.Pressing> all = new HashMap<>();
        jdbc.sql("""
            select assignee, count(*) filter (where due <= :now) as overdue,
                count(*) filter (where due > :now) as soon
            from task_item
            where role = :role and assignee is not null and not waiting and (due <= :now or remind <= :now)
            group by assignee
            """).param("role", role).param("now", Sql.time(now)).query(row -> {
            all.put(row.getString("assignee"), new RepsTasks.Pressing(row.getLong("overdue"), row.getLong("soon")));
        });
        return all;
    }

    List<String> sources(TaskAccess sight, Instant now) {
        InboxBranches branches = InboxBranches.of(InboxQuery.of(InboxQuery.Scope.ALL), sight, now);
        if (branches.isEmpty()) {
            return List.of();
        }
        String statement = "select source from ("
                + branches.counted("select source", " group by source")
                + ") found where source is not null group by source order by "
                + Alphabet.sorted("source");
        return jdbc.sql(statement)
                .params(branches.parameters())
                .query(String.class)
                .list();
    }

    Optional<TaskRow> one(String taskId) {
        return jdbc.sql("select " + COLUMNS + """
             from task_item t
            left join lead l on l.id = t.lead_id
            left join person p on p.login = t.assignee
            where t.task_id = ?
            """)
                .param(taskId)
                .query((row, number) -> row(row))
                .optional();
    }

    private static String order(InboxQuery query) {
        String way = query.descending() ? " desc" : "";
        String column = switch (query.sort()) {
            case DUE -> "due" + way;
            case PRIORITY -> "priority" + way + ", due";
            case CREATED -> "created_at" + way;
            case STEP -> "step" + way + ", due";
            case SOURCE -> Alphabet.sorted("source") + way + ", due";
        };
        return column + ", task_id" + (query.sort() == InboxQuery.Sort.DUE ? way : "");
    }

    private TaskRow row(ResultSet row) throws SQLException {
        Instant due = Sql.instant(row, "due");
        return new TaskRow(
                row.getString("task_id"),
                row.getObject("lead_id", UUID.class),
                row.getString("lead_name"),
                row.getString("lead_company"),
                row.getString("definition_id"),
                row.getString("step"),
                names.of(row),
                row.getString("role"),
                row.getString("assignee"),
                row.getString("assignee_name"),
                Priority.word(row.getInt("priority")),
                row.getString("source"),
                Sql.instant(row, "created_at"),
                due.isBefore(Promises.NEVER) ? due : null,
                Sql.instantOrNull(row, "remind"),
                row.getBoolean("waiting"),
                row.getBoolean("answered"),
                Sql.instantOrNull(row, "answered_at"),
                null);
    }
}
