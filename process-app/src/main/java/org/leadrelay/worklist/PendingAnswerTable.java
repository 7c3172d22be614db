package org.leadrelay.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table of the answers that wait out their grace. Every row has its mark on the task's row in the inbox; both are
 * written by one statement, under the lock of the task.
 */
@Component
class PendingAnswerTable {

    private static final int MOST_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final AnswerJson json;
    private final TaskNames names;

    PendingAnswerTable(JdbcClient jdbc, AnswerJson json, TaskNames names) {
        this.jdbc = jdbc;
        this.json = json;
        this.names = names;
    }

    void add(PendingAnswer answer, Instant carryOutAt) {
        jdbc.sql("""
            with marked as (update task_item set answered_at = :at where task_id = :task)
            insert into pending_answer (task_id, lead_id, person, notes, facts, answered_at, carry_out_at)
            values (:task, :lead, :person, cast(:notes as jsonb), cast(:facts as jsonb), :at, :then)
            """)
                .param("task", answer.taskId())
                .param("lead", answer.leadId())
                .param("person", answer.person())
                .param("notes", json.notes(answer.notes()))
                .param("facts", json.facts(answer.facts()))
                .param("at", Sql.time(answer.at()))
                .param("then", Sql.time(carryOutAt))
                .update();
    }

    /** Takes it out, so that nobody else carries it out or takes it back. The task keeps its mark. */
    Optional<PendingAnswer> take(String taskId) {
        return jdbc.sql("delete from pending_answer where task_id = ? returning *")
                .param(taskId)
                .query((row, number) -> answer(row))
                .optional();
    }

    /** Takes it out for good: its task waits to be answered again. */
    Optional<PendingAnswer> takeBack(String taskId) {
        return jdbc.sql("""
            with freed as (update task_item set answered_at = null where task_id = :task)
            delete from pending_answer where task_id = :task returning *
            """)
                .param("task", taskId)
                .query((row, number) -> answer(row))
                .optional();
    }

    /** The tasks whose grace is over, the longest first. */
    List<String> due(Instant now) {
        return jdbc.sql("""
            select task_id from pending_answer where carry_out_at <= ? order by carry_out_at, task_id limit ?
            """)
                .params(Sql.time(now), MOST_AT_ONCE)
                .query(String.class)
                .list();
    }

    Optional<Instant> nextDue(Instant after) {
        return jdbc.sql("select carry_out_at from pending_answer where carry_out_at > ? order by carry_out_at limit 1")
                .param(Sql.time(after))
                .query((row, number) -> Sql.instant(row, 1))
                .optional();
    }

    List<String> ofLead(UUID leadId) {
        return jdbc.sql("select task_id from pending_answer where cast(lead_id as text) = ? order by answered_at")
                .param(leadId.toString())
                .query(String.class)
                .list();
    }

    /** What a person can still take back, newest first. */
    List<Waiting> of(String person) {
        return jdbc.sql("""
            select a.task_id, a.lead_id, a.answered_at, a.carry_out_at, t.name, t.definition_id, t.step,
                a.facts ->> 'outcome' as outcome,
                coalesce(l.name, l.email, l.company, '#' || coalesce(l.external_id, left(cast(l.id as text), 8))) as lead
            from pending_answer a
            join task_item t on t.task_id = a.task_id
            join lead l on l.id = a.lead_id
            where a.person = ?
            order by a.answered_at desc, a.task_id
            """)
                .param(person)
                .query((row, number) -> new Waiting(
                        row.getString("task_id"),
                        row.getObject("lead_id", UUID.class),
                        row.getString("lead"),
                        names.of(row),
                        row.getString("definition_id"),
                        row.getString("step"),
                        row.getString("outcome"),
                        Sql.instant(row, "carry_out_at")))
                .list();
    }

    /** Row of what can be taken back, with the outcome as the model codes it. */
    record Waiting(
            String taskId,
            UUID leadId,
            String lead,
            String task,
            String definitionId,
            String step,
            @Nullable String outcome,
            Instant until) {}

    /** Marks the rows of a rebuilt inbox whose tasks are answered. */
    void markAll() {
        jdbc.sql("""
            update task_item t set answered_at = a.answered_at
            from pending_answer a where a.task_id = t.task_id and t.answered_at is null
            """).update();
    }

    private PendingAnswer answer(ResultSet row) throws SQLException {
        String person = row.getString("person");
        Instant at = Sql.instant(row, "answered_at");
        return new PendingAnswer(
                row.getString("task_id"),
                row.getObject("lead_id", UUID.class),
                person,
                json.notes(row.getString("notes"), person, at),
                json.facts(row.getString("facts")),
                at);
    }
}
