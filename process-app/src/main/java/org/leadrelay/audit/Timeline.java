package org.leadrelay.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineReader;
import org.leadrelay.journal.SealedLine;
import org.leadrelay.platform.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Timeline of a lead's journey log. Callers check who may see the lead. */
@Service
public class Timeline {

    private final JdbcClient jdbc;
    private final LineReader reader;
    private final Story story;

    Timeline(JdbcClient jdbc, LineReader reader, Story story) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.story = story;
    }

    /**
     * A part of the log.
     *
     * @param newestFirst false gives the log as it was written
     * @param offset lines to pass over, 0 or more
     * @param limit lines to give, at least 1
     */
    @Transactional(readOnly = true)
    public Page<TimelineLine> page(UUID leadId, boolean newestFirst, int offset, int limit, Locale locale) {
        List<SealedLine> lines = jdbc.sql("select * from journey_log where lead_id = ? order by seq "
                        + (newestFirst ? "desc" : "asc")
                        + " limit ? offset ?")
                .params(leadId, limit, offset)
                .query((row, n) -> SealedLine.of(row))
                .list();
        long total = jdbc.sql("select coalesce(max(last_seq), 0) from journey_chain where lead_id = ?")
                .param(leadId)
                .query(Long.class)
                .single();
        return new Page<>(story.of(leadId, reader.read(lines), locale), total);
    }

    /**
     * A part of the log that tells only of some things.
     *
     * @param kinds what to tell of
     * @param element only what happened at this element of a model; null asks for all
     */
    @Transactional(readOnly = true)
    public Page<TimelineLine> page(
            UUID leadId,
            Set<Kind> kinds,
            @Nullable String element,
            boolean newestFirst,
            int offset,
            int limit,
            Locale locale) {
        String chosen = " from journey_log where lead_id = :lead and kind = any(:kinds)"
                + (element == null ? "" : " and element_id = :element");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("lead", leadId);
        parameters.put("kinds", kinds.stream().map(Kind::code).toArray(String[]::new));
        if (element != null) {
            parameters.put("element", element);
        }
        List<SealedLine> lines = jdbc.sql("select *"
                        + chosen
                        + " order by seq "
                        + (newestFirst ? "desc" : "asc")
                        + " limit :limit offset :offset")
                .params(parameters)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> SealedLine.of(row))
                .list();
        long total = jdbc.sql("select count(*)" + chosen)
                .params(parameters)
                .query(Long.class)
                .single();
        return new Page<>(story.of(leadId, reader.read(lines), locale), total);
    }
}
