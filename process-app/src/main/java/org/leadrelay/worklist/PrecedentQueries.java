package org.leadrelay.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.lead.KnownElement;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries of verdicts: from the journey log how a case was judged, from the answers' words on what grounds. */
@Repository
class PrecedentQueries {

    private final JdbcClient jdbc;

    PrecedentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Verdict(UUID leadId, Instant at, String taskId, String outcome, String model, int version) {}

    /**
     * Verdicts on rejections for this reason, newest first. What a verdict was about is the lead's last rejection
     * before it.
     *
     * @param most how many verdicts on whatever reason are looked through
     */
    List<Verdict> verdicts(KnownElement judging, String reason, int most) {
        return jdbc.sql("""
            with verdict as (
                select lead_id, seq, at, definition_key, definition_version, details::jsonb as said
                from journey_log
                where definition_key = :model and element_id = :element and kind = 'task-completed'
                order by at desc limit :most)
            select v.*, v.said ->> 'task' as task, v.said ->> 'outcome' as outcome from verdict v
            join lead on lead.id = v.lead_id and lead.undone_at is null
            join lateral (
                select l.details::jsonb ->> 'rejectionReason' as reason from journey_log l
                where l.lead_id = v.lead_id and l.seq < v.seq and l.kind = 'task-completed'
                    and l.details like '%"rejectionReason":%'
                order by l.seq desc limit 1) rejected on rejected.reason = :reason
            where v.said ->> 'outcome' is not null
            order by v.at desc, v.lead_id, v.seq desc
            """)
                .param("model", judging.model())
                .param("element", judging.id())
                .param("reason", reason)
                .param("most", most)
                .query((row, number) -> new Verdict(
                        Sql.uuid(row, "lead_id"),
                        Sql.instant(row, "at"),
                        row.getString("task"),
                        row.getString("outcome"),
                        row.getString("definition_key"),
                        row.getInt("definition_version")))
                .list();
    }

    /** What whoever answered this task wrote. */
    Optional<String> grounds(UUID leadId, String taskId) {
        return jdbc.sql("select string_agg(words, E'\\n' order by id) from task_note where lead_id = ? and task_id = ?"
                        + " and field <> 'question'")
                .params(leadId, taskId)
                .query(String.class)
                .optional();
    }
}
