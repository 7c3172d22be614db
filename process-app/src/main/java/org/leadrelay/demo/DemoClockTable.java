package org.leadrelay.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.leadrelay.journal.Kind;
import org.leadrelay.journal.LineDetails;
import org.leadrelay.journal.OperationLog;
import org.leadrelay.journal.StreamKind;
import org.leadrelay.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Table that keeps the demo clock's offset over restarts. */
@Component
class DemoClockTable {

    private final JdbcClient jdbc;
    private final OperationLog log;

    DemoClockTable(JdbcClient jdbc, OperationLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** How far the clock was ahead of the machine's, empty when it was never moved. */
    Optional<Duration> ahead() {
        return jdbc.sql("select ahead_ms from demo_clock where id = 1")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }

    void save(Duration ahead, Instant at) {
        jdbc.sql("""
            insert into demo_clock (id, ahead_ms, moved_at) values (1, ?, ?)
            on conflict (id) do update
            set ahead_ms = excluded.ahead_ms, moved_at = excluded.moved_at
            """).params(ahead.toMillis(), Sql.time(at)).update();
    }

    /** Puts on record, before it happens, that the clock is moved: what follows bears times that were not. */
    @Transactional
    void noteMove(Instant from, Duration way) {
        log.add(
                StreamKind.OPERATION,
                Kind.CLOCK_MOVED,
                "demo",
                LineDetails.ofChange("now", from, from.plus(way))
                        .and("forward", way)
                        .map());
    }

    /** Whether this is the first start: the first people are not there yet. */
    boolean nobodyIsHere() {
        return jdbc.sql("select not exists (select 1 from person)")
                .query(Boolean.class)
                .single();
    }

    /** When the next promise has to be kept, strictly after that instant. */
    Optional<Instant> nextDeadline(Instant after) {
        return jdbc.sql("""
            select due_at from promise
            where ended_at is null and paused_at is null and due_at > ?
            order by due_at limit 1
            """)
                .param(Sql.time(after))
                .query((row, number) -> Sql.instant(row, 1))
                .optional();
    }
}
