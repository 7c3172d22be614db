package org.leadrelay.journal;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.leadrelay.platform.Sql;
import org.leadrelay.platform.Sweep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sweep that writes the keeper's removals into the operations log. The keeper works in the database, where no line
 * can be sealed; its tombstones hold what the line has to say, and that it is still missing.
 */
@Component
class RemovalSweep implements Sweep {

    /** A line can go by rule itself, but not within a year. */
    private static final String UNTOLD = """
        select t.run, min(t.rule) as rule, min(t.removed_by) as by, count(*) as streams, sum(t.lines) as lines
        from audit_tombstone t
        where t.removed_at > now() - interval '90 days' and pg_try_advisory_xact_lock(hashtextextended('RemovalSweep', 0))
            and not exists (select from journey_log l where l.subject = t.run::text and l.kind = 'lines-removed')
        group by t.run order by min(t.removed_at)\
        """;

    private final JdbcClient jdbc;
    private final OperationLog log;

    RemovalSweep(JdbcClient jdbc, OperationLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    private record Removal(UUID run, String rule, String by, long streams, long lines) {}

    /** The keeper works while the clock stands. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofDays(1);
    }

    @Override
    @Transactional
    public int sweep() {
        List<Removal> untold = jdbc.sql(UNTOLD)
                .query((row, n) -> new Removal(
                        Sql.uuid(row, "run"),
                        row.getString("rule"),
                        row.getString("by"),
                        row.getLong("streams"),
                        row.getLong("lines")))
                .list();
        for (Removal each : untold) {
            log.add(
                    StreamKind.OPERATION,
                    Kind.LINES_REMOVED,
                    each.run().toString(),
                    LineDetails.of("rule", each.rule())
                            .and("by", new ListedText(each.by())) // a login at the database, not here
                            .and("streams", each.streams())
                            .and("lines", each.lines())
                            .map());
        }
        return untold.size();
    }
}
