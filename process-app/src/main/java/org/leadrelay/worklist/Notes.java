package org.leadrelay.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people wrote in words while answering tasks: part of the lead's record, never known to the
 * engine.
 */
@Service
public class Notes {

    static final String QUESTION = "question";

    private final JdbcClient jdbc;
    private final Clock clock;

    Notes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A lead's notes, newest first. Whoever calls has checked that the person may see the lead. */
    @Transactional(readOnly = true)
    public List<Note> of(UUID leadId) {
        return jdbc.sql(
                        """
                        select n.*, p.display_name from task_note n left join person p on p.login = n.person
                        where n.lead_id = ? order by n.written_at desc, n.id desc limit 200
                        """)
                .param(leadId)
                .query(
                        (row, number) ->
                                new Note(
                                        row.getString("task_id"),
                                        row.getString("step"),
                                        row.getString("field"),
                                        row.getString("label"),
                                        row.getString("words"),
                                        row.getString("person"),
                                        row.getString("display_name"),
                                        row.getObject("written_at", OffsetDateTime.class)
                                                .toInstant()))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void write(TaskItem task, String field, String label, String words, String person) {
        jdbc.sql(
                        """
                        insert into task_note (task_id, lead_id, step, field, label, words, person, written_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        task.taskId(),
                        task.leadId(),
                        task.step(),
                        field,
                        label,
                        words,
                        person,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Questions asked since the lead's living journey began. */
    @Transactional(readOnly = true)
    int questions(UUID leadId) {
        return jdbc.sql(
                        """
                        select count(*) from task_note where lead_id = ? and field = ?
                            and written_at >= (select max(started_at) from journey where lead_id = ?)
                        """)
                .params(leadId, QUESTION, leadId)
                .query(Integer.class)
                .single();
    }

    /**
     * One text.
     *
     * @param field the form field's id, or {@code question} for what marketing was asked
     * @param label what the form called it at the time
     */
    public record Note(
            String taskId,
            String step,
            String field,
            String label,
            String text,
            String person,
            @Nullable String personName,
            Instant at) {}
}
