package org.leadrelay.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Query of all that the card needs of a lead beside its facts and signals, in one statement. */
@Repository
class OpeningQueries {

    private static final String DECIDED = """
        left join lateral (
            select table_key, table_version, fired[1] as fired from decision_fact
            where lead_id = l.id and outputs ->> '%1$s' is not null order by seq desc limit 1) %1$s on true
        """;

    private static final String SUBJECT =
            """
                select l.source, j.fit, j.maturity, j.route, j.priority, j.track, j.lap,
                    (select count(*) from touch t where t.lead_id = l.id and t.journey_id = j.id and t.lap = j.lap
                        and t.track = j.track) as touches,
                    maturity.table_key as maturity_table, maturity.table_version as maturity_version, maturity.fired as maturity_row,
                    route.table_key as route_table, route.table_version as route_version, route.fired as route_row,
                    v.play, v.wording, v.helped
                from lead l
                join journey j on j.id = l.journey_id
                left join play_vote v on v.task_id = :task
                """ + DECIDED.formatted("maturity") + DECIDED.formatted("route") + " where l.id = :lead";

    private final JdbcClient jdbc;

    OpeningQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param track that nurturing would use
     * @param decisions rows that fired last, the maturity's before the route's
     * @param vote what was said on this task
     */
    record Subject(
            @Nullable String source,
            @Nullable String fit,
            @Nullable Integer maturity,
            @Nullable String route,
            @Nullable String priority,
            @Nullable String track,
            long lap,
            long touches,
            List<Fired> decisions,
            PlayVoteTable.@Nullable Vote vote) {}

    /**
     * @param row from 1
     */
    record Fired(String table, int version, int row) {}

    Optional<Subject> subject(UUID leadId, String taskId) {
        return jdbc.sql(SUBJECT)
                .param("lead", leadId)
                .param("task", taskId)
                .query((row, number) -> subject(row))
                .optional();
    }

    private static Subject subject(ResultSet row) throws SQLException {
        return new Subject(
                row.getString("source"),
                row.getString("fit"),
                row.getObject("maturity", Integer.class),
                row.getString("route"),
                row.getString("priority"),
                row.getString("track"),
                row.getLong("lap"),
                row.getLong("touches"),
                List.of(fired(row, "maturity"), fired(row, "route")).stream()
                        .flatMap(Optional::stream)
                        .toList(),
                row.getString("play") == null
                        ? null
                        : new PlayVoteTable.Vote(
                                row.getString("play"), row.getString("wording"), row.getBoolean("helped")));
    }

    private static Optional<Fired> fired(ResultSet row, String output) throws SQLException {
        Integer fired = row.getObject(output + "_row", Integer.class);
        return fired == null
                ? Optional.empty()
                : Optional.of(new Fired(row.getString(output + "_table"), row.getInt(output + "_version"), fired));
    }
}
