package org.leadrelay.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Progress of the projection that the boards read: how far it is, and what it could not read. */
@Service
public class BoardProgress {

    private final JdbcClient jdbc;

    BoardProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far the numbers are.
     *
     * @param logUpTo when the newest line that is counted was recorded; null while nothing is
     * @param complete whether all rows were made by the hours and settings of now; until then they are made anew
     * @param unreadable how many leads are in no number because a line of theirs cannot be read
     */
    record State(@Nullable Instant logUpTo, boolean complete, long unreadable) {}

    State state() {
        return jdbc.sql("""
            select b.log_up_to, coalesce(b.complete, false) as complete,
                (select count(*) from lap_fact_position where unreadable is not null) as unreadable
            from (select 1) one left join lap_fact_basis b on true
            """)
                .query((row, number) -> new State(
                        Sql.instantOrNull(row, "log_up_to"), row.getBoolean("complete"), row.getLong("unreadable")))
                .single();
    }

    /** Whether what happened until a moment ago is counted: whoever writes numbers into a letter waits for it. */
    public boolean isCaughtUp() {
        return jdbc.sql("""
            select exists (select from lap_fact_basis where complete and read_to > clock_timestamp() - interval '10 minutes')
            """).query(Boolean.class).single();
    }
}
