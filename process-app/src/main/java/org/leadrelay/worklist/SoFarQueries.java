package org.leadrelay.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineReader;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Queries of what happened to a lead before a task, from the journey log and the lead's own tables. */
@Repository
class SoFarQueries {

    /** More than any lead's decisions, so that one that never ends costs no more than others. */
    private static final int MOST = 300;

    private static final String[] KINDS = Stream.of(
                    Kind.CAPTURED,
                    Kind.REOPENED,
                    Kind.ENDED,
                    Kind.TASK_COMPLETED,
                    Kind.TASK_CANCELLED,
                    Kind.QUESTION,
                    Kind.WAITING,
                    Kind.CHOICE)
            .map(Kind::code)
            .toArray(String[]::new);

    private final JdbcClient jdbc;
    private final LineReader reader;

    SoFarQueries(JdbcClient jdbc, LineReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /**
     * Line of the log.
     *
     * @param missedBy who held the step of a task that was taken away after its promise broke
     */
    record Line(
            Instant at,
            Kind kind,
            String person,
            @Nullable String personName,
            @Nullable String model,
            @Nullable Integer version,
            @Nullable String step,
            @Nullable String stepName,
            Map<String, Object> details,
            @Nullable String missedBy) {

        @Nullable
        Long lap() {
            return details.get("outputs") instanceof Map<?, ?> outputs && outputs.get("lap") instanceof Number lap
                    ? lap.longValue()
                    : null;
        }
    }

    /** The newest lines, in the order in which they were written. */
    List<Line> lines(UUID leadId) {
        LineReader.Rows read = reader.rows();
        return jdbc.sql("""
            select * from (
                select l.*, p.display_name,
                    case when l.kind = 'task-cancelled' then
                        (select case when state = 'broken' then holder end from promise
                         where lead_id = l.lead_id and element = l.element_id and opened_at < l.at
                         order by opened_at desc limit 1) end as missed_by
                from journey_log l left join person_ref r on r.ref = l.person_ref
                left join person p on p.login = coalesce(l.person, r.login)
                where l.lead_id = :lead and (l.kind = any(:kinds)
                    or l.kind = 'decision' and l.details like '%"lap":%')
                order by l.seq desc limit :most) newest
            order by seq
            """)
                .param("lead", leadId)
                .param("kinds", KINDS)
                .param("most", MOST)
                .query((row, number) -> line(row, read))
                .list();
    }

    private static Line line(ResultSet row, LineReader.Rows read) throws SQLException {
        return new Line(
                Sql.instant(row, "at"),
                Kind.ofCode(row.getString("kind")),
                read.person(row),
                row.getString("display_name"),
                row.getString("definition_key"),
                row.getObject("definition_version", Integer.class),
                row.getString("element_id"),
                row.getString("element_name"),
                read.details(row),
                row.getString("missed_by"));
    }

    /**
     * How a journey began and ended.
     *
     * @param reason in the words of whoever reopened it
     * @param end null while it lives
     * @param endReason in the words of whoever ended it
     */
    record Passage(
            int number,
            @Nullable String reason,
            @Nullable String end,
            @Nullable String endReason) {}

    List<Passage> journeys(UUID leadId) {
        return jdbc.sql("select number, reason, end_kind as \"end\", end_reason from journey where lead_id = ?"
                        + " order by number")
                .param(leadId)
                .query(Passage.class)
                .list();
    }

    /**
     * How a lead came in.
     *
     * @param kind of the origin; null where no capture is on record
     * @param person login of who brought it, or the key
     */
    record Arrival(
            Instant at,
            @Nullable String kind,
            String origin,
            @Nullable String source,
            @Nullable String campaign,
            @Nullable String person,
            @Nullable String personName) {}

    /** By the journey that each began. */
    Map<String, Arrival> arrivals(UUID leadId) {
        Map<String, Arrival> found = new HashMap<>();
        jdbc.sql("""
            select c.*, p.display_name from lead_capture c left join person p on p.login = c.person
            where c.lead_id = ? and c.outcome in ('created', 'returned') and c.journey_id is not null
            """).param(leadId).query(row -> {
            found.put(row.getString("journey_id"), arrival(row, row.getString("kind")));
        });
        return found;
    }

    /** What the lead itself says of where it came from. */
    Arrival origin(UUID leadId) {
        return jdbc.sql("""
            select captured_at as at, origin, source, campaign, null as person, null as display_name
            from lead where id = ?
            """)
                .param(leadId)
                .query((row, number) -> arrival(row, null))
                .single();
    }

    private static Arrival arrival(ResultSet row, @Nullable String kind) throws SQLException {
        return new Arrival(
                Sql.instant(row, "at"),
                kind,
                row.getString("origin"),
                row.getString("source"),
                row.getString("campaign"),
                row.getString("person"),
                row.getString("display_name"));
    }
}
