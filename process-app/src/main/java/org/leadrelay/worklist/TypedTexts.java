package org.leadrelay.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queries of what people typed at the tasks of a lead, for whoever tells what happened there. It is read where it is
 * kept, each time: a copy would outlive the erasure of a person.
 */
@Service
public class TypedTexts {

    private final JdbcClient jdbc;
    private final MergedLeads merged;

    TypedTexts(JdbcClient jdbc, MergedLeads merged) {
        this.jdbc = jdbc;
        this.merged = merged;
    }

    /** The last two hundred about a lead and those that were merged into it, newest first. Whoever calls has checked that the person may see the lead. */
    @Transactional(readOnly = true)
    public List<TypedText> of(UUID leadId) {
        Map<UUID, String> others = merged.into(leadId);
        UUID[] leads =
                Stream.concat(Stream.of(leadId), others.keySet().stream()).toArray(UUID[]::new);
        return jdbc.sql("""
            select lead_id, task_id, null as comment, field, label, words, person, written_at, id as number
            from task_note where lead_id = any(:leads)
            union all
            select lead_id, task_id, id, :comment, '', words, person, written_at, 0
            from task_comment where lead_id = any(:leads)
            order by written_at desc, number desc limit 200
            """)
                .param("leads", leads)
                .param("comment", TypedText.COMMENT)
                .query((row, number) -> text(row, others.get(Sql.uuid(row, "lead_id"))))
                .list();
    }

    /** In the order in which it was written. Whoever calls has checked that the person may see the lead. */
    @Transactional(readOnly = true)
    public List<TypedText> of(UUID leadId, Collection<String> taskIds) {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
            select task_id, null as comment, field, label, words, person, written_at, id as number
            from task_note where lead_id = :lead and task_id = any(:tasks)
            union all
            select task_id, id, :comment, '', words, person, written_at, 0
            from task_comment where lead_id = :lead and task_id = any(:tasks)
            order by written_at, number
            """)
                .param("lead", leadId)
                .param("tasks", taskIds.toArray(String[]::new))
                .param("comment", TypedText.COMMENT)
                .query((row, number) -> text(row, null))
                .list();
    }

    private static TypedText text(ResultSet row, @Nullable String from) throws SQLException {
        return new TypedText(
                row.getString("task_id"),
                Sql.uuidOrNull(row, "comment"),
                row.getString("field"),
                row.getString("label"),
                row.getString("words"),
                row.getString("person"),
                Sql.instant(row, "written_at"),
                from);
    }
}
