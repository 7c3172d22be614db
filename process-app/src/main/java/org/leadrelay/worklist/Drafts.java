package org.leadrelay.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.leadrelay.platform.Invalid;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draft answers, one for each task and person; they outlive the task when somebody else was quicker. */
@Component
class Drafts {

    private static final Wording WORDING = Wording.of(Drafts.class);

    private static final int LONGEST = 64_000;
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Map<String, Object> of(String taskId, String person) {
        return jdbc.sql("select answers from task_draft where task_id = ? and person = ?")
                .params(taskId, person)
                .query(String.class)
                .optional()
                .map(this::read)
                .orElse(Map.of());
    }

    /**
     * @throws Invalid when it is too long to keep
     */
    @Transactional
    void keep(String taskId, UUID leadId, String person, Map<String, ?> answers) {
        String written = write(answers);
        if (written.length() > LONGEST) {
            throw Invalid.field("answers", WORDING.text("draftSize", LONGEST));
        }
        jdbc.sql("""
            insert into task_draft (task_id, person, lead_id, answers, saved_at)
            values (?, ?, ?, cast(? as jsonb), ?)
            on conflict (task_id, person) do update
                set answers = excluded.answers, saved_at = excluded.saved_at
            """)
                .params(taskId, person, leadId, written, Sql.time(clock.instant()))
                .update();
    }

    @Transactional
    void drop(String taskId, String person) {
        jdbc.sql("delete from task_draft where task_id = ? and person = ?")
                .params(taskId, person)
                .update();
    }

    private Map<String, Object> read(String written) {
        try {
            return json.readValue(written, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft cannot be read", e);
        }
    }

    private String write(Map<String, ?> answers) {
        try {
            // PostgreSQL's jsonb knows no NUL.
            return json.writeValueAsString(answers).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw Invalid.field("answers", e.getOriginalMessage());
        }
    }
}
