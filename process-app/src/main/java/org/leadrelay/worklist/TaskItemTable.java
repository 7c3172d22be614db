package org.leadrelay.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.ChainHeadCache;
import org.leadrelay.lead.LeadLock;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table of the inbox's rows: writes them and reads single ones; {@link InboxQueries} lists them. */
@Repository
class TaskItemTable {

    private final JdbcClient jdbc;
    private final LeadLock leads;
    private final ChainHeadCache heads;
    private final TaskNames names;

    TaskItemTable(JdbcClient jdbc, LeadLock leads, ChainHeadCache heads, TaskNames names) {
        this.jdbc = jdbc;
        this.leads = leads;
        this.heads = heads;
        this.names = names;
    }

    /** Again for a task that is there already: a rebuild meets rows that were just written. */
    void insert(TaskOpened task, Instant due, @Nullable Instant remind, boolean waiting) {
        jdbc.sql("""
            insert into task_item (task_id, lead_id, definition_id, step, name, role, assignee, priority,
                source, created_at, due, remind, waiting)
            values (?, ?, ?, ?, ?, ?, ?, ?, (select source from lead where id = ?), ?, ?, ?, ?)
            on conflict (task_id) do nothing
            """)
                .param(task.taskId())
                .param(task.leadId())
                .param(task.definitionId())
                .param(task.step())
                .param(task.name())
                .param(task.role())
                .param(task.assignee())
                .param(Priority.rank(task.priority()))
                .param(task.leadId())
                .param(Sql.time(task.createdAt()))
                .param(Sql.time(due))
                .param(Sql.timeOrNull(remind))
                .param(waiting)
                .update();
    }

    Optional<TaskItem> find(String taskId) {
        return read("select * from task_item where task_id = ?", taskId);
    }

    /**
     * Locked until the transaction ends, so that of two people one comes after the other; its
     * lead's row before it. Reads the head of the lead's log as well.
     */
    Optional<TaskItem> lock(String taskId) {
        return jdbc.sql(
                        "select (held.item).*, held.chain_seq, held.chain_hash, held.chain_read_at from hold_task(?) held")
                .param(taskId)
                .query((row, number) -> {
                    TaskItem task = item(row);
                    heads.read(task.leadId(), row);
                    return task;
                })
                .optional();
    }

    /** Nobody writes to the inbox until the transaction ends. */
    void holdStill() {
        jdbc.sql("lock table task_item in exclusive mode").update();
    }

    Set<String> all() {
        return jdbc.sql("select task_id from task_item").query(String.class).set();
    }

