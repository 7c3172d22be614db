package org.leadrelay.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table of rebuilds; their progress is read from the positions of the projection. */
@Repository
class BoardRebuildTable {

    private static final String LEADS = "journey_chain c where " + LapFactProgress.OF_LEAD;

    private static final String BEHIND = "(select count(*) from " + LEADS
            + " and not exists (select from lap_fact_position p where p.lead_id = c.lead_id))";

    private final JdbcClient jdbc;

    BoardRebuildTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when one runs already */
    boolean add(UUID id, String by, Instant at) {
        return jdbc.sql("insert into board_rebuild (id, asked_by, asked_at, leads) select ?, ?, ?, count(*) from "
                                + LEADS + " on conflict do nothing")
                        .params(id, by, Sql.time(at))
                        .update()
                == 1;
    }

    Optional<BoardRebuild> newest() {
        return jdbc.sql("select r.*, case when ended_at is null then greatest(0, leads - " + BEHIND
                        + ") else leads end as done from board_rebuild r order by asked_at desc limit 1")
                .query((row, n) -> rebuild(row))
                .optional();
    }

    /** @return the one that has ended by this */
    Optional<BoardRebuild> endIfDone(Instant at) {
        return jdbc.sql("update board_rebuild r set ended_at = ? where ended_at is null and " + BEHIND
                        + " = 0 returning r.*, leads as done")
                .param(Sql.time(at))
                .query((row, n) -> rebuild(row))
                .optional();
    }

    boolean anyOpen() {
        return jdbc.sql("select exists (select from board_rebuild where ended_at is null)")
                .query(Boolean.class)
                .single();
    }

    private static BoardRebuild rebuild(ResultSet row) throws SQLException {
        return new BoardRebuild(
                Sql.uuid(row, "id"),
                row.getString("asked_by"),
                Sql.instant(row, "asked_at"),
                Sql.instantOrNull(row, "ended_at"),
                row.getLong("leads"),
                row.getLong("done"));
    }
}
