package org.leadrelay.redesign;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.leadrelay.journal.DecisionFacts;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Query of which rows of the tables fired in the last thirty days, from the fact sheets of decisions. */
@Component
class RowHits {

    static final Duration LATELY = Duration.ofDays(30);

    /** Grouped by the rows that fired together, of which there are few: from an index alone. */
    private static final String HITS = """
        select table_key, table_version, fired, count(*) as times from decision_fact
        where table_key = any(:tables) and at >= :from
        group by table_key, table_version, fired
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    RowHits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Decisions that one version of a table took, each with the same rows.
     *
     * @param rows numbers of the rows that fired, from 1; see {@link DecisionFacts#rows()}
     */
    record Hit(String table, int version, List<Integer> rows, long times) {}

    List<Hit> of(Collection<String> tables) {
        return jdbc.sql(HITS)
                .param("tables", tables.toArray(String[]::new))
                .param("from", Sql.time(clock.instant().minus(LATELY)))
                .query((row, number) -> new Hit(
                        row.getString("table_key"), row.getInt("table_version"), rows(row), row.getLong("times")))
                .list();
    }

    private static List<Integer> rows(ResultSet row) throws SQLException {
        Array fired = row.getArray("fired");
        return fired == null ? List.of() : Arrays.asList((Integer[]) fired.getArray());
    }
}