    /** 1 when the row told something else than the task, otherwise 0. */
    int correct(TaskOpened task, Instant due, boolean waiting) {
        return jdbc.sql("""
            update task_item set definition_id = :definition, step = :step, name = :name, role = :role,
                assignee = :assignee, due = :due, remind = :remind, waiting = :waiting
            where task_id = :task and (definition_id, step, name, role, due, waiting)
                    <> (:definition, :step, :name, :role, :due, :waiting)
                or task_id = :task and (assignee is distinct from :assignee or remind is distinct from :remind)
            """)
                .param("task", task.taskId())
                .param("definition", task.definitionId())
                .param("step", task.step())
                .param("name", task.name())
                .param("role", task.role())
                .param("assignee", task.assignee(), Types.VARCHAR)
                .param("due", Sql.time(due))
                .param("remind", Sql.timeOrNull(task.remind()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("waiting", waiting)
                .update();
    }

    /** The tasks somebody has. */
    List<String> of(String assignee) {
        return jdbc.sql("select task_id from task_item where assignee = ? order by due, task_id")
                .param(assignee)
                .query(String.class)
                .list();
    }

    /** Locks the leads of all tasks that somebody has, in their fixed order. */
    void lockLeadsOf(String assignee) {
        leads.holdAll(jdbc.sql("select distinct lead_id from task_item where assignee = ?")
                .param(assignee)
                .query(UUID.class)
                .list());
    }

    /** Whether the lead waits at this element. */
    boolean waitsAt(UUID leadId, String step) {
        return jdbc.sql("select exists (select from task_item where lead_id = ? and step = ?)")
                .params(leadId, step)
                .query(Boolean.class)
                .single();
    }

    Optional<TaskItem> assign(String taskId, @Nullable String login) {
        return jdbc.sql("update task_item set assignee = ? where task_id = ? returning *")
                .param(login)
                .param(taskId)
                .query((row, number) -> item(row))
                .optional();
    }

    /** Whether it is still this person's, who has not opened it since they got it. */
    boolean open(String taskId, String login) {
        return jdbc.sql("""
            update task_item set opened_by = :login
            where task_id = :task and assignee = :login and opened_by is distinct from :login
            """).param("login", login).param("task", taskId).update() == 1;
    }

    /** Marks the tasks of a role that the lead waits at as having an unread answer. */
    List<TaskItem> markAnswered(UUID leadId, String role) {
        return jdbc.sql("update task_item set answered = true where lead_id = ? and role = ? returning *")
                .params(leadId, role)
                .query((row, number) -> item(row))
                .list();
    }

    /** Whether there still was an unread answer. */
    boolean answerSeen(String taskId) {
        return jdbc.sql("update task_item set answered = false where task_id = ? and answered")
                        .param(taskId)
                        .update()
                == 1;
    }

    Optional<TaskItem> due(String taskId, Instant due, @Nullable Instant remind, boolean waiting) {
        return jdbc.sql("update task_item set due = ?, remind = ?, waiting = ? where task_id = ?" + " returning *")
                .param(Sql.time(due))
                .param(Sql.timeOrNull(remind))
                .param(waiting)
                .param(taskId)
                .query((row, number) -> item(row))
                .optional();
    }

    /**
     * Removes the row and remembers who ended the task, null when it was taken away, and when: as soon as it was
     * answered. What that person had begun to write is done with; drafts of others stay theirs.
     */
    Optional<Closed> close(String taskId, @Nullable String person, Instant now) {
        return jdbc.sql("""
            with gone as (delete from task_item where task_id = :task returning *),
            done as (
                insert into task_done (task_id, lead_id, step, name, role, person, done_at)
                select task_id, lead_id, step, name, role, :person, coalesce(answered_at, :now) from gone),
            written as (delete from task_draft where task_id = :task and person = :person)
            select * from gone
            """)
                .param("task", taskId)
                .param("person", person, Types.VARCHAR)
                .param("now", Sql.time(now))
                .query((row, number) -> new Closed(item(row), Sql.instantOrNull(row, "answered_at")))
                .optional();
    }

    /**
     * A row that was removed.
     *
     * @param answeredAt when its answer was given, where it had to wait
     */
    record Closed(TaskItem task, @Nullable Instant answeredAt) {}

    Optional<Done> done(String taskId) {
        return jdbc.sql("select * from task_done where task_id = ?")
                .param(taskId)
                .query((row, number) -> new Done(
                        row.getObject("lead_id", UUID.class),
                        names.ofDone(row),
                        row.getString("role"),
                        row.getString("person"),
                        Sql.instant(row, "done_at")))
                .optional();
    }

    /**
     * How a task ended.
     *
     * @param person null when a deadline or a withdrawal took it away
     */
    record Done(
            UUID leadId, String name, String role, @Nullable String person, Instant at) {}

    private Optional<TaskItem> read(String sql, String taskId) {
        return jdbc.sql(sql).param(taskId).query((row, number) -> item(row)).optional();
    }

    private TaskItem item(ResultSet row) throws SQLException {
        return new TaskItem(
                row.getString("task_id"),
                row.getObject("lead_id", UUID.class),
                row.getString("definition_id"),
                row.getString("step"),
                names.of(row),
                row.getString("role"),
                row.getString("assignee"),
                row.getBoolean("waiting"),
                row.getBoolean("answered"),
                row.getObject("answered_at") != null,
                row.getString("opened_by"));
    }
}
