package org.leadrelay.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.Line;
import org.leadrelay.platform.Page;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Timeline of a lead's journey log, with the verification that no line was changed. Callers check who may see
 * the lead.
 */
@Service
public class Timeline {

    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Story story;

    Timeline(JdbcClient jdbc, ObjectMapper json, Story story) {
        this.jdbc = jdbc;
        this.json = json;
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
        List<LogRow> lines = jdbc.sql("select * from journey_log where lead_id = ? order by seq "
                        + (newestFirst ? "desc" : "asc")
                        + " limit ? offset ?")
                .params(leadId, limit, offset)
                .query((row, n) -> read(row))
                .list();
        long total = jdbc.sql("select coalesce(max(last_seq), 0) from journey_chain where lead_id = ?")
                .param(leadId)
                .query(Long.class)
                .single();
        return new Page<>(story.of(leadId, lines, locale), total);
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
        List<LogRow> lines = jdbc.sql("select *"
                        + chosen
                        + " order by seq "
                        + (newestFirst ? "desc" : "asc")
                        + " limit :limit offset :offset")
                .params(parameters)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> read(row))
                .list();
        long total = jdbc.sql("select count(*)" + chosen)
                .params(parameters)
                .query(Long.class)
                .single();
        return new Page<>(story.of(leadId, lines, locale), total);
    }

    /**
     * Walks the chain from its first line and says whether each seal fits, and where it first does
     * not.
     */
    @Transactional(readOnly = true)
    public Verification verify(UUID leadId) {
        Walk chain = new Walk();
        jdbc.sql("select * from journey_log where lead_id = ? order by seq")
                .param(leadId)
                .query((ResultSet row) -> chain.step(line(row), row.getLong("seq"), row.getBytes("hash")));
        Optional<byte[]> head = jdbc.sql("select last_hash from journey_chain where lead_id = ? and last_seq = ?")
                .params(leadId, chain.seq)
                .query((row, n) -> row.getBytes(1))
                .optional();
        boolean headFits = chain.seq == 0 ? head.isEmpty() : head.isPresent() && Arrays.equals(head.get(), chain.hash);
        return new Verification(
                chain.seq,
                chain.broken == null && headFits,
                chain.broken == null && !headFits ? Long.valueOf(chain.seq + 1) : chain.broken);
    }

    /**
     * What walking the chain found.
     *
     * @param lines how many lines there are
     * @param firstBroken the number of the first line whose seal does not fit or that is missing,
     *     or null
     */
    public record Verification(
            long lines, boolean intact, @Nullable Long firstBroken) {}

    private static final class Walk {
        private long seq;
        private byte[] hash = new byte[0];
        private @Nullable Long broken;

        void step(Line line, long number, byte[] stored) {
            if (broken == null && (number != seq + 1 || !Arrays.equals(stored, line.seal(number, hash)))) {
                broken = seq + 1;
            }
            seq = number;
            hash = stored;
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("lead_id", UUID.class),
                Sql.instant(row, "at"),
                row.getString("kind"),
                row.getString("person"),
                row.getString("definition_key"),
                row.getObject("definition_version", Integer.class),
                row.getString("element_id"),
                row.getString("element_name"),
                row.getString("details"));
    }

    private LogRow read(ResultSet row) throws SQLException {
        Line line = line(row);
        return new LogRow(
                row.getLong("seq"),
                line,
                details(line.details()),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    private Map<String, Object> details(String stored) {
        try {
            return json.readValue(stored, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line's details are no JSON", e);
        }
    }
}
