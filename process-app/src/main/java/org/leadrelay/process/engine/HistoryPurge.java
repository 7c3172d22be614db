package org.leadrelay.process.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadrelay.platform.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Purge of the kinds of engine history that {@link OperationsHistoryLevel} does not keep: what stood there before, and what
 * nodes of an older build write until the last of them is stopped. A little at a time, so that no other sweep waits for it.
 */
@Component
class HistoryPurge implements Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryPurge.class);

    private static final int ROWS = 5_000;
    private static final int MOST_BATCHES = 4;
    private static final Duration PAUSE = Duration.ofMinutes(10);

    /** Each with the column that names its bytes elsewhere, or none. Nobody but an operator writes comments: they stay. */
    private static final Map<String, String> DROPPED = dropped();

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Instant next;

    HistoryPurge(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static Map<String, String> dropped() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("act_hi_detail", "bytearray_id_");
        tables.put("act_hi_varinst", "bytearray_id_");
        tables.put("act_hi_job_log", "job_exception_stack_id_");
        tables.put("act_hi_ext_task_log", "error_details_id_");
        tables.put("act_hi_identitylink", "null::text");
        tables.put("act_hi_taskinst", "null::text");
        tables.put("act_hi_actinst", "null::text");
        tables.put("act_hi_caseactinst", "null::text");
        tables.put("act_hi_caseinst", "null::text");
        return tables;
    }

    /** What is purged is read by no step. */
    @Override
    public Duration delayWhileJumping() {
        return Duration.ofDays(1);
    }

    @Override
    public int sweep() {
        Instant now = clock.instant();
        Instant wait = next;
        if (wait != null && now.isBefore(wait)) {
            return 0;
        }
        int done = isOurLevel() ? purge() : 0;
        next = done == 0 ? now.plus(PAUSE) : null;
        return done;
    }

    /** Whoever raised the level has the engine keep these rows on purpose, maybe on another node only so far. */
    private boolean isOurLevel() {
        return jdbc.sql("select value_ from act_ge_property where name_ = 'historyLevel'")
                .query(String.class)
                .optional()
                .filter(level -> level.equals(Integer.toString(OperationsHistoryLevel.ID)))
                .isPresent();
    }

    private int purge() {
        int batches = 0;
        int rows = 0;
        for (Map.Entry<String, String> table : DROPPED.entrySet()) {
            int deleted = ROWS;
            while (deleted == ROWS && batches < MOST_BATCHES) {
                deleted = delete(table.getKey(), table.getValue());
                batches += deleted == 0 ? 0 : 1;
                rows += deleted;
            }
        }
        if (rows > 0) {
            LOG.info("Deleted {} rows of engine history that the journey log has", rows);
        }
        return rows;
    }

    private int delete(String table, String bytes) {
        return jdbc.sql("""
            with gone as (
                delete from %1$s where ctid = any (array(select ctid from %1$s limit %2$d)) returning %3$s as bytes),
            content as (
                delete from act_ge_bytearray where id_ in (select bytes from gone where bytes is not null))
            select count(*) from gone
            """.formatted(table, ROWS, bytes)).query(Integer.class).single();
    }
}
