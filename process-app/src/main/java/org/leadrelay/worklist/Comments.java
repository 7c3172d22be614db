package org.leadrelay.worklist;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.leadrelay.access.Actor;
import org.leadrelay.worklist.TaskDetail.Comment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people say to each other about a task. The words stay here; the journey log only knows that
 * they were said.
 */
@Component
class Comments {

    private final JdbcClient jdbc;
    private final Clock clock;

    Comments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * All about the lead, oldest first: a task's comments make little sense without those of the
     * step before.
     */
    List<Comment> of(UUID leadId) {
        return jdbc.sql(
                        """
                        select c.*, p.display_name from task_comment c left join person p on p.login = c.person
                        where c.lead_id = ? order by c.written_at, c.id limit 500
                        """)
                .param(leadId)
                .query(
                        (row, number) ->
                                new Comment(
                                        row.getObject("id", UUID.class),
                                        row.getString("task_id"),
                                        row.getObject("lead_id", UUID.class),
                                        row.getString("step"),
                                        row.getString("person"),
                                        row.getString("display_name"),
                                        row.getString("words"),
                                        row.getObject("written_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    Comment add(TaskItem task, Actor actor, String words) {
        var comment =
                new Comment(
                        UUID.randomUUID(),
                        task.taskId(),
                        task.leadId(),
                        task.step(),
                        actor.login(),
                        actor.displayName(),
                        words,
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql(
                        """
                        insert into task_comment (id, task_id, lead_id, step, person, words, written_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        comment.id(),
                        comment.taskId(),
                        comment.leadId(),
                        comment.step(),
                        comment.person(),
                        words,
                        comment.at().atOffset(ZoneOffset.UTC))
                .update();
        return comment;
    }
}
